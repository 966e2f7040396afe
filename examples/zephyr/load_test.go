package zephyr_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/testdata"
)

// program builds the program once for the tests of a database.
func program(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "asterism")
	build := exec.Command("go", "build", "-o", path, "../../cmd/asterism")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return path
}

// workspace is a database with the program that works on it.
type workspace struct {
	*testing.T
	program, address string
}

// run executes the program and returns its standard output.
func (w workspace) run(words ...string) string {
	w.Helper()
	command := exec.Command(w.program, append(words, "--db", w.address)...)
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		w.Fatalf("asterism %s: %v\n%s%s", strings.Join(words, " "), err, out, stderr.Bytes())
	}
	return string(out)
}

// load runs the script that users run.
func (w workspace) load(data string) string {
	w.Helper()
	script := exec.Command("bash", "load.sh", data, w.address)
	script.Env = append(os.Environ(), "ASTERISM="+w.program)
	out, err := script.CombinedOutput()
	if err != nil {
		w.Fatalf("load.sh: %v\n%s", err, out)
	}
	return string(out)
}

// The whole promise of the example: what the set holds is what is answered, on both databases; loading it again changes
// nothing; a broken file among the results leaves everything as it was.
func TestTheZephyrProjectIsAnsweredWhole(t *testing.T) {
	data := filepath.Join(testdata.Root(t), "demo", "zephyr")
	t.Setenv("ASTERISM_TEST_UNSAFE_SQLITE", "1")
	for name, address := range map[string]func(testing.TB) string{
		"sqlite": storetest.SQLiteAddress, "postgres": storetest.PostgresAddress,
	} {
		t.Run(name, func(t *testing.T) {
			w := workspace{t, program(t), address(t)}
			w.load(data)
			w.holdsTheSet(data)
			w.coversTheNewestBuild()
			w.leadsBackFromADefect()
			again := w.load(data)
			if got := strings.Count(again, "Created 0, updated 0,"); got != 4 {
				t.Errorf("loading again was to change nothing four times; %d times it did:\n%s", got, again)
			}
			w.refusesATruncatedFile(data)
			w.holdsTheSet(data)
			w.losesEvidenceByARevision(data)
		})
	}
}

func (w workspace) refusesATruncatedFile(data string) {
	w.Helper()
	folder := filepath.Join(w.TempDir(), "results")
	if err := os.CopyFS(folder, os.DirFS(filepath.Join(data, "results"))); err != nil {
		w.Fatal(err)
	}
	broken := filepath.Join(folder, "v4.4.0-6582-g191d4b5cada0", "mimxrt1015_evk_mimxrt1015.xml")
	if err := os.Chmod(broken, 0o600); err != nil {
		w.Fatal(err)
	}
	if err := os.Truncate(broken, 300_000); err != nil {
		w.Fatal(err)
	}
	command := exec.Command(w.program, "import", folder, "--project", "ZEP", "--map", "mapping.yaml", "--build", "other", "--db", w.address)
	out, err := command.CombinedOutput()
	if command.ProcessState.ExitCode() != 1 {
		w.Fatalf("a truncated file was to be refused: %v\n%s", err, out)
	}
	if !strings.Contains(string(out), "results/v4.4.0-6582-g191d4b5cada0/mimxrt1015_evk_mimxrt1015.xml:") {
		w.Errorf("the refusal does not name the file and line: %s", out)
	}
}
