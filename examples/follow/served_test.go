package follow_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patience is how long anything may take that is waited for; it is only used up when something is broken.
const patience = time.Minute

// process is a program that runs beside the test.
type process struct {
	*testing.T
	command *exec.Cmd
	lines   chan string
	stderr  bytes.Buffer
	ended   chan struct{}
}

// start runs a program until it is killed or the test ends.
func start(t *testing.T, folder string, environment []string, words ...string) *process {
	t.Helper()
	p := &process{T: t, command: exec.Command(words[0], words[1:]...), lines: make(chan string, 10_000), ended: make(chan struct{})}
	p.command.Dir, p.command.Env, p.command.Stderr = folder, append(os.Environ(), environment...), &p.stderr
	out, err := p.command.StdoutPipe()
	if err == nil {
		err = p.command.Start()
	}
	if err != nil {
		t.Fatalf("%s: %v", strings.Join(words, " "), err)
	}
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			p.lines <- lines.Text()
		}
		close(p.lines)
		_ = p.command.Wait()
		close(p.ended)
	}()
	t.Cleanup(p.kill)
	return p
}

// kill ends the program as a power cut would.
func (p *process) kill() { p.signal(syscall.SIGKILL) }

func (p *process) signal(signal os.Signal) {
	_ = p.command.Process.Signal(signal)
	for range p.lines { // so that it is not kept from ending
	}
	<-p.ended
}

// line waits for a line that begins so.
func (p *process) line(beginning string) string {
	p.Helper()
	late := time.After(patience)
	for {
		select {
		case text, open := <-p.lines:
			if !open {
				<-p.ended
				p.Fatalf("%s ended before it said %q: %s", p.command, beginning, &p.stderr)
			}
			if strings.HasPrefix(text, beginning) {
				return text
			}
		case <-late:
			_ = p.command.Process.Kill()
			p.Fatalf("%s did not say %q: %s", p.command, beginning, &p.stderr)
		}
	}
}

// served is a workspace with a server that can be killed and started again.
type served struct {
	*testing.T
	program, database, address string
	server                     *process
}

var build = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("", "asterism-follow-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, "asterism")
	out, err := exec.Command("go", "build", "-o", path, "../../cmd/asterism").CombinedOutput()
	if err != nil {
		err = fmt.Errorf("build: %w\n%s", err, out)
	}
	return path, err
})

// TestMain removes what was built.
func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := build(); err == nil {
		_ = os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// serve makes a workspace with the project PAY and serves it.
func serve(t *testing.T) *served {
	t.Helper()
	program, err := build()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("ASTERISM_TEST_UNSAFE_SQLITE", "1")
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &served{T: t, program: program, database: "sqlite:" + filepath.Join(t.TempDir(), "workspace.db"), address: listener.Addr().String()}
	_ = listener.Close()
	s.run("project", "create", "PAY", "--name", "Mobile payments")
	s.open()
	return s
}

func (s *served) open() {
	s.Helper()
	s.server = start(s.T, "", nil, s.program, "serve", "--json", "--addr", s.address, "--db", s.database, "--webhook-allow", "127.0.0.0/8")
	s.server.line(`{"listening"`)
}

func (s *served) url() string { return "http://" + s.address }

// run executes a command line on the workspace, in a process of its own, and returns what it printed.
func (s *served) run(words ...string) string {
	s.Helper()
	command := exec.Command(s.program, append(words, "--db", s.database)...)
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		s.Fatalf("asterism %s: %v\n%s%s", strings.Join(words, " "), err, out, &stderr)
	}
	return string(out)
}

// ask sends a question to the server and reads the data.
func (s *served) ask(question string, into any) {
	s.Helper()
	body, _ := json.Marshal(map[string]string{"query": question})
	response, err := http.Post(s.url()+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		s.Fatal(err)
	}
	defer response.Body.Close()
	answer, _ := io.ReadAll(response.Body)
	read := struct {
		Data   any
		Errors []any
	}{Data: into}
	if err := json.Unmarshal(answer, &read); err != nil || len(read.Errors) > 0 {
		s.Fatalf("%s: %v %s", question, err, answer)
	}
}

// create makes requirements, one by one.
func (s *served) create(count int) {
	s.Helper()
	for range count {
		s.ask(`mutation { requirementCreate(input: {project: "PAY", title: "Limit"}) { requirement { key } userErrors { message } } }`, &struct{}{})
	}
}

// results imports an execution that passed and one that failed, from another process than the server.
func (s *served) results(build string) {
	s.Helper()
	path := filepath.Join(s.TempDir(), "junit.xml")
	text := `<testsuite name="limits"><testcase classname="Limits" name="below" time="0.2"/>
		<testcase classname="Limits" name="a &quot;quoted&quot; \ name, with a = sign" time="0.3"><failure message="gone"/></testcase></testsuite>`
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		s.Fatal(err)
	}
	s.run("import", path, "--project", "PAY", "--build", build, "--environment", "staging")
}

// head is the number of the last change.
func (s *served) head() int {
	s.Helper()
	var data struct {
		Project struct{ Feed struct{ Head int } }
	}
	s.ask(`{ project(key: "PAY") { feed { head } } }`, &data)
	return data.Project.Feed.Head
}

// log is every change from the first on, as the server tells it now.
func (s *served) log() string {
	s.Helper()
	response, err := http.Get(s.url() + "/changes/PAY?after=start&limit=5000")
	if err != nil {
		s.Fatal(err)
	}
	defer response.Body.Close()
	text, _ := io.ReadAll(response.Body)
	whole, last, _ := strings.Cut(string(text), `{"cursor":"`+response.Header.Get("Asterism-Cursor")+`","head"`)
	if last == "" {
		s.Fatalf("the log has no end: %s", text)
	}
	for i, line := range strings.Split(strings.TrimSpace(whole), "\n") {
		if !strings.Contains(line, `"seq":`+strconv.Itoa(i+1)+`,`) {
			s.Fatalf("change %d is %s", i+1, line)
		}
	}
	return whole
}

// with gives the files of a recipe a folder of their own, with the packages that the page is tested with.
func with(t *testing.T, recipe string) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(recipe)); err != nil {
		t.Fatal(err)
	}
	modules, err := filepath.Abs("../../frontend/node_modules")
	if err == nil {
		_, err = os.Stat(filepath.Join(modules, "graphql-ws"))
	}
	if err != nil {
		t.Fatalf("the packages are missing, run 'make setup': %v", err)
	}
	if err := os.Symlink(modules, filepath.Join(folder, "node_modules")); err != nil {
		t.Fatal(err)
	}
	return folder
}
