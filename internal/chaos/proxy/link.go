package proxy

import (
	"errors"
	"io"
	"net"
	"sync"
	"time"
)

// Slow passes so many bytes, then waits.
const (
	few   = 64
	pause = 5 * time.Millisecond
)

// link is one client's connection and its other half.
type link struct {
	proxy *Proxy
	// hasLost tells that something was swallowed, so that the stream cannot go on; the proxy's mutex guards it.
	hasLost bool

	mu             sync.Mutex
	client, server net.Conn
	isCut          bool
}

// meet notes the other half; it is closed again when the link was cut meanwhile.
func (l *link) meet(server net.Conn) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.server = server
	if l.isCut {
		_ = server.Close() // nothing was said on it
	}
	return !l.isCut
}

// cut ends both halves at once, as a machine does that knows nothing of the connection. It may be called again.
func (l *link) cut() { l.end(true) }

func (l *link) end(isReset bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.isCut = true
	for _, half := range []net.Conn{l.client, l.server} {
		tcp, ok := half.(*net.TCPConn)
		if !ok {
			continue
		}
		if isReset {
			_ = tcp.SetLinger(0) // fails on one that is closed already
		}
		_ = tcp.Close() // the same
	}
}

// pass carries bytes one way until one half ends. An end that was said in good order is passed on, so that the other
// direction may go on.
func (l *link) pass(from, to net.Conn, isAnswer bool) {
	buffer := make([]byte, 32<<10)
	for {
		n, err := from.Read(buffer)
		if n > 0 && !l.carry(to, buffer[:n], isAnswer) {
			return
		}
		if err == nil {
			continue
		}
		tcp, ok := to.(*net.TCPConn)
		switch {
		case l.proxy.swallows(l, isAnswer): // the end too
		case errors.Is(err, io.EOF) && ok:
			_ = tcp.CloseWrite() // the other half may be gone already
		default:
			l.cut()
		}
		return
	}
}

// carry passes a piece as the link behaves at this moment, and tells whether the connection goes on.
func (l *link) carry(to net.Conn, piece []byte, isAnswer bool) bool {
	if l.proxy.swallows(l, isAnswer) {
		return true
	}
	switch l.proxy.present() {
	case Cut:
		l.cut()
		return false
	case Slow:
		return l.trickle(to, piece, isAnswer)
	case Torn:
		_, _ = to.Write(piece[:len(piece)/2]) // cut or not, nothing follows
		l.end(false)                          // a reset might overtake the half
		return false
	}
	if _, err := to.Write(piece); err != nil {
		l.cut()
		return false
	}
	return true
}

// trickle passes a piece bit by bit as long as the link is slow.
func (l *link) trickle(to net.Conn, piece []byte, isAnswer bool) bool {
	for len(piece) > 0 && l.proxy.present() == Slow {
		select {
		case <-time.After(pause):
		case <-l.proxy.context.Done():
			return false
		}
		n, err := to.Write(piece[:min(few, len(piece))])
		if err != nil {
			l.cut()
			return false
		}
		piece = piece[n:]
	}
	return len(piece) == 0 || l.carry(to, piece, isAnswer)
}
