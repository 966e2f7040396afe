package store

import (
	"context"
	"net"
	"sync/atomic"
	"time"
)

// dialer makes connections that do not wait for ever. A link may fall silent without an end, when a machine or a
// firewall between the two vanishes; lib/pq then waits even beyond the end of a statement's context, since it can only ask
// the server to stop. So each connection ends itself when an answer takes longer than any answer may.
type dialer struct {
	// patience is how long the other side may say nothing while it is listened to; 0 is for ever. It is asked anew each time.
	patience func() time.Duration
}

// alive lets the system find out within a minute that nobody is at the other end of a connection that rests, or on which
// there is no other limit.
var alive = net.KeepAliveConfig{Enable: true, Idle: 30 * time.Second, Interval: 10 * time.Second, Count: 3}

// DialContext implements pq.DialerContext, which lib/pq prefers to the two below.
func (d dialer) DialContext(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := (&net.Dialer{KeepAliveConfig: alive}).DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	return &link{Conn: conn, patience: d.patience}, nil
}

// Dial implements pq.Dialer.
func (d dialer) Dial(network, address string) (net.Conn, error) {
	return d.DialContext(context.Background(), network, address)
}

// DialTimeout implements pq.Dialer.
func (d dialer) DialTimeout(network, address string, limit time.Duration) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	return d.DialContext(ctx, network, address)
}

// link is a connection of which each single read and write has its limit. A deadline that somebody sets stays in force
// when it comes first: lib/pq sets one for the greeting, TLS one for the farewell.
type link struct {
	net.Conn
	patience      func() time.Duration
	reads, writes atomic.Pointer[time.Time] // the deadlines of others
}

// Read implements net.Conn.
func (l *link) Read(into []byte) (int, error) {
	if err := l.Conn.SetReadDeadline(l.until(l.reads.Load())); err != nil {
		return 0, err
	}
	return l.Conn.Read(into)
}

// Write implements net.Conn. A link that is silent for long takes no more bytes either.
func (l *link) Write(from []byte) (int, error) {
	if err := l.Conn.SetWriteDeadline(l.until(l.writes.Load())); err != nil {
		return 0, err
	}
	return l.Conn.Write(from)
}

func (l *link) until(set *time.Time) (deadline time.Time) {
	if patience := l.patience(); patience > 0 {
		deadline = time.Now().Add(patience)
	}
	if set != nil && !set.IsZero() && (deadline.IsZero() || set.Before(deadline)) {
		deadline = *set
	}
	return deadline
}

// SetDeadline implements net.Conn.
func (l *link) SetDeadline(at time.Time) error {
	l.reads.Store(&at)
	l.writes.Store(&at)
	return l.Conn.SetDeadline(at)
}

// SetReadDeadline implements net.Conn.
func (l *link) SetReadDeadline(at time.Time) error {
	l.reads.Store(&at)
	return l.Conn.SetReadDeadline(at)
}

// SetWriteDeadline implements net.Conn.
func (l *link) SetWriteDeadline(at time.Time) error {
	l.writes.Store(&at)
	return l.Conn.SetWriteDeadline(at)
}
