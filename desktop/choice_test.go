package desktop

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/desktop/kept"
)

// closed opens nothing.
type closed struct{}

func (closed) Open(context.Context, string, bool) (http.Handler, io.Closer, error) {
	return nil, nil, errors.New("damaged")
}

func (closed) Demo() string { return "/demo.db" }

// shelf opens workspaces that answer with their path.
type shelf struct {
	closed
	ended []string
}

type ending func()

func (e ending) Close() error { e(); return nil }

func (s *shelf) Open(_ context.Context, path string, _ bool) (http.Handler, io.Closer, error) {
	if strings.Contains(path, "damaged") {
		return nil, nil, errors.New("damaged")
	}
	answer := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, path) })
	return answer, ending(func() { s.ended = append(s.ended, path) }), nil
}

func asked(h http.Handler) string {
	recorder := httptest.NewRecorder()
	h.ServeHTTP(recorder, httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader("{}")))
	return strings.TrimSpace(recorder.Body.String())
}

func TestTheWorkspaceChangesWhileTheWindowRuns(t *testing.T) {
	s := &shelf{}
	c := &choice{opener: s, folder: kept.In(t.TempDir())}
	if got := asked(c); got != errNone.Error() {
		t.Errorf("without a workspace: %q", got)
	}
	for _, path := range []string{"/a.db", "/b.db"} {
		if err := c.open(t.Context(), kept.Workspace{Kind: kept.Local, Address: path}); err != nil || asked(c) != path {
			t.Fatalf("%s: %v, answers %s", path, err, asked(c))
		}
	}
	if len(s.ended) != 1 || s.ended[0] != "/a.db" {
		t.Errorf("closed: %v", s.ended)
	}
	for _, bad := range []kept.Workspace{{Kind: kept.Local, Address: "/damaged.db"}, {Kind: kept.Local, Address: "relative.db"}, {Kind: "shell", Address: "/x"}, {Kind: kept.Server, Address: "ftp://x"}} {
		if err := c.open(t.Context(), bad); err == nil || asked(c) != "/b.db" {
			t.Errorf("%v: error %v; the workspace before must stay", bad, err)
		}
	}
	if got := c.folder.Recent(); len(got) != 2 || got[0].Address != "/b.db" {
		t.Errorf("recent: %v", got)
	}
}

func TestATeamServerIsAskedWithTheTokenAndNothingOfTheWindow(t *testing.T) {
	got := make(chan *http.Request, 1)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got <- r
		_, _ = io.WriteString(w, "team")
	}))
	defer server.Close()
	at, err := serverAddress(server.URL + "/base/")
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequest(http.MethodPost, "wails://wails/graphql", strings.NewReader("{}"))
	for _, name := range []string{"Origin", "Accept-Encoding", "Authorization"} {
		request.Header.Set(name, "wails://wails")
	}
	recorder := httptest.NewRecorder()
	remote(at, func() string { return "secret" }).ServeHTTP(recorder, request)
	r := <-got
	if r.URL.Path != "/base/graphql" || r.Header.Get("Authorization") != "Bearer secret" || r.Header.Get("Origin") != "" {
		t.Errorf("asked %s with %v", r.URL, r.Header)
	}
	if strings.Contains(r.Header.Get("Accept-Encoding"), "wails") || r.Host != at.Host || recorder.Body.String() != "team" {
		t.Errorf("host %s, %v, answer %q", r.Host, r.Header, recorder.Body)
	}
	for _, typed := range []string{"", "team", "ftp://team", "https://me:pw@team", "https://", "https://team?x=1"} {
		if _, err := serverAddress(typed); err == nil {
			t.Errorf("%q is taken for a server", typed)
		}
	}
}

func TestEachLineOfTheMenuRunsItsCommandOnce(t *testing.T) {
	var ran []string
	seen, taken := map[string]bool{}, map[string]bool{}
	for _, top := range nativeMenu(func(id string) { ran = append(ran, id) }).Items {
		if top.SubMenu == nil {
			continue
		}
		for _, item := range top.SubMenu.Items {
			if item.Click != nil {
				item.Click(nil)
			}
		}
	}
	for _, c := range commands {
		if seen[c.id] || (c.key != "" && taken[c.key]) {
			t.Errorf("%s or its key is there twice", c.id)
		}
		seen[c.id], taken[c.key] = true, true
	}
	if len(ran) != len(commands) {
		t.Errorf("ran %v", ran)
	}
}
