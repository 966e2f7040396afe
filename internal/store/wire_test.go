package store_test

import (
	"context"
	"io"
	"net"
	"net/url"
	"sync/atomic"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// soon is how long these tests wait for what should happen, on the slowest of machines.
const soon = 60 * time.Second

// wire stands between a program and its server. It can fall silent: bytes vanish in both directions, and nobody is told.
type wire struct {
	address string // through the wire
	direct  string // past it
	server  string
	isHole  atomic.Bool
	// lost and dialled tell of bytes that vanished and of connections made while the wire was silent.
	lost, dialled chan struct{}
}

func newWire(t *testing.T) *wire {
	t.Helper()
	direct := storetest.PostgresAddress(t)
	through, err := url.Parse(direct)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	w := &wire{direct: direct, server: through.Host, lost: make(chan struct{}, 1), dialled: make(chan struct{}, 1)}
	through.Host = listener.Addr().String()
	w.address = through.String()
	go w.serve(t.Context(), listener)
	return w
}

func (w *wire) serve(ctx context.Context, listener net.Listener) {
	for {
		near, err := listener.Accept()
		if err != nil {
			return
		}
		if w.isHole.Load() {
			note(w.dialled)
		}
		far, err := (&net.Dialer{}).DialContext(ctx, "tcp", w.server)
		if err != nil {
			_ = near.Close()
			continue
		}
		go w.carry(near, far)
		go w.carry(far, near)
	}
}

// carry copies until one side ends, and then ends the other.
func (w *wire) carry(from, to net.Conn) {
	defer to.Close()
	defer from.Close()
	_, _ = io.Copy(hole{w, to}, from)
}

type hole struct {
	*wire
	to net.Conn
}

// Write implements io.Writer.
func (h hole) Write(bytes []byte) (int, error) {
	if h.isHole.Load() {
		note(h.lost)
		return len(bytes), nil
	}
	return h.to.Write(bytes)
}

// note tells that something happened; more often than somebody looks is the same as once.
func note(happened chan struct{}) {
	select {
	case happened <- struct{}{}:
	default:
	}
}

// await waits for what must happen.
func await[T any](t *testing.T, what string, happened <-chan T) (found T) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), soon)
	defer cancel()
	select {
	case found = <-happened:
	case <-ctx.Done():
		t.Fatalf("in vain waited for %s", what)
	}
	return found
}

// at opens a store that goes with the test.
func at(t *testing.T, address string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), address)
	if err != nil {
		t.Fatalf("open: %v, because of %v", err, causes(err))
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}
