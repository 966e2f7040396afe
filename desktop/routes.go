package desktop

import (
	"io/fs"
	"net/http"

	"github.com/asterism-qa/asterism/frontend"
)

// apiPaths are the addresses that the backend answers; every other one is the page's. GraphiQL is part of the page.
var apiPaths = []string{
	"/graphql", "/schema.graphql", "/attachments", "/attachments/", "/imports/", "/changes/", "/snapshot/",
}

// routes decides who answers a request of the window: the backend or the page.
func routes(assets fs.FS, backend http.Handler) http.Handler {
	mux := http.NewServeMux()
	for _, path := range apiPaths {
		mux.Handle(path, api(backend))
	}
	mux.Handle("/", frontend.Handler(assets))
	return mux
}

// api is the one place between the window and the backend: a workspace in this process or a team server (server.go).
func api(backend http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// A 304 without a body hangs the window on Windows, so no answer may be conditional.
		r.Header.Del("If-None-Match")
		r.Header.Del("If-Modified-Since")
		backend.ServeHTTP(straight{w}, r)
	})
}

// straight is an answer to the window. On Linux and macOS the window is given every piece as it is written, so there is nothing to
// flush; but it does not say so, and streams are refused to whoever cannot flush. On Windows it is given the answer when it is
// complete: there the page never asks for a stream, it asks for what is new every two seconds (frontend/src/lib/platform.ts).
type straight struct{ http.ResponseWriter }

// Flush implements http.Flusher.
func (straight) Flush() {}
