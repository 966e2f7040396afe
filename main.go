// Command asterism-desktop is the desktop window of Asterism. It stands in the root folder because Wails builds the folder of
// wails.json; the work is in the packages desktop and frontend.
//
// Build it with -tags desktop,production,webkit2_41. The headless server and the command line are in cmd/asterism.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"

	"github.com/asterism-qa/asterism/desktop"
	"github.com/asterism-qa/asterism/frontend"
	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/config"
)

func main() {
	begin := os.Getenv("ASTERISM_DB")
	if err := desktop.Run(frontend.Dist(), opener{}, begin); err != nil {
		fmt.Fprintln(os.Stderr, "asterism:", err)
		os.Exit(1)
	}
}

// opener opens workspaces in this process.
type opener struct{}

// Demo implements desktop.Opener.
func (opener) Demo() string { return filepath.Join(config.DataFolder(), "demo.db") }

// Open implements desktop.Opener.
func (opener) Open(ctx context.Context, path string, demo bool) (http.Handler, io.Closer, error) {
	database := path
	if filepath.IsAbs(path) {
		database = "sqlite:" + path
	}
	workspace, err := app.Open(ctx, config.Config{Database: database, Version: config.Version()})
	if err != nil {
		return nil, nil, err
	}
	if demo {
		if err := workspace.BuildDemo(ctx, nil); err != nil {
			return nil, nil, errors.Join(err, workspace.Close())
		}
	}
	return workspace.Handler(http.NotFoundHandler()), working{workspace, workspace.Work(context.WithoutCancel(ctx))}, nil
}

// working is an open workspace and the end of its work beside the window.
type working struct {
	workspace *app.App
	stop      func()
}

// Close implements io.Closer.
func (w working) Close() error {
	w.stop()
	return w.workspace.Close()
}
