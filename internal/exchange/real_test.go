package exchange_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/stage"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/testdata"
)

func TestRealResultFilesArriveAsTheyWereCounted(t *testing.T) {
	root := testdata.Root(t)
	data, err := os.ReadFile(filepath.Join(root, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all struct{ Files map[string]json.RawMessage }
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	w := newWorkspace(t, storetest.SQLite(t))
	imported, refused := 0, 0
	for path, raw := range all.Files {
		if !strings.HasPrefix(path, "results/junit/") || filepath.Ext(path) != ".xml" {
			continue
		}
		var want struct {
			Error                                    string
			Tests, Passed, Failures, Errors, Skipped int
		}
		if err := json.Unmarshal(raw, &want); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		key := fmt.Sprintf("F%d", imported+refused)
		w.project(key)
		report, err := w.imports(exchange.Request{ProjectKey: key, Paths: []string{filepath.Join(root, filepath.FromSlash(path))}})
		if want.Error != "" {
			refused++
			var words *record.Error
			if !errors.As(err, &words) || words.Line == 0 {
				t.Errorf("%s: got %v, want a refusal with its line", path, err)
			}
			continue
		}
		imported++
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		counts := stage.Counts{Executions: want.Tests, Passed: want.Passed, Failed: want.Failures, Errors: want.Errors, Skipped: want.Skipped}
		if report.Counts != counts {
			t.Errorf("%s: got %+v, want %+v", path, report.Counts, counts)
		}
		if n := w.client.Execution.Query().Where(execution.HasProjectWith(project.Key(key))).CountX(w.ctx); n != want.Tests {
			t.Errorf("%s: %d executions are stored, want %d", path, n, want.Tests)
		}
	}
	if imported < 79 || refused != 2 {
		t.Errorf("%d files were imported and %d refused", imported, refused)
	}
}

// zephyr is the request for the demonstration set of the Zephyr project.
func zephyr(t *testing.T) exchange.Request {
	t.Helper()
	root := testdata.Root(t)
	file, err := os.Open(filepath.Join("..", "..", "examples", "zephyr", "mapping.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	m, err := mapping.Load("mapping.yaml", file)
	if err != nil {
		t.Fatal(err)
	}
	return exchange.Request{Paths: []string{filepath.Join(root, "demo", "zephyr")}, Mapping: m}
}

func TestTheZephyrSetArrivesWholeAndOnce(t *testing.T) {
	request := zephyr(t)
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		began, peak := time.Now(), watchMemory(t)
		report := w.mustImport(request)
		t.Logf("first load: %s, heap at most %d MiB, %d statements", time.Since(began).Round(time.Millisecond), peak()>>20, s.Statements.Count())
		want := stage.Counts{
			Requirements: 288, Refinements: 257, Cases: 74, Links: 84, Executions: 62_318, Passed: 31_687, Failed: 428,
			Errors: 133, Skipped: 30_070, Defects: 1010, DefectLinks: 22,
		}
		if report.Counts != want {
			t.Errorf("got %+v, want %+v", report.Counts, want)
		}
		checkZephyr(t, w)
		began = time.Now()
		again := w.mustImport(request)
		t.Logf("second load: %s, %d unchanged", time.Since(began).Round(time.Millisecond), again.Unchanged)
		if again.Created != 0 || again.Updated != 0 || again.ImportRun != report.ImportRun {
			t.Errorf("the second time: created %d, updated %d", again.Created, again.Updated)
		}
	})
}

// checkZephyr compares what is stored with what was counted in the files by other means.
func checkZephyr(t *testing.T, w *workspace) {
	t.Helper()
	executed := execution.HasTestCaseWith(testcase.AttributesNotNil())
	found := map[string]int{
		"requirements":         w.client.Requirement.Query().CountX(w.ctx),
		"refinements":          w.client.RequirementLink.Query().Where(requirementlink.StateEQ(requirementlink.StateVALID)).CountX(w.ctx),
		"listed cases":         w.client.TestCase.Query().Where(testcase.AttributesNotNil()).CountX(w.ctx),
		"links":                w.client.TraceLink.Query().CountX(w.ctx),
		"orphans":              w.client.TraceLink.Query().Where(tracelink.StateEQ(tracelink.StateORPHANED)).CountX(w.ctx),
		"defects":              w.client.Defect.Query().CountX(w.ctx),
		"executions":           w.client.Execution.Query().CountX(w.ctx),
		"builds":               w.client.Build.Query().CountX(w.ctx),
		"executions of listed": w.client.Execution.Query().Where(executed).CountX(w.ctx),
		"listed with some":     w.client.TestCase.Query().Where(testcase.AttributesNotNil(), testcase.LastExecutionIDNotNil()).CountX(w.ctx),
		"results of defects":   w.client.DefectLink.Query().Where(defectlink.ExecutionIDNotNil()).CountX(w.ctx),
		"orphaned defects":     w.client.DefectLink.Query().Where(defectlink.StateEQ(defectlink.StateORPHANED)).CountX(w.ctx),
	}
	want := map[string]int{
		"requirements": 288, "refinements": 257, "listed cases": 74, "links": 84, "orphans": 16, "defects": 1010,
		"executions": 62_318, "builds": 4, "executions of listed": 528, "listed with some": 61, "results of defects": 19,
		// #22624 and #80295 are not in the list of defects.
		"orphaned defects": 2,
	}
	for name, n := range want {
		if found[name] != n {
			t.Errorf("%s: %d, want %d", name, found[name], n)
		}
	}
	var keys []string
	w.client.TestCase.Query().Where(testcase.LastExecutionIDIsNil(), testcase.LastStatusNEQ(testcase.LastStatusNOT_RUN)).
		Select(testcase.FieldKey).ScanX(w.ctx, &keys)
	if slices.Sort(keys); len(keys) > 0 {
		t.Errorf("cases with a status but without an execution: %v", keys)
	}
}

// watchMemory samples the heap until the returned function is called, which gives the most that was seen.
func watchMemory(t *testing.T) func() uint64 {
	t.Helper()
	stop, most := make(chan struct{}), make(chan uint64)
	go func() {
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		var peak uint64
		for {
			select {
			case <-tick.C:
				var now runtime.MemStats
				runtime.ReadMemStats(&now)
				peak = max(peak, now.HeapInuse)
			case <-stop:
				most <- peak
				return
			}
		}
	}()
	return func() uint64 { close(stop); return <-most }
}
