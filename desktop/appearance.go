package desktop

import (
	"context"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"github.com/asterism-qa/asterism/desktop/link"
)

// ready shows the window where it stood. It comes again with each reload of the page, which moves nothing.
func (w *window) ready(ctx context.Context) {
	w.mu.Lock()
	again := w.shown
	w.shown = true
	w.mu.Unlock()
	if again {
		return
	}
	place := w.choice.folder.Place()
	if screens, err := runtime.ScreenGetAll(ctx); err == nil && !place.Maximised {
		for _, screen := range screens {
			if fitting, ok := place.On(screen.Size.Width, screen.Size.Height); screen.IsCurrent {
				runtime.WindowSetSize(ctx, fitting.Width, fitting.Height)
				if ok {
					runtime.WindowSetPosition(ctx, fitting.X, fitting.Y)
				} else {
					runtime.WindowCenter(ctx)
				}
			}
		}
	}
	runtime.WindowShow(ctx)
}

// closing remembers where the window stands; it never keeps the window open. Of a maximised one the size before is kept.
func (w *window) closing(ctx context.Context) bool {
	place := w.choice.folder.Place()
	if place.Maximised = runtime.WindowIsMaximised(ctx); !place.Maximised {
		place.Width, place.Height = runtime.WindowGetSize(ctx)
		place.X, place.Y = runtime.WindowGetPosition(ctx)
	}
	if err := w.choice.folder.KeepPlace(place); err != nil {
		runtime.LogWarning(ctx, "the place of the window is not kept: "+err.Error())
	}
	return false
}

// second brings the window to the front when Asterism is started again, and goes where a link of that start points.
func (w *window) second(words []string) {
	address := link.First(words)
	w.mu.Lock()
	ctx := w.ctx
	if address != "" && (ctx == nil || !w.shown) { // The first window is about to appear: it asks for the address then.
		w.address = address
	}
	shown := w.shown
	w.mu.Unlock()
	if ctx == nil || !shown {
		return
	}
	runtime.WindowUnminimise(ctx)
	runtime.WindowShow(ctx)
	if address != "" {
		runtime.EventsEmit(ctx, eventOpen, address)
	}
}
