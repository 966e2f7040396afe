// Command asterism-desktop is the desktop window of Asterism: it opens the local workspace. It stands in the root folder because
// Wails builds the folder of wails.json; the work is in the packages desktop and frontend.
//
// Build it with -tags desktop,production,webkit2_41. The headless server and the command line are in cmd/asterism.
package main

import (
	"fmt"
	"net/http"
	"os"

	"github.com/asterism-qa/asterism/desktop"
	"github.com/asterism-qa/asterism/frontend"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "asterism:", err)
		os.Exit(1)
	}
}

// run opens the workspace and shows it until the window is closed.
func run() error {
	return desktop.Run(frontend.Dist(), http.NotFoundHandler())
}
