package exchange_test

import (
	"crypto/rand"
	"encoding/json"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// about lists the warnings about a field.
func about(report *exchange.Report, field string) (found []record.Warning) {
	for _, w := range report.Warnings {
		if w.Field == field {
			found = append(found, w)
		}
	}
	return found
}

func TestResultsWithoutATimeAreCountedByTheirFiles(t *testing.T) {
	const timeless = `<testsuite name="s"><testcase name="a"/><testcase name="b"/></testsuite>`
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		request := exchange.Request{Paths: []string{folder(t, map[string]string{"1.xml": timeless, "2.xml": timeless})}}
		first := w.mustImport(request)
		if n := w.client.Execution.Query().CountX(w.ctx); n != 4 {
			t.Errorf("%d executions of two equal files, want 4", n)
		}
		if told := about(first, "executedAt"); len(told) != 2 || told[0].Message != "2 results have no time; the time of the import was taken" ||
			told[1].File != "set/2.xml" || told[1].Line != 1 {
			t.Errorf("warnings %v", told)
		}
		again := w.mustImport(request)
		if told := about(again, "executedAt"); again.Created != 0 || len(told) != 1 ||
			told[0].Message != "4 results have no time and came in before, from a file of the same content; taken as the same. "+
				"If they were executed again, say so with another build, another cycle or a new --key" {
			t.Errorf("again: %+v", again)
		}
		request.Key = "night-2"
		if keyed := w.mustImport(request); keyed.Created != 4 || w.mustImport(request).Created != keyed.Created {
			t.Errorf("with a key: %+v", keyed)
		}
		request.Key, request.Build = "", "2"
		if built := w.mustImport(request); built.Created != 5 {
			t.Errorf("with a build: %+v", built)
		}
		if n := w.client.Execution.Query().CountX(w.ctx); n != 12 {
			t.Errorf("%d executions, want 12", n)
		}
	})
}

func TestAKnownResultStaysUnderItsCase(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		request := exchange.Request{Paths: []string{folder(t, map[string]string{
			"r.xml": `<testsuite name="s" timestamp="2026-05-01T00:00:00Z"><testcase name="a"/><testcase name="a"/></testsuite>`,
		})}}
		w.mustImport(request)
		request.Mapping = mapped(t, "results:\n  - {match: \"*.xml\", case: {constant: Z}}\n")
		report := w.mustImport(request)
		told := about(report, "case")
		if len(told) != 1 || told[0].Message != "2 results are recorded under case a already; they stay there" || told[0].File != "set/r.xml" {
			t.Errorf("warnings %v", report.Warnings)
		}
		if n := w.client.Execution.Query().Where(execution.Name("a")).CountX(w.ctx); n != 2 {
			t.Errorf("%d executions", n)
		}
	})
}

func TestAKeyIsKeptAlsoWhenNothingChanged(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		w.mustImport(pump(t))
		request := pump(t)
		request.Key = "night-1"
		first := w.mustImport(request)
		if first.Created+first.Updated != 0 || first.ImportRun == "" {
			t.Errorf("first %+v", first)
		}
		a, _ := json.Marshal(first)
		if b, _ := json.Marshal(w.mustImport(request)); string(a) != string(b) {
			t.Errorf("first %s\nthen  %s", a, b)
		}
		request.Build = "another"
		if _, err := w.imports(request); !fault.Is(err, exchange.IdempotencyMismatch) {
			t.Errorf("another import with the key: %v", err)
		}
	})
}

func TestALongNameOfAMissingResultIsKept(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		long := rand.Text() + rand.Text() // that no index makes short
		for len(long) < 9000 {
			long += rand.Text()
		}
		path := strings.Repeat("ü"+long[:99]+"/", 50) + "r.xml"
		rules := "      - {record: defect, columns: {key: d, title: d}}\n      - {record: defectLink, columns: {defect: d, executionFile: f, execution: n}}\n"
		w.table(rules, "d,f,n\nD,"+path+","+long+"\n")
		w.mustImport(exchange.Request{Paths: []string{folder(t, map[string]string{
			"r.xml": `<testsuite name="s" timestamp="2026-05-01T00:00:00Z"><testcase name="` + long + `"/></testsuite>`,
		})}})
		if one := w.client.DefectLink.Query().OnlyX(w.ctx); one.State != defectlink.StateORPHANED || len(one.UnresolvedKey) > 2700 ||
			!strings.Contains(one.UnresolvedKey, "/r.xml\t") {
			t.Errorf("the link: %+v", one)
		}
	})
}
