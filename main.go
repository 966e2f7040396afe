// Command asterism-desktop is the desktop window of Asterism: it opens the local workspace. It stands in the root folder because
// Wails builds the folder of wails.json; the work is in the packages desktop and frontend.
//
// Build it with -tags desktop,production,webkit2_41. The headless server and the command line are in cmd/asterism.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"

	"github.com/asterism-qa/asterism/desktop"
	"github.com/asterism-qa/asterism/frontend"
	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/config"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "asterism:", err)
		os.Exit(1)
	}
}

// run opens the workspace and shows it until the window is closed.
func run() error {
	database := os.Getenv("ASTERISM_DB")
	if database == "" {
		database = config.DefaultDatabase()
	}
	workspace, err := app.Open(context.Background(), config.Config{Database: database, Version: config.Version()})
	if err != nil {
		return err
	}
	defer workspace.Close()
	defer workspace.Work(context.Background())()
	return desktop.Run(frontend.Dist(), workspace.Handler(http.NotFoundHandler()))
}
