package follow_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// follower is a recipe that keeps changes in a file.
type follower struct {
	*testing.T
	name   string
	folder string
	words  []string
	file   string
	now    *process
}

func (f *follower) start() {
	f.Helper()
	f.now = start(f.T, f.folder, nil, f.words...)
}

// reach waits until the follower has a change.
func (f *follower) reach(seq int) {
	f.Helper()
	f.now.line(fmt.Sprintf("%d ", seq))
}

// Whatever is ended and started again, follower or server, each recipe ends up with every change once, in order and to the
// byte, also of those that another process wrote.
func TestEveryRecipeHasEveryChangeOnce(t *testing.T) {
	s := serve(t)
	node, files := with(t, "node"), t.TempDir()
	goRecipe := filepath.Join(files, "go-recipe")
	if out, err := exec.Command("go", "build", "-o", goRecipe, "./go").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	all := []*follower{{name: "ws", words: []string{"node", "ws.mjs"}}, {name: "sse", words: []string{"node", "sse.mjs"}}, {name: "go", words: []string{goRecipe}}}
	for _, one := range all {
		one.T, one.folder, one.file = t, node, filepath.Join(files, one.name+".jsonl")
		one.words = append(one.words, s.url(), "PAY", one.file)
		one.start()
		one.reach(s.head())
	}
	pages := filepath.Join(files, "pages")
	s.curl(pages)

	// A follower is killed while changes are made, and half a line is left behind.
	for _, one := range all {
		done := make(chan struct{})
		from := s.head()
		go func() {
			defer close(done)
			s.create(10)
		}()
		one.reach(from + 3)
		one.now.kill()
		<-done
		tear(t, one.file)
		one.start()
		one.reach(s.head())
	}
	s.results("1.0")
	s.curl(pages)
	s.curl(pages) // there is nothing new, and nothing of what there is goes away

	// The server is killed, and comes back.
	s.server.kill()
	s.run("query", `mutation { requirementCreate(input: {project: "PAY", title: "Meanwhile"}) { requirement { key } userErrors { message } } }`)
	s.open()
	s.create(3)
	s.curl(pages)
	log, head := s.log(), s.head()
	for _, one := range all {
		one.reach(head)
		if text, err := os.ReadFile(one.file); err != nil || string(text) != log {
			t.Errorf("%s: %v; instead of\n%s\nit has\n%s", one.name, err, log, text)
		}
	}
	if got := joined(t, pages); got != log {
		t.Errorf("curl: instead of\n%s\nit has\n%s", log, got)
	}

	// A restored database is a reason for a person to look.
	s.run("feed", "renew", "--project", "PAY")
	for _, one := range all {
		<-one.now.ended
		if one.now.command.ProcessState.ExitCode() != 1 || !strings.Contains(one.now.stderr.String(), "CURSOR_OTHER_HISTORY") {
			t.Errorf("%s ended with %s: %s", one.name, one.now.command.ProcessState, &one.now.stderr)
		}
	}
	if out, err := exec.Command("bash", "curl/follow.sh", s.url(), "PAY", pages).CombinedOutput(); err == nil || !strings.Contains(string(out), "CURSOR_OTHER_HISTORY") {
		t.Errorf("curl: %v: %s", err, out)
	}
}

// tear leaves the beginning of a line at the end of a file, as a cut in the middle of writing does.
func tear(t *testing.T, path string) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err == nil {
		_, err = file.WriteString(`{"cursor":"AQ`)
	}
	if err == nil {
		err = file.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
}

// curl runs the recipe for a cron job once.
func (s *served) curl(pages string) {
	s.Helper()
	if out, err := exec.Command("bash", "curl/follow.sh", s.url(), "PAY", pages).CombinedOutput(); err != nil {
		s.Fatalf("follow.sh: %v\n%s", err, out)
	}
}

// joined is what the files of a folder hold, without the bookmarks.
func joined(t *testing.T, folder string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil || len(names) < 3 {
		t.Fatalf("%v: %v", names, err)
	}
	var all strings.Builder
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if !strings.Contains(line, `"op":"BOOKMARK"`) {
				all.WriteString(line)
			}
		}
	}
	return all.String()
}

// asterism watch follows a server too: ended while imports go on and started again, it has written every change once.
func TestAWatchOfAServerThatIsCutOffGoesOnFromItsCursorFile(t *testing.T) {
	s := serve(t)
	place := filepath.Join(t.TempDir(), "place")
	watch := func() *process {
		return start(t, "", nil, s.program, "watch", "--project", "PAY", "--url", s.url(), "--after", "start", "--cursor-file", place)
	}
	var written strings.Builder
	until := func(p *process, seq int) {
		for {
			text := p.line("{")
			written.WriteString(text + "\n")
			if strings.Contains(text, fmt.Sprintf(`"seq":%d,`, seq)) {
				return
			}
		}
	}
	p := watch()
	until(p, s.head())
	if p.signal(syscall.SIGINT); p.command.ProcessState.ExitCode() != 0 {
		t.Errorf("ended with %s: %s", p.command.ProcessState, &p.stderr)
	}
	for build := range 5 {
		s.results(fmt.Sprintf("1.%d", build))
	}
	p = watch()
	until(p, s.head())
	s.server.kill()
	s.open()
	s.results("2.0")
	until(p, s.head())
	if log := s.log(); written.String() != log {
		t.Errorf("instead of\n%s\nit wrote\n%s", log, &written)
	}
}
