//go:build unix

package suite_test

import (
	"context"
	"net"
	"net/http"
	"sync"
	"testing"

	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/config"
)

// watched is a listener that tells when the server ends a connection, by the address of the client.
type watched struct {
	net.Listener
	mu    sync.Mutex
	conns map[string]chan struct{}
}

// Accept implements net.Listener.
func (w *watched) Accept() (net.Conn, error) {
	conn, err := w.Listener.Accept()
	if err != nil {
		return nil, err
	}
	// Little fits on the way to somebody who does not read.
	if err := conn.(*net.TCPConn).SetWriteBuffer(4 << 10); err != nil {
		return nil, err
	}
	return &ending{Conn: conn, over: sync.OnceFunc(func() { close(w.of(conn.RemoteAddr().String())) })}, nil
}

func (w *watched) of(client string) chan struct{} {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conns[client] == nil {
		w.conns[client] = make(chan struct{})
	}
	return w.conns[client]
}

// end is closed when the server has ended the connection of a client.
func (w *watched) end(client string) <-chan struct{} { return w.of(client) }

// ending is a connection whose end is told.
type ending struct {
	net.Conn
	over func()
}

// Close implements net.Conn.
func (e *ending) Close() error {
	defer e.over()
	return e.Conn.Close()
}

// serveWithin serves a workspace from this process, so that its connections can be seen.
func serveWithin(t *testing.T, s *site) *watched {
	t.Helper()
	a, err := app.Open(t.Context(), config.Config{Database: s.database})
	if err != nil {
		t.Fatal(err)
	}
	listener, err := app.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w := &watched{Listener: listener, conns: map[string]chan struct{}{}}
	serving, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	over := make(chan error)
	go func() { over <- a.Serve(serving, w, http.NotFoundHandler()) }()
	t.Cleanup(func() {
		stop()
		if err := <-over; err != nil {
			t.Errorf("serve: %v", err)
		}
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	s.within = "http://" + listener.Addr().String()
	return w
}
