package testdata

import (
	"os"
	"path/filepath"
	"testing"
)

// Variable names the environment variable that says where the real files lie.
const Variable = "ASTERISM_TESTDATA"

// Root returns the folder of real files: $ASTERISM_TESTDATA, or shared/data beside the project. Without either the
// calling test is skipped with a line that says what was not checked.
func Root(t testing.TB) string {
	t.Helper()
	if dir := os.Getenv(Variable); dir != "" {
		return dir
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatalf("find the working folder: %v", err)
	}
	for {
		candidate := filepath.Join(dir, "shared", "data")
		if _, err := os.Stat(filepath.Join(candidate, "expected.json")); err == nil {
			return candidate
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			break
		}
		dir = parent
	}
	t.Skipf("NOT CHECKED: the real files are not here; set %s to their folder", Variable)
	return ""
}
