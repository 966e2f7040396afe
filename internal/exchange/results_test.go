package exchange_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestUnknownCasesAreCreatedSkippedOrRefused(t *testing.T) {
	const results = `<testsuite name="s"><testcase classname="a" name="b"/><testcase classname="a" name="b"/><testcase classname="a" name="c"/></testsuite>`
	policy := func(word string) string { return "results:\n  - match: \"*.xml\"\n    unknownCases: " + word + "\n" }
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		request := exchange.Request{Paths: []string{folder(t, map[string]string{"r.xml": results})}}

		request.Mapping = mapped(t, policy("refuse"))
		_, err := w.imports(request)
		var refused *record.Error
		if !errors.As(err, &refused) || refused.File != "set/r.xml" || refused.Line != 1 || !strings.Contains(refused.Message, "a.b") {
			t.Errorf("refuse: %v", err)
		}
		request.Mapping = mapped(t, policy("skip"))
		report := w.mustImport(request)
		if report.Created != 0 || !warned(report, "r.xml", "the test case a.b is not in the project; its results were left out (2)") || len(report.Warnings) != 2 {
			t.Errorf("skip: %+v", report)
		}
		request.Mapping = mapped(t, policy("create"))
		if report = w.mustImport(request); report.Created != 5 {
			t.Errorf("create: %+v", report)
		}
		made := w.client.TestCase.Query().Where(testcase.Key("a.b")).OnlyX(w.ctx)
		if made.Type != testcase.TypeAUTOMATED || made.AutomationID != "a.b" || made.Title != "a.b" {
			t.Errorf("the case: %+v", made)
		}
		attempts := w.client.Execution.Query().Where(execution.TestCaseID(made.ID)).Order(ent.Asc(execution.FieldID)).AllX(w.ctx)
		if len(attempts) != 2 || attempts[0].Attempt != 1 || attempts[1].Attempt != 2 || !attempts[1].ExecutedAt.Equal(importTime) {
			t.Errorf("the executions: %+v", attempts)
		}
	})
}

func TestResultsFindCasesByKeyAutomationIDAndAlias(t *testing.T) {
	const rules = `
files:
  - match: "cases.csv"
    records:
      - record: case
        columns: {key: key, title: key, automationId: automation, aliases: aliases}
        split: {aliases: "|"}
results:
  - match: "*.xml"
    unknownCases: refuse
`
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		dir := folder(t, map[string]string{
			"cases.csv": "key,automation,aliases\nC-1,,\nC-2,auto.two,\nC-3,,old.three|older.three\n",
			"r.xml":     `<testsuite name="s"><testcase name="C-1"/><testcase name="auto.two"/><testcase name="older.three"/></testsuite>`,
		})
		w.mustImport(exchange.Request{Paths: []string{dir}, Mapping: mapped(t, rules)})
		for _, one := range w.client.TestCase.Query().AllX(w.ctx) {
			if one.LastStatus != testcase.LastStatusPASSED {
				t.Errorf("%s has no execution", one.Key)
			}
		}
	})
}

func TestTheLatestExecutionHasTheGreatestTime(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		result := func(when, inside string) string {
			return fmt.Sprintf(`<testsuite name="s" timestamp="%s"><testcase name="t">%s</testcase></testsuite>`, when, inside)
		}
		for _, set := range []map[string]string{
			{"r.xml": result("2026-05-02T00:00:00Z", "<failure/>")},
			{"r.xml": result("2026-05-01T00:00:00Z", "")}, // imported later, executed earlier
		} {
			w.mustImport(exchange.Request{Paths: []string{folder(t, set)}, Build: "1"})
		}
		if one := w.client.TestCase.Query().OnlyX(w.ctx); one.LastStatus != testcase.LastStatusFAILED {
			t.Errorf("the latest is %s", one.LastStatus)
		}
	})
}

