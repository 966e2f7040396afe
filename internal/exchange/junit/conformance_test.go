package junit_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/junit"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/testdata"
)

// expectation is what was counted in a real file by other means.
type expectation struct {
	Format, Error string
	Tests         int
	Failures      int
	Errors        int
	Skipped       int
	Passed        int
	Declared      map[string]*int
}

// expectations returns those of all real files, by path.
func expectations(t testing.TB, root string) map[string]expectation {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all struct{ Files map[string]json.RawMessage }
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	found := map[string]expectation{}
	for path, raw := range all.Files {
		if strings.HasPrefix(path, "results/") || strings.HasPrefix(path, "demo/zephyr/results/") {
			var one expectation
			// Other formats spell some of these fields in other types; they are told apart by Format alone.
			if err := json.Unmarshal(raw, &one); err != nil && one.Format == "junit" {
				t.Fatalf("%s: %v", path, err)
			}
			found[path] = one
		}
	}
	return found
}

func TestRealFilesAreCountedExactly(t *testing.T) {
	root := testdata.Root(t)
	counted, refused := 0, 0
	for path, want := range expectations(t, root) {
		ours := want.Format == "junit" || strings.HasPrefix(path, "results/junit/")
		if !ours || filepath.Ext(path) != ".xml" {
			continue
		}
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(path)))
		if err != nil {
			t.Fatal(err)
		}
		got := &catch{}
		err = junit.Reader{}.Read(context.Background(), sourceOf(path, data), got)
		if want.Error != "" {
			refused++
			var words *record.Error
			if !errors.As(err, &words) || words.File != path || words.Line == 0 {
				t.Errorf("%s: got %v, want a refusal with file and line", path, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		counted++
		if (junit.Reader{}).Detect(path, data[:min(len(data), 64<<10)]) < 90 {
			t.Errorf("%s: not detected", path)
		}
		compare(t, path, got, want)
	}
	if counted < 89 || refused < 2 {
		t.Errorf("%d files were counted and %d refused; the real files hold 89 and 2", counted, refused)
	}
}

// compare checks counts, the warning about totals, and what every result must have.
func compare(t *testing.T, path string, got *catch, want expectation) {
	t.Helper()
	held := map[string]int{}
	for i, r := range got.results {
		held[r.Status]++
		if r.Ordinal != i || r.Line == 0 || r.RawStatus == "" {
			t.Errorf("%s: result %d is incomplete: %+v", path, i, r)
		}
	}
	counts := [5]int{len(got.results), held["FAILED"], held["ERROR"], held["SKIPPED"], held["PASSED"]}
	if counts != [5]int{want.Tests, want.Failures, want.Errors, want.Skipped, want.Passed} {
		t.Errorf("%s: got tests, failures, errors, skipped, passed = %v, want %+v", path, counts, want)
	}
	differ := 0
	for name, actual := range map[string]int{"tests": want.Tests, "failures": want.Failures, "errors": want.Errors, "skipped": want.Skipped} {
		if declared := want.Declared[name]; declared != nil && *declared != actual {
			differ = 1
		}
	}
	totals := 0
	for _, w := range got.warnings {
		if strings.HasPrefix(w.Message, "the file declares") {
			totals++
		}
	}
	if totals != differ {
		t.Errorf("%s: %d warnings about totals, want %d (declared %v): %v", path, totals, differ, want.Declared, got.warnings)
	}
}

func TestOtherFormatsAreNotTakenForJUnit(t *testing.T) {
	root := testdata.Root(t)
	for path, want := range expectations(t, root) {
		if want.Format == "junit" || want.Error != "" || strings.HasPrefix(path, "results/junit/") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(path)))
		if err != nil {
			t.Fatal(err)
		}
		if sure := (junit.Reader{}).Detect(path, data[:min(len(data), 64<<10)]); sure != 0 {
			t.Errorf("%s (%s): detected with %d", path, want.Format, sure)
		}
	}
}
