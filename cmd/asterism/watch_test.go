package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func numbered(ts *testscript.TestScript, _ bool, args []string) {
	next, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	first := next
	for text := range strings.Lines(ts.ReadFile(args[0])) {
		var one line
		ts.Check(json.Unmarshal([]byte(text), &one))
		if one.Seq != next {
			ts.Fatalf("after change %d came %d", next-1, one.Seq)
		}
		next++
	}
	if next == first {
		ts.Fatalf("there is no change in %s", args[0])
	}
}

func joined(ts *testscript.TestScript, _ bool, args []string) {
	var parts strings.Builder
	for _, name := range args[1:] {
		parts.WriteString(ts.ReadFile(name))
	}
	if parts.String() != ts.ReadFile(args[0]) {
		ts.Fatalf("the parts are not the whole:\n%s", parts.String())
	}
}

// paper is standard output that calls somebody at every write.
type paper struct {
	bytes.Buffer
	written func()
}

// Write implements io.Writer.
func (p *paper) Write(text []byte) (int, error) {
	n, err := p.Buffer.Write(text)
	p.written()
	return n, err
}

func TestInterruptingAWatchIsNoFailure(t *testing.T) {
	workspace := "sqlite:" + filepath.Join(t.TempDir(), "workspace.db")
	if code, _, stderr := command(t, workspace, "project", "create", "PAY", "--name", "Payments"); code != done {
		t.Fatal(stderr)
	}
	ctx, interrupt := context.WithCancel(t.Context())
	out := &paper{written: interrupt}
	var stderr bytes.Buffer
	if code := execute(ctx, []string{"watch", "--project", "PAY", "--after", "start", "--db", workspace}, out, &stderr); code != done || stderr.Len() > 0 {
		t.Errorf("ended with %d: %s", code, &stderr)
	}
	if !strings.Contains(out.String(), `"seq":1,`) {
		t.Errorf("wrote %s", out)
	}
}

// flaky serves a feed of numbered changes, after some requests that go wrong.
type flaky struct {
	mu    sync.Mutex
	asked []string
	// broken are what goes wrong, request by request; then all is well.
	broken []http.HandlerFunc
	last   int
}

// ServeHTTP implements http.Handler.
func (f *flaky) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked = append(f.asked, r.URL.Query().Get("after"))
	if len(f.broken) > 0 {
		fail := f.broken[0]
		f.broken = f.broken[1:]
		fail(w, r)
		return
	}
	after, _ := strconv.Atoi(strings.TrimPrefix(r.URL.Query().Get("after"), "c"))
	for seq := after + 1; seq <= f.last; seq++ {
		_, _ = fmt.Fprintf(w, `{"cursor":"c%d","seq":%d,"op":"CREATE"}`+"\n", seq, seq)
	}
	_, _ = fmt.Fprintf(w, `{"cursor":"c%d","seq":%d,"head":%d,"op":"BOOKMARK"}`+"\n", f.last, f.last, f.last)
}

func TestAServerThatWasAwayIsFollowedOnFromTheLastLine(t *testing.T) {
	server := &flaky{last: 5, broken: []http.HandlerFunc{
		func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "a proxy says no", http.StatusBadGateway) },
		func(w http.ResponseWriter, _ *http.Request) { // a line that is cut in the middle
			_, _ = fmt.Fprint(w, `{"cursor":"c1","seq":1,"op":"CREATE"}`+"\n"+`{"cursor":"c2","seq":2,"op":"CR`)
		},
		func(w http.ResponseWriter, _ *http.Request) { // an answer that ends early, between two lines
			_, _ = fmt.Fprint(w, `{"cursor":"c2","seq":2,"op":"CREATE"}`+"\n")
		},
		func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusServiceUnavailable)
			_, _ = fmt.Fprint(w, `{"error":{"code":"UNAVAILABLE","message":"too much at once","field":[]}}`)
		},
	}}
	address := serveFlaky(t, server)
	var out bytes.Buffer
	var notes []string
	f := &follower{
		source: source{&http.Client{}, address}, project: "PAY", after: "start", count: 5, out: &out,
		note:  func(format string, values ...any) { notes = append(notes, fmt.Sprintf(format, values...)) },
		pause: func(int) time.Duration { return time.Millisecond },
	}
	if err := f.follow(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	want := ""
	for seq := 1; seq <= 5; seq++ {
		want += fmt.Sprintf(`{"cursor":"c%d","seq":%d,"op":"CREATE"}`+"\n", seq, seq)
	}
	if out.String() != want {
		t.Errorf("wrote\n%s", &out)
	}
	if got := strings.Join(server.asked, " "); got != "start start c1 c2 c2 c2" {
		t.Errorf("asked after %s", got)
	}
	if len(notes) < 4 || !strings.Contains(notes[len(notes)-1], "too much at once; trying again in") { // one is mended by net/http
		t.Errorf("noted %q", notes)
	}
}

func TestANumberThatIsLeftOutEndsTheWatch(t *testing.T) {
	server := &flaky{broken: []http.HandlerFunc{func(w http.ResponseWriter, _ *http.Request) {
		_, _ = fmt.Fprint(w, `{"cursor":"c1","seq":1,"op":"CREATE"}`+"\n"+`{"cursor":"c3","seq":3,"op":"CREATE"}`+"\n")
	}}}
	address := serveFlaky(t, server)
	var out, stderr bytes.Buffer
	code := execute(t.Context(), []string{"watch", "--project", "PAY", "--after", "start", "--url", address}, &out, &stderr)
	if code != refused || !strings.Contains(stderr.String(), "after change 1 of project PAY came 3") || strings.Contains(out.String(), "c3") {
		t.Errorf("ended with %d: %s\n%s", code, &stderr, &out)
	}
}

func TestPausesGrowToHalfAMinute(t *testing.T) {
	for failures, most := range map[int]time.Duration{0: firstPause, 1: 2 * firstPause, 5: 32 * firstPause, 6: longestPause, 1000: longestPause} {
		for range 100 {
			if got := pause(failures); got < most/2 || got > most {
				t.Fatalf("after %d failures %s", failures, got)
			}
		}
	}
}

func serveFlaky(t *testing.T, handler http.Handler) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: time.Minute}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	return "http://" + listener.Addr().String()
}
