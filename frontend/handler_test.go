package frontend_test

import (
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/asterism-qa/asterism/frontend"
)

var built = fstest.MapFS{
	".gitkeep":           {},
	"index.html":         {Data: []byte("<title>workspace</title>")},
	"graphiql.html":      {Data: []byte("<title>graphiql</title>")},
	"favicon.svg":        {Data: []byte("<svg/>")},
	"assets/main-a1.js":  {Data: []byte("start()")},
	"assets/main-a1.css": {Data: []byte("body{}")},
}

func get(t *testing.T, dist fs.FS, method, address string) (*http.Response, string) {
	t.Helper()
	recorder := httptest.NewRecorder()
	frontend.Handler(dist).ServeHTTP(recorder, httptest.NewRequest(method, address, nil))
	answer := recorder.Result()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, string(body)
}

func TestAddressesOpenTheirPage(t *testing.T) {
	const html, kept, fresh = "text/html; charset=utf-8", "public, max-age=31536000, immutable", "no-cache"
	for _, c := range []struct {
		promise, address, body, kind, cache string
	}{
		{"the root opens the workspace", "/", "workspace", html, fresh},
		{"index.html opens the workspace without a redirect", "/index.html", "workspace", html, fresh},
		{"an address made in the browser opens the workspace", "/p/PAY", "workspace", html, fresh},
		{"a project key may hold a dot", "/p/pay.core", "workspace", html, fresh},
		{"graphiql opens GraphiQL", "/graphiql", "graphiql", html, fresh},
		{"graphiql keeps its parameters", "/graphiql?example=Trace", "graphiql", html, fresh},
		{"a script is a script on every machine and kept for good", "/assets/main-a1.js", "start()", "text/javascript; charset=utf-8", kept},
		{"a style sheet is kept for good", "/assets/main-a1.css", "body{}", "text/css; charset=utf-8", kept},
		{"the icon may change", "/favicon.svg", "<svg/>", "image/svg+xml", fresh},
	} {
		t.Run(c.promise, func(t *testing.T) {
			answer, body := get(t, built, http.MethodGet, c.address)
			if answer.StatusCode != http.StatusOK || !strings.Contains(body, c.body) {
				t.Errorf("GET %s: %d %q, want 200 with %q", c.address, answer.StatusCode, body, c.body)
			}
			if got := answer.Header.Get("Content-Type"); got != c.kind {
				t.Errorf("Content-Type %q, want %q", got, c.kind)
			}
			if got := answer.Header.Get("Cache-Control"); got != c.cache {
				t.Errorf("Cache-Control %q, want %q", got, c.cache)
			}
		})
	}
}

func TestWhatIsNotThePageIsRefused(t *testing.T) {
	for _, c := range []struct {
		promise, method, address string
		status                   int
	}{
		{"a missing file is not found, rather than a page in its place", http.MethodGet, "/assets/gone-b2.js", http.StatusNotFound},
		{"hidden files stay hidden", http.MethodGet, "/.gitkeep", http.StatusNotFound},
		{"no address climbs out", http.MethodGet, "/../handler.go", http.StatusNotFound},
		{"writing to the page is refused", http.MethodPost, "/", http.StatusMethodNotAllowed},
	} {
		t.Run(c.promise, func(t *testing.T) {
			if answer, _ := get(t, built, c.method, c.address); answer.StatusCode != c.status {
				t.Errorf("%s %s: %d, want %d", c.method, c.address, answer.StatusCode, c.status)
			}
		})
	}
}

func TestEveryAnswerIsGuarded(t *testing.T) {
	for _, address := range []string{"/", "/graphiql", "/assets/main-a1.js", "/assets/gone-b2.js"} {
		answer, _ := get(t, built, http.MethodGet, address)
		for name, want := range map[string]string{
			"X-Content-Type-Options": "nosniff",
			"X-Frame-Options":        "DENY",
			"Referrer-Policy":        "no-referrer",
		} {
			if got := answer.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", address, name, got, want)
			}
		}
		policy := answer.Header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'self'") || strings.Contains(policy, "script-src") {
			t.Errorf("%s: policy %q must allow scripts of the page only", address, policy)
		}
	}
}

func TestAPageThatWasNeverBuiltSaysHowToBuildIt(t *testing.T) {
	empty := fstest.MapFS{".gitkeep": {}}
	for _, address := range []string{"/", "/p/PAY", "/graphiql"} {
		answer, body := get(t, empty, http.MethodGet, address)
		if answer.StatusCode != http.StatusServiceUnavailable || !strings.Contains(body, "make frontend") {
			t.Errorf("GET %s: %d %q, want 503 naming `make frontend`", address, answer.StatusCode, body)
		}
		if got := answer.Header.Get("Content-Type"); !strings.HasPrefix(got, "text/plain") {
			t.Errorf("Content-Type %q, want plain text", got)
		}
	}
}

func TestHeadAnswersWithoutABody(t *testing.T) {
	if answer, body := get(t, built, http.MethodHead, "/"); answer.StatusCode != http.StatusOK || body != "" {
		t.Errorf("HEAD /: %d %q, want 200 and nothing", answer.StatusCode, body)
	}
}

func TestDistAlwaysExists(t *testing.T) {
	if _, err := fs.Stat(frontend.Dist(), ".gitkeep"); err != nil {
		t.Errorf("a clone without a built page must still embed dist/: %v", err)
	}
}
