package store

import (
	"context"
	"errors"
	"net"
	"sync"
	"time"

	"github.com/lib/pq"
)

const (
	// pulse is how often the server is asked for a sign of life, so that silence means a dead link and not a quiet day.
	pulse = time.Second
	// A lost link is made again at once, then after pauses that double up to the longest.
	shortestPause = 100 * time.Millisecond
	longestPause  = 2 * time.Second
)

// Listen calls heard with the payload of every notification, those of this program too, until the context ends, which is
// no error; nothing of it runs any more when it returns. Heard is called by one goroutine and must return soon: whoever
// has to do something sets a flag and does it elsewhere.
//
// An empty payload means that anything may have changed, so that everything is read again: it is heard when listening
// begins and each time that a lost or silent link was made again, since what was sent meanwhile is gone.
//
// On SQLite it returns at once and never calls. An error says that the server refuses to be listened to, as a standby
// does; one that is away is waited for.
func (s *Store) Listen(ctx context.Context, heard func(payload string)) error {
	if s.server == nil {
		return nil
	}
	listener := pq.NewDialListener(mortal{dialer{briefly}, ctx}, s.server.address.String(), shortestPause, longestPause, nil)
	defer context.AfterFunc(ctx, func() { _ = listener.Close() })()
	if err := listener.Listen(channel); err != nil {
		_ = listener.Close()
		drain(listener)
		if ctx.Err() != nil || errors.Is(err, net.ErrClosed) {
			return nil
		}
		return understand(ctx, err)
	}
	var pulses sync.WaitGroup
	pulses.Go(func() { keepAsking(ctx, listener) })
	defer pulses.Wait()
	tell := func(payload string) {
		if ctx.Err() == nil {
			heard(payload)
		}
	}
	tell("")
	for notification := range listener.Notify { // until the listener is closed and its goroutine has ended
		if notification == nil { // the link was made again
			tell("")
			continue
		}
		tell(notification.Extra)
	}
	return nil
}

// drain waits for the end of a listener that was closed.
func drain(listener *pq.Listener) {
	for range listener.Notify {
	}
}

// keepAsking asks the server for signs of life. It has a goroutine of its own: an answer may stand behind notifications
// that are still to be heard.
func keepAsking(ctx context.Context, listener *pq.Listener) {
	ticker := time.NewTicker(pulse)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			ask(listener)
		}
	}
}

// ask sends an empty statement. That it fails needs no action: the listener sees the same end of the link. Somebody who
// cancels that very statement must not end the program, which lib/pq would do.
func ask(listener *pq.Listener) {
	defer func() { _ = recover() }()
	_ = listener.Ping()
}

// mortal is a dialer whose connections end with a context: lib/pq's listener has none.
type mortal struct {
	dialer
	life context.Context
}

// DialContext implements pq.DialerContext.
func (m mortal) DialContext(ctx context.Context, network, address string) (net.Conn, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(m.life, cancel)()
	conn, err := m.dialer.DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	return &ending{conn, context.AfterFunc(m.life, func() { _ = conn.Close() })}, nil
}

// ending is a connection that a context would end.
type ending struct {
	net.Conn
	forget func() bool
}

// Close implements net.Conn.
func (e *ending) Close() error {
	e.forget()
	return e.Conn.Close()
}
