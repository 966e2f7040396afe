package desktop

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/wailsapp/wails/v2/pkg/options/linux"

	"github.com/asterism-qa/asterism/desktop/kept"
)

var page = fstest.MapFS{
	"index.html":       {Data: []byte("workspace page")},
	"graphiql.html":    {Data: []byte("graphiql page")},
	"assets/main-1.js": {Data: []byte("script")},
}

// echo answers like a backend: with what it was asked.
var echo = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	_, _ = io.WriteString(w, "backend "+r.Method+" "+r.URL.Path+" "+string(body)+r.Header.Get("If-None-Match"))
})

func TestEveryRequestOfTheWindowReachesItsAnswerer(t *testing.T) {
	for _, c := range []struct{ promise, method, path, body, want string }{
		{"a query goes to the backend with its body", http.MethodPost, "/graphql", "{a}", "backend POST /graphql {a}"},
		{"the schema text comes from the backend", http.MethodGet, "/schema.graphql", "", "backend GET /schema.graphql "},
		{"the root is the workspace", http.MethodGet, "/", "", "workspace page"},
		{"an address of the page is the workspace", http.MethodGet, "/p/PAY", "", "workspace page"},
		{"GraphiQL is part of the page", http.MethodGet, "/graphiql", "", "graphiql page"},
		{"scripts come with the page", http.MethodGet, "/assets/main-1.js", "", "script"},
	} {
		t.Run(c.promise, func(t *testing.T) {
			request := httptest.NewRequest(c.method, c.path, strings.NewReader(c.body))
			request.Header.Set("If-None-Match", `"kept"`)
			recorder := httptest.NewRecorder()
			routes(page, echo).ServeHTTP(recorder, request)
			if got := recorder.Body.String(); recorder.Code != http.StatusOK || got != c.want {
				t.Errorf("%s %s: %d %q, want %q", c.method, c.path, recorder.Code, got, c.want)
			}
		})
	}
}

// pane is an answer as the window takes it: piece by piece, with no way to flush or to set a deadline.
type pane struct {
	header http.Header
	pieces chan string
}

func (p pane) Header() http.Header { return p.header }

func (p pane) WriteHeader(int) {}

func (p pane) Write(piece []byte) (int, error) {
	p.pieces <- string(piece)
	return len(piece), nil
}

func TestAStreamReachesTheWindowPieceByPiece(t *testing.T) {
	ended := make(chan struct{})
	stream := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer close(ended)
		if _, ok := w.(http.Flusher); !ok {
			t.Error("gqlgen streams only to an answer that can be flushed")
		}
		for _, piece := range []string{"event: next\n", "data: {}\n\n"} {
			_, _ = io.WriteString(w, piece)
			if err := http.NewResponseController(w).Flush(); err != nil {
				t.Errorf("flushing: %v, which ends a stream", err)
			}
		}
		<-r.Context().Done()
	})
	ctx, leave := context.WithCancel(t.Context())
	request := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", strings.NewReader("{}"))
	window := pane{header: http.Header{}, pieces: make(chan string)}
	go routes(page, stream).ServeHTTP(window, request)
	for _, want := range []string{"event: next\n", "data: {}\n\n"} {
		if got := <-window.pieces; got != want {
			t.Errorf("the window got %q, want %q", got, want)
		}
	}
	select {
	case <-ended:
		t.Error("the stream ended before the window left")
	default:
	}
	leave()
	<-ended
}

func TestTheWindowIsCalm(t *testing.T) {
	got := newWindow(closed{}, kept.In(t.TempDir())).options(page)
	if got.Title != "Asterism" || got.SingleInstanceLock == nil {
		t.Errorf("window %q must be called Asterism and be the only one", got.Title)
	}
	if got.Linux == nil || got.Linux.WebviewGpuPolicy != linux.WebviewGpuPolicyNever {
		t.Error("leaving the graphics policy open means always on Linux, which shows blank windows on some drivers")
	}
	if len(got.Bind) != 1 || reflect.TypeOf(got.Bind[0]).NumMethod() != 6 {
		t.Error("only the Bridge and its six words are bound to JavaScript")
	}
}

func TestASecondStartBeforeTheWindowStandsIsHarmless(t *testing.T) {
	w := newWindow(closed{}, kept.In(t.TempDir()))
	w.second([]string{"asterism://open/p/PAY"})
	if got := w.takeAddress(); got != "/p/PAY" {
		t.Errorf("its link is %q once the window stands", got)
	}
}

func TestRunNeedsAPageAndABackend(t *testing.T) {
	if err := Run(nil, closed{}, ""); err == nil {
		t.Error("a window without a page must not open")
	}
	if err := Run(page, nil, ""); err == nil {
		t.Error("a window without a backend must not open")
	}
}

func TestABuildWithoutAWindowSaysHowToGetOne(t *testing.T) {
	if windowed {
		t.Log("built with a window: opening it is the end-to-end test's work")
		return
	}
	if err := Run(page, closed{}, ""); err == nil || !strings.Contains(err.Error(), "make desktop") {
		t.Errorf("error %v, want one that names `make desktop`", err)
	}
}
