package app_test

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/config"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// serving starts a server on a free port and returns its address; it ends with the test.
func serving(t *testing.T) string {
	t.Helper()
	t.Setenv("ASTERISM_TEST_UNSAFE_SQLITE", "1")
	a, err := app.Open(t.Context(), config.Config{Database: storetest.SQLiteAddress(t), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	listener, err := app.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	page := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "the page") })
	go func() { ended <- a.Serve(ctx, listener, page) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the server did not end well: %v", err)
		}
		_ = a.Close()
	})
	return listener.Addr().String()
}

// send sends a request and returns the status and the body.
func send(t *testing.T, method, address, body string, change func(*http.Request)) (int, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, "http://"+address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	change(request)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

func TestTheServerAnswersEverythingItAnnounces(t *testing.T) {
	address := serving(t)
	for path, want := range map[string]string{
		"/livez": "ok", "/readyz": "ok", "/": "the page", "/schema.graphql": "type Requirement implements Node",
		"/metrics": "asterism_database_statements_total", "/graphql?query={version}": `"version":"test"`,
	} {
		status, body := send(t, http.MethodGet, address+path, "", func(*http.Request) {})
		if status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: %d %.200s", path, status, body)
		}
	}
	status, body := send(t, http.MethodPost, address+"/graphql", `{"query":"{ viewer { name } }"}`, func(*http.Request) {})
	if status != http.StatusOK || !strings.Contains(body, "Local owner") {
		t.Errorf("the API does not know who asks: %d %s", status, body)
	}
}

// A page of another site can make a browser send requests to this machine; none of them may be answered.
func TestRequestsOfOtherSitesAreRefused(t *testing.T) {
	address := serving(t)
	for name, change := range map[string]func(*http.Request){
		"another host":       func(r *http.Request) { r.Host = "evil.example" },
		"a host like ours":   func(r *http.Request) { r.Host = "localhost.evil.example:80" },
		"another origin":     func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") },
		"no origin at all":   func(r *http.Request) { r.Header.Set("Origin", "null") },
		"an origin like our": func(r *http.Request) { r.Header.Set("Origin", "http://127.0.0.1.evil.example") },
	} {
		if status, body := send(t, http.MethodPost, address+"/graphql", `{"query":"{ version }"}`, change); status != http.StatusForbidden {
			t.Errorf("%s was answered: %d %s", name, status, body)
		}
	}
	for name, origin := range map[string]string{"the page": "http://" + address, "the name": "http://localhost:8080", "the window": "wails://wails"} {
		own := func(r *http.Request) { r.Header.Set("Origin", origin) }
		if status, body := send(t, http.MethodPost, address+"/graphql", `{"query":"{ version }"}`, own); status != http.StatusOK {
			t.Errorf("%s was refused: %d %s", name, status, body)
		}
	}
}

func TestOnlyThisMachineIsListenedOn(t *testing.T) {
	for _, address := range []string{"0.0.0.0:0", ":0", "[::]:0", "192.0.2.1:0", "example.org:0"} {
		if listener, err := app.Listen(t.Context(), address); !fault.Is(err, fault.Denied) {
			if err == nil {
				_ = listener.Close()
			}
			t.Errorf("%s: %v", address, err)
		}
	}
	if _, err := app.Listen(t.Context(), "nonsense"); !fault.Is(err, fault.Invalid) {
		t.Errorf("nonsense: %v", err)
	}
	taken, err := app.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	if _, err := app.Listen(t.Context(), taken.Addr().String()); !fault.Is(err, fault.Unavailable) || !strings.Contains(err.Error(), "--addr") {
		t.Errorf("a port in use: %v", err)
	}
}
