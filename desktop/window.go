package desktop

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/menu"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"github.com/asterism-qa/asterism/desktop/kept"
	"github.com/asterism-qa/asterism/desktop/link"
)

// instanceID names Asterism on the session bus: a second start wakes the first window, since two would write the same workspace.
// Without a session bus there is no such guard, and the store has to refuse the second writer itself.
const instanceID = "org.asterism-qa.asterism"

// Events that the page hears.
const (
	eventCommand = "command" // a line of the menu, by its id
	eventOpen    = "open"    // an address to show
)

// Run opens the window and returns when it is closed. assets is the built page; begin names the workspace to show first, nothing
// for the last one.
func Run(assets fs.FS, opener Opener, begin string) error {
	if assets == nil || opener == nil {
		return errors.New("opening the window needs the built page and somebody who opens workspaces")
	}
	if !windowed {
		return errors.New("this binary was built without its window; build it with `make desktop`")
	}
	w := newWindow(opener, kept.Usual())
	w.address = link.First(os.Args[1:])
	w.begin, w.choice.given = begin, begin
	defer w.choice.close()
	if err := wails.Run(w.options(assets)); err != nil {
		return fmt.Errorf("opening the window: %w", err)
	}
	return nil
}

// window remembers the running window, which a second start has to find.
type window struct {
	choice *choice
	begin  string

	mu      sync.Mutex
	ctx     context.Context
	address string
	shown   bool
}

func newWindow(opener Opener, folder kept.Directory) *window {
	return &window{choice: &choice{opener: opener, folder: folder}}
}

func (w *window) options(assets fs.FS) *options.App {
	place := w.choice.folder.Place()
	state := options.Normal
	if place.Maximised {
		state = options.Maximised
	}
	return &options.App{
		Title:            "Asterism",
		Width:            place.Width,
		Height:           place.Height,
		MinWidth:         kept.MinWidth,
		MinHeight:        kept.MinHeight,
		WindowStartState: state,
		StartHidden:      true, // Shown when the page is there: nothing flashes.
		// The dark ground of the page, shown before its first paint.
		BackgroundColour: options.NewRGB(0x12, 0x14, 0x18),
		// No Assets: they would be served before the handler, without its headers and its page addresses.
		AssetServer:              &assetserver.Options{Handler: routes(assets, w.choice)},
		EnableDefaultContextMenu: true, // Copying a key or an error must work by mouse too.
		Menu:                     w.menu(),
		Bind:                     []any{&Bridge{w}},
		SingleInstanceLock: &options.SingleInstanceLock{
			UniqueId:               instanceID,
			OnSecondInstanceLaunch: func(second options.SecondInstanceData) { w.second(second.Args) },
		},
		OnStartup:     w.started,
		OnDomReady:    w.ready,
		OnBeforeClose: w.closing,
		Linux: &linux.Options{
			ProgramName: "asterism",
			// Explicit, since giving any Linux option else means "always": slower to first paint, 70 MB more, and blank
			// windows on some graphics drivers.
			WebviewGpuPolicy: linux.WebviewGpuPolicyNever,
		},
	}
}

func (w *window) menu() *menu.Menu {
	return nativeMenu(func(id string) {
		if id == "app.quit" {
			runtime.Quit(w.context())
			return
		}
		runtime.EventsEmit(w.context(), eventCommand, id)
	})
}

// started opens the workspace of last time, only now that this is known to be the only window. When it does not open, the page
// offers the others.
func (w *window) started(ctx context.Context) {
	w.mu.Lock()
	w.ctx = ctx
	w.mu.Unlock()
	first := kept.Workspace{Kind: kept.Local, Address: w.begin}
	if recent := w.choice.folder.Recent(); w.begin == "" && len(recent) > 0 {
		first = recent[0]
	}
	if first.Address == "" {
		return
	}
	if err := w.choice.open(ctx, first); err != nil {
		runtime.LogError(ctx, "opening "+first.Address+": "+err.Error())
	}
}

func (w *window) context() context.Context {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.ctx
}

func (w *window) takeAddress() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	address := w.address
	w.address = ""
	return address
}
