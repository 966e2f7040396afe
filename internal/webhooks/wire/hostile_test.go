package wire_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

func TestRedirectsAreNotFollowed(t *testing.T) {
	for _, status := range []int{301, 302, 303, 307, 308} {
		var calls atomic.Int32
		inner := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { calls.Add(1) }))
		address, guard := endpoint(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, inner.URL, status) })
		got := send(t, guard, deliveryTo(address))
		inner.Close()
		if got.Delivered || got.Status != status || calls.Load() != 0 || !strings.Contains(got.Error, "redirects are not followed") {
			t.Errorf("%d: %+v after %d calls", status, got, calls.Load())
		}
	}
}

func TestAProxyOfTheEnvironmentIsNotAsked(t *testing.T) {
	const inside = "WIRE_TEST_UNDER_A_PROXY"
	if os.Getenv(inside) != "" {
		address, guard := endpoint(t, func(http.ResponseWriter, *http.Request) {})
		if got := send(t, guard, deliveryTo(address)); !got.Delivered {
			t.Errorf("%+v", got)
		}
		return
	}
	// The environment is read once in the life of a program, so this needs one of its own.
	proxy := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the proxy was asked") }))
	t.Cleanup(proxy.Close)
	again := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$")
	again.Env = append(os.Environ(), inside+"=1", "NO_PROXY=", "no_proxy=", "HTTP_PROXY="+proxy.URL, "HTTPS_PROXY="+proxy.URL,
		"http_proxy="+proxy.URL, "https_proxy="+proxy.URL)
	if said, err := again.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, said)
	}
}

// unhurried is an endpoint that calls back when a delivery is in, and does not answer before the test ends: an answer to
// a sender who is just leaving may still reach it.
func unhurried(t *testing.T, isIn func()) (string, wire.Guard) {
	t.Helper()
	held := make(chan struct{})
	address, guard := endpoint(t, func(http.ResponseWriter, *http.Request) {
		isIn()
		<-held
	})
	t.Cleanup(func() { close(held) }) // before the endpoint closes, which waits for its answers
	return address, guard
}

func TestASlowEndpointIsNotWaitedFor(t *testing.T) {
	address, guard := unhurried(t, func() {})
	got := wire.NewSender(guard, "1", 100*time.Millisecond).Send(t.Context(), deliveryTo(address))
	if got.Delivered || got.Interrupted || got.Status != 0 || got.Error != "example.com gave no answer within 100ms" || got.Latency < 100*time.Millisecond {
		t.Errorf("%+v", got)
	}
}

func TestAnAnswerThatDoesNotEndCountsByItsStatus(t *testing.T) {
	address, guard := endpoint(t, func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		_, _ = io.WriteString(w, "begun")
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
	})
	got := wire.NewSender(guard, "1", 2*time.Second).Send(t.Context(), deliveryTo(address))
	if !got.Delivered || got.Answer != "begun" || got.Error != "" {
		t.Errorf("%+v", got)
	}
}

func TestOfAHugeAnswerOnlyTheFirstKiBIsRead(t *testing.T) {
	ended := make(chan int64, 1)
	address, guard := endpoint(t, func(w http.ResponseWriter, _ *http.Request) {
		var written int64
		for written < 1<<30 {
			n, err := w.Write(bytes.Repeat([]byte("é"), 16<<10))
			if written += int64(n); err != nil {
				break
			}
		}
		ended <- written
	})
	got := send(t, guard, deliveryTo(address))
	if !got.Delivered || got.Answer != strings.Repeat("é", 512) {
		t.Errorf("%+v", got)
	}
	if written := <-ended; written >= 1<<30 {
		t.Error("the endpoint could write all of it")
	}
}

func TestAHugeHeadIsNotRead(t *testing.T) {
	address, guard := endpoint(t, func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("X-Long", strings.Repeat("x", 1<<20)) })
	if got := send(t, guard, deliveryTo(address)); got.Delivered || got.Status != 0 || got.Error != "example.com could not be talked to by HTTP" {
		t.Errorf("%+v", got)
	}
}

// raw answers with these bytes and then holds the connection until the sender closes it.
func raw(t *testing.T, bytes string, hold bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		connection, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		defer func() { _ = connection.Close() }()
		_, _ = io.WriteString(connection, bytes)
		if hold {
			_, _ = bufio.NewReader(connection).ReadByte()
		}
	}
}

func TestAnEndpointThatSwitchesTheProtocolIsLeft(t *testing.T) {
	address, guard := endpoint(t, raw(t, "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: chat\r\n\r\nhello", true))
	if got := send(t, guard, deliveryTo(address)); got.Delivered || got.Status != 101 || got.Answer != "" || got.Error == "" {
		t.Errorf("%+v", got)
	}
}

func TestWhyNothingCameIsSaidInPlainWords(t *testing.T) {
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed := "https://example.com:" + strings.TrimPrefix(listener.Addr().String(), "127.0.0.1:") + "/"
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	plain := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	t.Cleanup(plain.Close)
	old := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("it was sent") }))
	old.TLS = &tls.Config{MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11}
	old.Config.ErrorLog = log.New(io.Discard, "", 0)
	old.StartTLS()
	t.Cleanup(old.Close)
	good, guard := endpoint(t, raw(t, "", false))
	garbled, _ := endpoint(t, raw(t, "SSH-2.0-OpenSSH_9.6\r\n\r\n", false))
	unknown, distrusting := guard, guard
	unknown.Resolver, distrusting.Roots = leadingTo(), nil

	for name, c := range map[string]struct {
		guard         wire.Guard
		address, want string
	}{
		"refused":    {guard, closed, "example.com takes no connections on this port"},
		"closed":     {guard, good, "example.com closed the connection before it answered"},
		"garbled":    {guard, garbled, "example.com could not be talked to by HTTP"},
		"plain":      {guard, strings.Replace(addressOf(t, plain), "http:", "https:", 1), "example.com answered without TLS"},
		"old":        {guard, addressOf(t, old), "example.com broke off the TLS handshake; TLS 1.2 or later is needed, and no client certificate is shown"},
		"no name":    {unknown, good, "the name example.com could not be resolved"},
		"distrusted": {distrusting, good, "example.com shows a certificate that is not trusted here"},
		"other name": {guard, strings.Replace(good, "example.com", "hooks.example", 1), "hooks.example shows a certificate for another name"},
	} {
		if got := send(t, c.guard, deliveryTo(c.address)); got.Delivered || got.Status != 0 || got.Interrupted || got.Error != c.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestAServerThatStopsBlamesNoEndpoint(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	address, guard := unhurried(t, stop)
	got := wire.NewSender(guard, "1", wire.Timeout).Send(ctx, deliveryTo(address))
	if !got.Interrupted || got.Delivered || got.Error == "" {
		t.Errorf("%+v", got)
	}
}
