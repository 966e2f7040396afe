package app

import (
	"context"
	"net/http"

	"github.com/asterism-qa/asterism/graph/guard"
)

// flowing serves a stream: an answer that goes on for hours as long as somebody reads it, and ends when the server does.
// Somebody who takes nothing for as long as a message may take is gone, over a WebSocket and otherwise alike.
func (a *App) flowing(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithCancel(r.Context())
		defer cancel()
		defer context.AfterFunc(a.drain, cancel)()
		p := a.pace(w)
		p.patience = min(p.patience, guard.WriteTimeout)
		p.received()
		if r.Header.Get("Upgrade") != "" {
			next.ServeHTTP(w, r.WithContext(ctx))
			return
		}
		next.ServeHTTP(&flow{ResponseWriter: w, pace: p, broken: cancel}, r.WithContext(ctx))
	})
}

// flow is an answer whose every piece is sent at once, and which ends the request when it cannot be.
type flow struct {
	http.ResponseWriter
	pace   pace
	broken context.CancelFunc
}

// Write implements io.Writer.
func (f *flow) Write(p []byte) (int, error) {
	f.pace.writeOn()
	n, err := f.ResponseWriter.Write(p)
	if err != nil {
		f.broken()
	}
	return n, err
}

// Flush implements http.Flusher.
func (f *flow) Flush() {
	f.pace.writeOn()
	if err := f.pace.control.Flush(); err != nil {
		f.broken()
	}
}
