package main

import (
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets scripts call the program by its name, and removes the demo workspace at the end.
func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "asterism-demo-")
	if err != nil {
		panic(err)
	}
	shared.folder = folder
	if err := os.Setenv("ASTERISM_TEST_UNSAFE_SQLITE", "1"); err != nil {
		panic(err)
	}
	testscript.Main(cleaner{m, folder}, map[string]func(){
		"asterism": main,
	})
}

// cleaner removes a folder after the tests.
type cleaner struct {
	*testing.M
	folder string
}

// Run implements testscript.TestingM.
func (c cleaner) Run() int {
	defer func() { _ = os.RemoveAll(c.folder) }()
	return c.M.Run()
}

// shared is the demo workspace, built once for all tests that only read it.
var shared struct {
	sync.Once
	folder string
	code   int
}

// demoWorkspace is the address of the demo workspace.
func demoWorkspace(t *testing.T) string {
	t.Helper()
	address := "sqlite:" + filepath.Join(shared.folder, "demo.db")
	shared.Do(func() { shared.code, _, _ = command(t, address, "demo", "--no-serve") })
	if shared.code != done {
		t.Fatalf("the demo workspace could not be built: exit code %d", shared.code)
	}
	return address
}

// Each script in testdata/script is a session at a terminal, with the files it needs.
func TestSessions(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("ASTERISM_DB", "sqlite:"+filepath.Join(env.WorkDir, "workspace.db"))
			env.Setenv("ASTERISM_TEST_UNSAFE_SQLITE", "1")
			env.Setenv("HOME", env.WorkDir)
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			// numbered FILE N: the file holds changes, numbered one by one from N on.
			"numbered": numbered,
			// joined WHOLE PART…: the parts one after the other are the whole.
			"joined": joined,
			// ends CODE WORD…: executes a command line and wants this exit code.
			"ends": func(ts *testscript.TestScript, _ bool, args []string) {
				want, err := strconv.Atoi(args[0])
				ts.Check(err)
				err = ts.Exec(args[1], args[2:]...)
				if got := exitCode(err); got != want {
					ts.Fatalf("ended with %d, not %d: %v", got, want, err)
				}
			},
		},
	})
}

// exitCode is how a program ended.
func exitCode(err error) int {
	if err == nil {
		return done
	}
	if coded, ok := err.(interface{ ExitCode() int }); ok {
		return coded.ExitCode()
	}
	return -1
}
