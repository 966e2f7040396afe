// Package app puts the program together: configuration, store, walls, areas and their reactions, API and page. It is the
// one place that knows everything; the server, the command line and the window all start here.
package app
