package app

import (
	"context"
	"net"
	"net/http"
	"sync"

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
		f := &flow{ResponseWriter: w, pace: p, broken: cancel}
		defer f.end()
		next.ServeHTTP(f, r.WithContext(ctx))
	})
}

// flow is an answer whose every piece is sent at once, and which ends the request when it cannot be. Signs of life are
// written beside the stream and may come when its request is over, which the answer below would not survive.
type flow struct {
	http.ResponseWriter
	pace   pace
	broken context.CancelFunc

	mu     sync.Mutex
	isOver bool
}

// end lets nothing more be written, and waits for what is.
func (f *flow) end() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.isOver = true
}

// Write implements io.Writer.
func (f *flow) Write(p []byte) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.isOver {
		return 0, net.ErrClosed
	}
	f.pace.writeOn()
	n, err := f.ResponseWriter.Write(p)
	if err != nil {
		f.broken()
	}
	return n, err
}

// Flush implements http.Flusher.
func (f *flow) Flush() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.isOver {
		return
	}
	f.pace.writeOn()
	if err := f.pace.control.Flush(); err != nil {
		f.broken()
	}
}
