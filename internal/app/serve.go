package app

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/asterism-qa/asterism/internal/fault"
)

// Timeouts of connections; a request itself is bounded by the API's own deadline, and files that come and go by their pace.
const (
	headerTimeout = 5 * time.Second
	idleTimeout   = 2 * time.Minute
	writeTimeout  = 30 * time.Second
	drainTimeout  = 10 * time.Second
)

// Serve answers on a listener until the context ends, then lets running requests finish.
func (a *App) Serve(ctx context.Context, listener net.Listener, page http.Handler) error {
	server := &http.Server{
		Handler:           sameMachine(a.Handler(page)),
		ReadHeaderTimeout: headerTimeout, IdleTimeout: idleTimeout, WriteTimeout: writeTimeout,
		ErrorLog: slog.NewLogLogger(slog.Default().Handler(), slog.LevelWarn),
	}
	stop := a.Work(ctx)
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	a.stop() // streams go on elsewhere from their cursors
	draining, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
	defer cancel()
	if err := server.Shutdown(draining); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return server.Close()
	}
	return nil
}

// Listen opens an address, which must be this machine's own: there is no sign-in yet, so nobody else may reach it.
func Listen(ctx context.Context, address string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fault.New(fault.Invalid, "the address to listen on is written host:port, for example 127.0.0.1:8080").At("addr")
	}
	if !loopback(host) {
		return nil, fault.New(fault.Denied, "the server listens on this machine only (127.0.0.1 or localhost) as long as there is no sign-in").At("addr")
	}
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fault.New(fault.Unavailable, "nothing can listen on %s: another program may be using it; choose another with --addr", address).Because(err)
	}
	return listener, nil
}

func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// sameMachine refuses requests that a page of another site makes the browser send: their Host or Origin is not ours.
func sameMachine(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !loopback(hostname(r.Host)) || !ownOrigin(r.Header.Get("Origin")) {
			http.Error(w, "this server answers only this machine", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}
