package desktop

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"sync"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// instanceID names Asterism on the session bus: a second start wakes the first window, since two would write the same workspace.
// Without a session bus there is no such guard, and the store has to refuse the second writer itself.
const instanceID = "org.asterism-qa.asterism"

// Run opens the window and returns when it is closed. assets is the built page, backend answers everything under the API's paths.
func Run(assets fs.FS, backend http.Handler) error {
	if assets == nil || backend == nil {
		return errors.New("opening the window needs the built page and a backend to ask")
	}
	if !windowed {
		return errors.New("this binary was built without its window; build it with `make desktop`")
	}
	if err := wails.Run(newWindow().options(assets, backend)); err != nil {
		return fmt.Errorf("opening the window: %w", err)
	}
	return nil
}

// window remembers the running window, which a second start has to find.
type window struct {
	mu  sync.Mutex
	ctx context.Context
}

func newWindow() *window { return &window{} }

func (w *window) options(assets fs.FS, backend http.Handler) *options.App {
	return &options.App{
		Title:     "Asterism",
		Width:     1280,
		Height:    820,
		MinWidth:  720,
		MinHeight: 480,
		// The dark ground of the page, shown before its first paint so that nothing flashes white.
		BackgroundColour: options.NewRGB(0x12, 0x14, 0x18),
		// No Assets: they would be served before the handler, without its headers and its page addresses.
		AssetServer:              &assetserver.Options{Handler: routes(assets, backend)},
		EnableDefaultContextMenu: true, // Copying a key or an error must work by mouse too.
		SingleInstanceLock: &options.SingleInstanceLock{
			UniqueId:               instanceID,
			OnSecondInstanceLaunch: func(options.SecondInstanceData) { w.raise() },
		},
		OnStartup: w.opened,
		Linux: &linux.Options{
			ProgramName: "asterism",
			// Explicit, since giving any Linux option else means "always": slower to first paint, 70 MB more, and blank
			// windows on some graphics drivers.
			WebviewGpuPolicy: linux.WebviewGpuPolicyNever,
		},
	}
}

func (w *window) opened(ctx context.Context) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.ctx = ctx
}

// raise brings the window to the front when Asterism is started a second time.
func (w *window) raise() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.ctx == nil { // The second start came before the first window stood: it is about to appear anyway.
		return
	}
	runtime.WindowUnminimise(w.ctx)
	runtime.WindowShow(w.ctx)
}
