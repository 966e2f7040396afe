//go:build unix

package process

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// built is the program as this test run built it.
var built struct {
	sync.Once
	folder, path string
	err          error
}

// Main runs a package's tests and removes the program that they built: func TestMain(m *testing.M) { os.Exit(process.Main(m)) }.
func Main(m *testing.M) int {
	code := m.Run()
	if built.folder == "" {
		return code
	}
	if err := os.RemoveAll(built.folder); err != nil {
		fmt.Fprintln(os.Stderr, "remove the built program:", err)
		return max(code, 1)
	}
	return code
}

// Program builds cmd/asterism once for all tests of a package, which run under Main, and gives its path.
func Program(t testing.TB) string {
	t.Helper()
	built.Do(func() { built.err = build(t) })
	if built.err != nil {
		t.Fatalf("build the program: %v", built.err)
	}
	return built.path
}

func build(t testing.TB) error {
	root, err := projectRoot()
	if err != nil {
		return err
	}
	if built.folder, err = os.MkdirTemp("", "asterism-chaos-"); err != nil {
		return err
	}
	built.path = filepath.Join(built.folder, "asterism")
	command := exec.CommandContext(t.Context(), "go", "build", "-o", built.path, "./cmd/asterism")
	command.Dir = root
	if said, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, said)
	}
	return nil
}

// projectRoot is the folder of go.mod above the test's own.
func projectRoot() (string, error) {
	folder, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder, nil
		}
		above := filepath.Dir(folder)
		if above == folder {
			return "", errors.New("there is no go.mod above the test")
		}
		folder = above
	}
}
