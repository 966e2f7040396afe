package wire

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"
)

// roads are the two ways out. They share nothing, so that what is allowed for http is never decided for https.
type roads struct{ secure, plain http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (r roads) RoundTrip(request *http.Request) (*http.Response, error) {
	if request.URL.Scheme == "http" {
		return r.plain.RoundTrip(request)
	}
	return r.secure.RoundTrip(request) // which knows no other scheme than https and http
}

// Client calls under the guard; what it refuses fails with a Refusal. It follows no redirect, since the first address is
// the one that was checked, and takes no proxy from the environment, which would dial in its stead.
func (g Guard) Client() *http.Client {
	return &http.Client{
		Transport:     roads{secure: g.transport(true), plain: g.transport(false)},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

func (g Guard) transport(secure bool) *http.Transport {
	return &http.Transport{
		DialContext:            g.dial(secure),
		TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: g.Roots},
		DisableCompression:     true, // an answer is logged as it came, and cannot unfold into a large one
		MaxResponseHeaderBytes: 16 << 10,
		MaxIdleConnsPerHost:    1, // deliveries to an endpoint go one after the other
		MaxIdleConns:           256,
		IdleConnTimeout:        30 * time.Second,
	}
}

// dial connects to a host if the address that it was resolved to may be called.
func (g Guard) dial(secure bool) func(context.Context, string, string) (net.Conn, error) {
	dialer := net.Dialer{Timeout: Timeout, Resolver: g.Resolver, ControlContext: g.control(secure)}
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		connection, err := dialer.DialContext(ctx, network, address)
		if refused, ok := errors.AsType[*Refusal](err); ok {
			host, _, _ := net.SplitHostPort(address)
			return nil, &Refusal{Host: host, Reason: refused.Reason} // without the address that the dialer puts around it
		}
		return connection, err
	}
}

// control is asked for each address after it was resolved and before anything is sent to it.
func (g Guard) control(secure bool) func(context.Context, string, string, syscall.RawConn) error {
	return func(_ context.Context, _, address string, _ syscall.RawConn) error {
		dialled, err := netip.ParseAddrPort(address)
		if err != nil {
			return &Refusal{Reason: isInside} // what cannot be judged is not called
		}
		if reason := g.reason(secure, dialled); reason != "" {
			return &Refusal{Reason: reason}
		}
		return nil
	}
}
