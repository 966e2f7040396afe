package exchange_test

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/stage"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestFilesOfThreeFormatsBecomeOneChain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		report := w.mustImport(pump(t))
		want := stage.Counts{
			Requirements: 3, Refinements: 2, Cases: 3, Links: 4, Executions: 4, Passed: 2, Failed: 1, Skipped: 1,
			Defects: 2, DefectLinks: 2,
		}
		if report.Counts != want || report.Format != "csv,junit,strictdoc" || report.Files != 6 {
			t.Errorf("counts %+v, format %s, %d files", report.Counts, report.Format, report.Files)
		}
		// Requirements, refinements, cases with one from the results, links, executions, defects, defect links, build, environment, suites.
		if created := 3 + 2 + 4 + 4 + 4 + 2 + 2 + 1 + 1 + 2; report.Created != created || report.Updated != 0 || report.ImportRun == "" {
			t.Errorf("created %d, updated %d, want %d and 0", report.Created, report.Updated, created)
		}
		for file, text := range map[string]string{
			"requirements.sdoc": `the word "Mysterious" is not known; it was taken as DRAFT`,
			"links.csv":         "names requirement PUMP-7, which is not in the project; kept as ORPHANED",
			"defects.csv":       `the word "Sky-high" is not known; it was left out`,
			"defect-links.csv":  "names execution results/bench.xml#gone",
			"mapping.yaml":      "is not in a format that Asterism reads; skipped",
		} {
			if !warned(report, "pump/"+file, text) {
				t.Errorf("no warning about %s in %v", text, report.Warnings)
			}
		}
		checkChain(t, w)
	})
}

// checkChain reads the chain from the requirement to the defect.
func checkChain(t *testing.T, w *workspace) {
	t.Helper()
	high := w.client.TestCase.Query().Where(testcase.Key("rate.high")).OnlyX(w.ctx)
	latest := w.client.Execution.Query().Where(execution.TestCaseID(high.ID)).OnlyX(w.ctx)
	if high.LastStatus != testcase.LastStatusFAILED || high.LastExecutionID == nil || *high.LastExecutionID != latest.ID || high.Version != 1 {
		t.Errorf("the case's latest execution: %+v", high)
	}
	if latest.SourceFile != "testdata/pump/results/bench.xml" || latest.SourceLine == 0 || latest.Attempt != 1 || latest.Message != "3.1 percent off" ||
		!latest.ExecutedAt.Equal(time.Date(2026, 5, 4, 10, 0, 0, 0, time.UTC)) {
		t.Errorf("the execution: %+v", latest)
	}
	build := latest.QueryBuild().OnlyX(w.ctx)
	if build.Key != "1.2.0-7" || !build.BuiltAt.Equal(latest.ExecutedAt) {
		t.Errorf("the build: %+v", build)
	}
	flaw := w.client.Defect.Query().Where(defect.Key("D-100")).OnlyX(w.ctx)
	if flaw.Status != defect.StatusNEW || *flaw.Severity != defect.SeverityCRITICAL {
		t.Errorf("the defect: %+v", flaw)
	}
	link := w.client.DefectLink.Query().Where(defectlink.DefectID(flaw.ID), defectlink.StateEQ(defectlink.StateVALID)).OnlyX(w.ctx)
	if *link.ExecutionID != latest.ID {
		t.Errorf("the defect is linked to %v", link.ExecutionID)
	}
	basis := w.client.Requirement.Query().Where(requirement.Key("PUMP-1")).OnlyX(w.ctx)
	if basis.Status != requirement.StatusAPPROVED || basis.Position != 1 {
		t.Errorf("the requirement: %+v", basis)
	}
	if n := w.client.TraceLink.Query().Where(tracelink.RequirementID(basis.ID), tracelink.StateEQ(tracelink.StateVALID)).CountX(w.ctx); n != 2 {
		t.Errorf("%d links of PUMP-1, want 2", n)
	}
}

func TestImportingTwiceChangesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		first := w.mustImport(pump(t))
		before := w.rows()
		second := w.mustImport(pump(t))
		if second.Created != 0 || second.Updated != 0 || second.Unchanged == 0 || second.ImportRun != first.ImportRun {
			t.Errorf("the second time: %+v", second)
		}
		if after := w.rows(); !maps.Equal(before, after) {
			t.Errorf("rows before %v, after %v", before, after)
		}
	})
}

func TestADryRunSaysTheSameAndWritesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		before := w.rows()
		request := pump(t)
		request.DryRun = true
		dry := w.mustImport(request)
		if after := w.rows(); !maps.Equal(before, after) {
			t.Errorf("rows before %v, after %v", before, after)
		}
		request.DryRun = false
		wet := w.mustImport(request)
		if !dry.DryRun || dry.ImportRun != "" || dry.Created != wet.Created || dry.Counts != wet.Counts || len(dry.Warnings) != len(wet.Warnings) {
			t.Errorf("dry %+v, then %+v", dry, wet)
		}
	})
}

func TestATruncatedFileLeavesTheDatabaseAsItWas(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		whole, err := os.ReadFile(filepath.Join("testdata", "pump", "results", "bench.xml"))
		if err != nil {
			t.Fatal(err)
		}
		dir := folder(t, map[string]string{"a.xml": string(whole), "b.xml": string(whole[:len(whole)-40])})
		before := w.rows()
		_, err = w.imports(exchange.Request{Paths: []string{dir}})
		var refused *record.Error
		if !errors.As(err, &refused) || refused.File != "set/b.xml" || refused.Line == 0 {
			t.Errorf("got %v, want a refusal with file and line", err)
		}
		if after := w.rows(); !maps.Equal(before, after) {
			t.Errorf("rows before %v, after %v", before, after)
		}
	})
}

func TestWhatIsNotReadableIsRefusedInWords(t *testing.T) {
	w := newWorkspace(t, storetest.SQLite(t))
	dir := folder(t, map[string]string{"empty.xml": "", "poem.txt": "roses\n", "plain/notes.txt": "nothing here\n", "a.csv": "a,b\n1,2\n"})
	for name, c := range map[string]struct {
		request exchange.Request
		words   string
	}{
		"an empty file":                 {exchange.Request{Paths: []string{filepath.Join(dir, "empty.xml")}}, "empty.xml: the file is empty"},
		"an unknown format":             {exchange.Request{Paths: []string{filepath.Join(dir, "poem.txt")}}, "not a format that Asterism reads; it reads: junit, strictdoc, gherkin, csv"},
		"a table without a mapping":     {exchange.Request{Paths: []string{filepath.Join(dir, "a.csv")}}, "mapping"},
		"a folder without any file":     {exchange.Request{Paths: []string{filepath.Join(dir, "plain")}}, "no file here that Asterism reads"},
		"a path that is not there":      {exchange.Request{Paths: []string{filepath.Join(dir, "gone.xml")}}, "there is no such file or folder"},
		"a format that does not exist":  {exchange.Request{Paths: []string{dir}, Format: "docx"}, "there is no format docx"},
		"a project that does not exist": {exchange.Request{Paths: []string{dir}, ProjectKey: "Q"}, "there is no project Q"},
		"nothing":                       {exchange.Request{}, "name at least one file or folder"},
		"a forced format":               {exchange.Request{Paths: []string{filepath.Join(dir, "poem.txt")}, Format: "junit"}, "poem.txt"},
	} {
		if _, err := w.imports(c.request); err == nil || !strings.Contains(err.Error(), c.words) {
			t.Errorf("%s: got %v, want %q", name, err, c.words)
		}
	}
}

func TestACancelledImportLeavesNothing(t *testing.T) {
	w := newWorkspace(t, storetest.SQLite(t))
	before := w.rows()
	ctx, cancel := context.WithCancel(w.ctx)
	request := pump(t)
	request.ProjectKey = "P"
	request.Progress = func(_, _ int64, what string) {
		if what == "results" {
			cancel()
		}
	}
	if _, err := exchange.Import(ctx, w.hub, w.client, request); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want a cancelled import", err)
	}
	if after := w.rows(); !maps.Equal(before, after) {
		t.Errorf("rows before %v, after %v", before, after)
	}
}

