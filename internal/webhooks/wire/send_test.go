package wire_test

import (
	"crypto/x509"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

var loopback = netip.MustParseAddr("127.0.0.1")

// endpoint runs a real server with TLS, and gives its address under the name in its certificate together with a guard
// that lets deliveries reach it by that name.
func endpoint(t *testing.T, handler http.HandlerFunc) (string, wire.Guard) {
	t.Helper()
	server := httptest.NewUnstartedServer(handler)
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	t.Cleanup(server.Close)
	return addressOf(t, server), guardFor(server)
}

func guardFor(server *httptest.Server) wire.Guard {
	roots := x509.NewCertPool()
	if certificate := server.Certificate(); certificate != nil {
		roots.AddCert(certificate)
	}
	return wire.Guard{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}, Roots: roots, Resolver: leadingTo(loopback)}
}

func addressOf(t *testing.T, server *httptest.Server) string {
	t.Helper()
	address, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	return address.Scheme + "://example.com:" + address.Port() + "/in?key=1"
}

func deliveryTo(address string) wire.Delivery {
	return wire.Delivery{URL: address, ID: "chg_01", At: noon, Body: []byte(`{"specversion":"1.0"}`), Secrets: []wire.Secret{wire.NewSecret()}}
}

func send(t *testing.T, guard wire.Guard, delivery wire.Delivery) wire.Outcome {
	t.Helper()
	return wire.NewSender(guard, "1.2.3", wire.Timeout).Send(t.Context(), delivery)
}

func TestADeliveryArrivesSignedAndUnchanged(t *testing.T) {
	older, newer := wire.NewSecret(), wire.NewSecret()
	var delivery wire.Delivery
	address, guard := endpoint(t, func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || string(body) != string(delivery.Body) || r.Method != http.MethodPost || r.URL.RequestURI() != "/in?key=1" {
			t.Errorf("%s %s with %s, %v", r.Method, r.URL, body, err)
		}
		for _, secret := range []wire.Secret{older, newer} {
			if err := wire.Verify(r.Header, body, noon.Add(time.Minute), secret); err != nil {
				t.Error(err)
			}
		}
		if r.Header.Get("Content-Type") != "application/cloudevents+json" || r.Header.Get("User-Agent") != "Asterism-Webhooks/1.2.3" ||
			r.Header.Get("Accept-Encoding") != "" || r.ContentLength != int64(len(body)) {
			t.Errorf("the headers are %v", r.Header)
		}
		w.WriteHeader(http.StatusAccepted)
		_, _ = io.WriteString(w, "taken\n\n as 7\x1b[31m\u202e\xff é")
	})
	delivery = deliveryTo(address)
	delivery.Secrets = []wire.Secret{newer, older}
	sender := wire.NewSender(guard, "1.2.3", wire.Timeout)
	for range 2 { // the second one over the connection of the first
		outcome := sender.Send(t.Context(), delivery)
		if !outcome.Delivered || outcome.Status != 202 || outcome.Error != "" || outcome.Latency <= 0 || outcome.Answer != "taken as 7[31m é" {
			t.Errorf("%+v", outcome)
		}
	}
}

func TestOnlySuccessIsADelivery(t *testing.T) {
	for status, want := range map[int]wire.Outcome{
		200: {Delivered: true}, 204: {Delivered: true}, 299: {Delivered: true},
		400: {Error: "the endpoint answered 400 Bad Request"}, 404: {Error: "the endpoint answered 404 Not Found"},
		410: {Gone: true, Error: "the endpoint answered 410 Gone: it wants no more deliveries"},
		500: {Error: "the endpoint answered 500 Internal Server Error"}, 599: {Error: "the endpoint answered 599"},
		304: {Error: "the endpoint answered 304 Not Modified; redirects are not followed: give the webhook the address that it leads to"},
	} {
		address, guard := endpoint(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) })
		got := send(t, guard, deliveryTo(address))
		want.Status, want.Latency = status, got.Latency
		if got != want {
			t.Errorf("%d: %+v, want %+v", status, got, want)
		}
	}
}

func TestAnEndpointSaysHowLongToLeaveItAlone(t *testing.T) {
	for header, want := range map[string]time.Duration{
		"": 0, "0": 0, "120": 2 * time.Minute, " 7 ": 7 * time.Second, "-5": 0, "soon": 0, "1.5": 0, "21600": 6 * time.Hour, "21601": 6 * time.Hour,
		"99999999999999999999999": 6 * time.Hour, "9223372036854775807": 6 * time.Hour,
		noon.Add(time.Hour).Format(http.TimeFormat): time.Hour, noon.Add(-time.Hour).Format(http.TimeFormat): 0, noon.AddDate(1, 0, 0).Format(http.TimeFormat): 6 * time.Hour,
	} {
		address, guard := endpoint(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", header)
			w.WriteHeader(http.StatusServiceUnavailable)
		})
		if got := send(t, guard, deliveryTo(address)); got.RetryAfter != want || got.Status != 503 {
			t.Errorf("%q: %+v", header, got)
		}
	}
}

func TestAnAllowedNetworkIsReachedByPlainHTTPToo(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	t.Cleanup(server.Close)
	guard := guardFor(server)
	if got := send(t, guard, deliveryTo(addressOf(t, server))); !got.Delivered {
		t.Errorf("%+v", got)
	}
	guard.Resolver = leadingTo(netip.MustParseAddr("192.168.0.1"), loopback)
	if got := send(t, guard, deliveryTo(addressOf(t, server))); !got.Delivered {
		t.Errorf("an open address behind a closed one: %+v", got)
	}
	guard.Allow = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}
	if got := send(t, guard, deliveryTo(addressOf(t, server))); got.Delivered || !strings.Contains(got.Error, "inside the network") {
		t.Errorf("another network was allowed: %+v", got)
	}
}

func TestWhatCannotBeSentIsAnOutcomeToo(t *testing.T) {
	address, guard := endpoint(t, func(http.ResponseWriter, *http.Request) { t.Error("it was sent") })
	unsigned, unread, other := deliveryTo(address), deliveryTo("https://[::1"), deliveryTo("ftp://example.com/")
	unsigned.Secrets = nil
	for _, delivery := range []wire.Delivery{unsigned, unread, other} {
		if got := send(t, guard, delivery); got.Delivered || got.Status != 0 || got.Error == "" {
			t.Errorf("%s: %+v", delivery.URL, got)
		}
	}
}
