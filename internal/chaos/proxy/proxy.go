package proxy

import (
	"context"
	"net"
	"sync"
	"testing"
)

// Mode is how the link behaves.
type Mode int

// The modes.
const (
	// Through passes everything at once.
	Through Mode = iota
	// Cut ends all connections, and every new one as soon as it is made.
	Cut
	// Hole takes everything and passes nothing, and nobody is told: what a broken cable looks like. New connections are
	// made, and stay silent.
	Hole
	// Deaf swallows only what the server says: requests are done, and their answers never come.
	Deaf
	// Slow passes a few bytes at a time, with a pause before each.
	Slow
	// Torn passes half of what next comes in either direction, then cuts that connection.
	Torn
)

// Proxy is a link to one server.
type Proxy struct {
	target   string
	listener net.Listener
	context  context.Context
	stop     context.CancelFunc
	running  sync.WaitGroup

	mu    sync.Mutex
	mode  Mode
	links map[*link]bool
}

// Start listens on a port of its own for a server at host:port, passes everything, and ends with the test.
func Start(t testing.TB, target string) *Proxy {
	t.Helper()
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatalf("listen for a proxy: %v", err)
	}
	p := &Proxy{target: target, listener: listener, links: map[*link]bool{}}
	p.context, p.stop = context.WithCancel(context.Background())
	p.running.Go(p.accept)
	t.Cleanup(p.end)
	return p
}

// Address is where clients find it, host:port.
func (p *Proxy) Address() string { return p.listener.Addr().String() }

// Set spoils the link or mends it. When it returns, the mode holds for every byte that is sent from now on.
func (p *Proxy) Set(mode Mode) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.mode = mode
	for l := range p.links {
		if mode == Cut || l.hasLost {
			l.cut()
		}
	}
}

// Links is how many connections are open.
func (p *Proxy) Links() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.links)
}

func (p *Proxy) present() Mode {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.mode
}

// swallows tells whether what goes one way over a link is lost, and notes it with the link.
func (p *Proxy) swallows(l *link, isAnswer bool) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	is := p.mode == Hole || p.mode == Deaf && isAnswer
	l.hasLost = l.hasLost || is
	return is
}

// end cuts everything and waits until nothing runs any more.
func (p *Proxy) end() {
	p.stop()
	_ = p.listener.Close() // it is only listened to
	p.Set(Cut)
	p.running.Wait()
}

// accept takes connections until the end.
func (p *Proxy) accept() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return
		}
		p.running.Go(func() { p.connect(client) })
	}
}

// connect makes the other half of a connection and passes what is said.
func (p *Proxy) connect(client net.Conn) {
	l := &link{proxy: p, client: client}
	if !p.keep(l) {
		l.cut()
		return
	}
	defer p.forget(l)
	var dialer net.Dialer
	server, err := dialer.DialContext(p.context, "tcp", p.target)
	if err != nil || !l.meet(server) {
		return
	}
	var both sync.WaitGroup
	both.Go(func() { l.pass(client, server, false) })
	both.Go(func() { l.pass(server, client, true) })
	both.Wait()
}

// keep notes a connection, unless the link is cut.
func (p *Proxy) keep(l *link) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.mode != Cut {
		p.links[l] = true
	}
	return p.mode != Cut
}

func (p *Proxy) forget(l *link) {
	p.mu.Lock()
	defer p.mu.Unlock()
	l.cut()
	delete(p.links, l)
}