func TestOrphansAreAdoptedWhenTheirEndArrives(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		w.mustImport(pump(t))
		late := folder(t, map[string]string{
			"late.sdoc":         "[DOCUMENT]\nTITLE: Late\n\n[REQUIREMENT]\nUID: PUMP-7\nTITLE: Low rates\n\n[REQUIREMENT]\nUID: PUMP-9\nTITLE: Records\n",
			"results/bench.xml": `<testsuite name="bench-1" timestamp="2026-05-05T10:00:00Z"><testcase classname="rate" name="gone"/></testsuite>`,
		})
		w.mustImport(exchange.Request{Paths: []string{late}})
		if n := w.client.TraceLink.Query().Where(tracelink.StateEQ(tracelink.StateORPHANED)).CountX(w.ctx); n != 0 {
			t.Errorf("%d trace links are still ORPHANED", n)
		}
		link := w.client.TraceLink.Query().Where(tracelink.HasRequirementWith(requirement.Key("PUMP-7"))).OnlyX(w.ctx)
		if link.State != tracelink.StateVALID || link.RequirementVersion != 1 || link.UnresolvedKey != "" || link.Reason != "" {
			t.Errorf("the trace link: %+v", link)
		}
		refinement := w.client.RequirementLink.Query().Where(requirementlink.HasParentWith(requirement.Key("PUMP-9"))).OnlyX(w.ctx)
		if refinement.State != requirementlink.StateVALID || refinement.ParentVersion != 1 {
			t.Errorf("the refinement: %+v", refinement)
		}
		if n := w.client.DefectLink.Query().Where(defectlink.StateEQ(defectlink.StateORPHANED)).CountX(w.ctx); n != 0 {
			t.Errorf("%d defect links are still ORPHANED", n)
		}
		if again := w.mustImport(pump(t)); again.Created != 0 || again.Updated != 0 {
			t.Errorf("the first set again: created %d, updated %d", again.Created, again.Updated)
		}
	})
}

func TestChangedWordsMakeTheNextVersionAndSuspectLinks(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		w.mustImport(pump(t))
		text, err := os.ReadFile(filepath.Join("testdata", "pump", "requirements.sdoc"))
		if err != nil {
			t.Fatal(err)
		}
		changed := strings.NewReplacer("within two percent", "within one percent", "STATUS: Draft", "STATUS: Approved").Replace(string(text))
		report := w.mustImport(exchange.Request{Paths: []string{folder(t, map[string]string{"requirements.sdoc": changed})}})
		if report.Updated != 2 || report.Created != 0 {
			t.Errorf("created %d, updated %d, want 0 and 2", report.Created, report.Updated)
		}
		basis := w.client.Requirement.Query().Where(requirement.Key("PUMP-1")).OnlyX(w.ctx)
		if basis.ContentVersion != 2 || basis.Version != 2 || basis.QueryVersions().CountX(w.ctx) != 2 {
			t.Errorf("the requirement whose words changed: %+v", basis)
		}
		other := w.client.Requirement.Query().Where(requirement.Key("PUMP-2")).OnlyX(w.ctx)
		if other.ContentVersion != 1 || other.Version != 2 || other.Status != requirement.StatusAPPROVED {
			t.Errorf("the requirement whose status changed: %+v", other)
		}
		for _, link := range w.client.TraceLink.Query().AllX(w.ctx) {
			want := tracelink.StateVALID
			switch {
			case link.RequirementID == nil:
				want = tracelink.StateORPHANED
			case *link.RequirementID == basis.ID:
				want = tracelink.StateSUSPECT
			}
			if link.State != want || (want == tracelink.StateSUSPECT) != (link.Reason == "requirement v1 → v2: TEXT") {
				t.Errorf("a link is %s (%s), want %s", link.State, link.Reason, want)
			}
		}
		refinement := w.client.RequirementLink.Query().Where(requirementlink.ChildID(other.ID)).OnlyX(w.ctx)
		if refinement.State != requirementlink.StateSUSPECT {
			t.Errorf("the refinement of it is %s", refinement.State)
		}
	})
}

func TestAKeyMakesRepetitionHarmless(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		request := pump(t)
		request.Key = "pipeline-1"
		first := w.mustImport(request)
		second := w.mustImport(request)
		a, _ := json.Marshal(first)
		b, _ := json.Marshal(second)
		if string(a) != string(b) {
			t.Errorf("first %s\nthen  %s", a, b)
		}
		request.Build = "another"
		if _, err := w.imports(request); err == nil || !strings.Contains(err.Error(), "pipeline-1 was used for an import of other files or settings") {
			t.Errorf("another import with the same key: %v", err)
		}
	})
}

func TestAReportIsTheDocumentedDocument(t *testing.T) {
	w := newWorkspace(t, storetest.SQLite(t))
	dir := folder(t, map[string]string{"r.xml": `<testsuite name="s"/>`})
	document, err := json.Marshal(w.mustImport(exchange.Request{Paths: []string{dir}}))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"importRun":"","format":"junit","files":1,"counts":{"requirements":0,"refinements":0,"cases":0,"links":0,` +
		`"executions":0,"passed":0,"failed":0,"errors":0,"skipped":0,"defects":0,"defectLinks":0},` +
		`"created":0,"updated":0,"unchanged":0,"warnings":[],"dryRun":false}`
	if string(document) != want {
		t.Errorf("got  %s\nwant %s", document, want)
	}
}