func TestWhatTheRequestSaysTakesThePlaceOfWhatResultsState(t *testing.T) {
	w := newWorkspace(t, storetest.SQLite(t))
	dir := folder(t, map[string]string{"r.xml": `<testsuite name="s"><testcase name="t"/></testsuite>`})
	if _, err := w.imports(exchange.Request{Paths: []string{dir}, Release: "1"}); err == nil || !strings.Contains(err.Error(), "name the build too") {
		t.Errorf("a release without a build: %v", err)
	}
	report := w.mustImport(exchange.Request{Paths: []string{dir}, Build: "b", Environment: "e", Release: "1", Cycle: "nightly"})
	if report.Created != 6 {
		t.Errorf("created %d, want case, execution, build, environment, release and cycle", report.Created)
	}
	one := w.client.Execution.Query().WithBuild().WithEnvironment().WithCycle().OnlyX(w.ctx)
	if one.Edges.Build.Key != "b" || one.Edges.Environment.Key != "e" || one.Edges.Cycle.Key != "nightly" ||
		*one.Edges.Cycle.BuildID != one.Edges.Build.ID || one.Edges.Build.QueryRelease().OnlyX(w.ctx).Key != "1" {
		t.Errorf("the execution: %+v", one)
	}
	if one.ImportRunID == nil || one.ImportRunID.String() != report.ImportRun {
		t.Errorf("the execution's import: %v", one.ImportRunID)
	}
}

func TestALongNameGetsAShortKeyAndIsFoundAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		for day := range 2 {
			dir := folder(t, map[string]string{"r.xml": fmt.Sprintf(
				`<testsuite name="s" timestamp="%s"><testcase name="%s"/><testcase name="%s"/></testsuite>`,
				importTime.AddDate(0, 0, -day).Format(time.RFC3339), strings.Repeat("é", 150), strings.Repeat("long ", 3000))})
			report := w.mustImport(exchange.Request{Paths: []string{dir}})
			if day == 0 && !warned(report, "r.xml", "too long for a key") {
				t.Errorf("no warning: %v", report.Warnings)
			}
		}
		all := w.client.TestCase.Query().AllX(w.ctx)
		if len(all) != 2 || len(all[0].Key) > 200 {
			t.Errorf("%d cases: %v", len(all), all)
		}
	})
}

func TestAThousandResultsCostAFewStatements(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		var text strings.Builder
		text.WriteString(`<testsuite name="s" timestamp="2026-05-01T00:00:00Z">`)
		for i := range 1000 {
			fmt.Fprintf(&text, `<testcase classname="c" name="t%d"/>`, i)
		}
		text.WriteString(`</testsuite>`)
		dir := folder(t, map[string]string{"r.xml": text.String()})
		before := w.store.Statements.Count()
		report := w.mustImport(exchange.Request{Paths: []string{dir}, Build: "1", Environment: "e"})
		if cost := w.store.Statements.Count() - before; cost > 80 || report.Created != 2002 {
			t.Errorf("%d statements for %d created", cost, report.Created)
		} else {
			t.Logf("%d statements", cost)
		}
	})
}

func TestImportsAtTheSameTimeAllArrive(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		const importers = 6
		failed := make(chan error, importers)
		for i := range importers {
			dir := folder(t, map[string]string{"r.xml": fmt.Sprintf(
				`<testsuite name="s" timestamp="2026-05-0%dT00:00:00Z"><testcase name="a"/><testcase name="b"><failure/></testcase></testsuite>`, i+1)})
			go func() {
				_, err := w.imports(exchange.Request{Paths: []string{dir}, Build: "1", Environment: "e"})
				failed <- err
			}()
		}
		for range importers {
			if err := <-failed; err != nil {
				t.Error(err)
			}
		}
		for _, one := range w.client.TestCase.Query().WithExecutions().AllX(w.ctx) {
			attempts := map[int]bool{}
			for _, e := range one.Edges.Executions {
				attempts[e.Attempt] = true
				if e.ID == *one.LastExecutionID && e.ExecutedAt.Day() != importers {
					t.Errorf("the latest of %s is from day %d", one.Key, e.ExecutedAt.Day())
				}
			}
			if len(attempts) != importers {
				t.Errorf("the attempts of %s are %v", one.Key, attempts)
			}
		}
	})
}
