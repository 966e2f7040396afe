package app

import (
	"io"
	"net/http"

	"github.com/asterism-qa/asterism/graph"
)

// Handler serves everything: the API, its text, the page, and whether the server lives and is ready.
func (a *App) Handler(page http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/graphql", a.API())
	mux.HandleFunc("GET /schema.graphql", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = io.WriteString(w, graph.SDL())
	})
	mux.HandleFunc("GET /livez", func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "ok\n") })
	mux.HandleFunc("GET /readyz", a.ready)
	mux.Handle("GET /metrics", a.metrics())
	a.attachments(mux)
	a.imports(mux)
	a.changes(mux)
	mux.Handle("/", page)
	return mux
}

// ready tells whether questions can be answered: the database is there.
func (a *App) ready(w http.ResponseWriter, r *http.Request) {
	if err := a.Store.Ping(r.Context()); err != nil {
		http.Error(w, "the database does not answer", http.StatusServiceUnavailable)
		return
	}
	_, _ = io.WriteString(w, "ok\n")
}
