package exchange_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/suite"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/suites"
	"github.com/asterism-qa/asterism/internal/testdata"
)

const paying = `@pay
Feature: Paying
  Money moves.

  Background:
    Given a customer

  @smoke
  Scenario: By card
    When the card is read
    Then it is paid

  Scenario Outline: By <way>
    When paid by <way>
    Examples:
      | way  |
      | cash |

  Rule: Refunds
    Scenario: Full
      Then all goes back
`

// features imports feature files, by their names.
func (w *workspace) features(files map[string]string) *exchange.Report {
	w.t.Helper()
	return w.mustImport(exchange.Request{Paths: []string{folder(w.t, files)}})
}

// filed counts what a feature leaves behind.
func (w *workspace) filed() string {
	return fmt.Sprintf("%d suites, %d places, %d cases, %d versions, %d tags", w.client.Suite.Query().CountX(w.ctx),
		w.client.SuiteMember.Query().CountX(w.ctx), w.client.TestCase.Query().CountX(w.ctx),
		w.client.TestCaseVersion.Query().CountX(w.ctx), w.client.Tag.Query().CountX(w.ctx))
}

func TestAFeatureIsFiledAndFoundAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		first := w.features(map[string]string{"a.feature": paying, "notes.md": "# no feature\n"})
		if first.Format != "gherkin" || first.Counts.Cases != 3 || first.Created != 5 || first.Updated != 0 {
			t.Errorf("report %+v", first)
		}
		if got := w.filed(); got != "2 suites, 3 places, 3 cases, 3 versions, 4 tags" {
			t.Error(got)
		}
		if again := w.features(map[string]string{"a.feature": paying}); again.Created+again.Updated != 0 {
			t.Errorf("again %+v", again)
		}
		card := w.client.TestCase.Query().Where(testcase.Title("By card")).OnlyX(w.ctx)
		if card.Type != testcase.TypeGHERKIN || card.Precondition != "Given a customer" || card.Attributes["feature file"] != "a.feature" {
			t.Errorf("the case is %+v", card)
		}
		edited := w.features(map[string]string{"a.feature": strings.Replace(paying, "the card is read", "the card is seen", 1)})
		if got := w.filed(); edited.Created != 0 || edited.Updated != 1 || got != "2 suites, 3 places, 3 cases, 4 versions, 4 tags" {
			t.Errorf("edited: %s, %+v", got, edited)
		}
		// Where people put a case, it stays.
		paid := w.client.Suite.Query().Where(suite.Name("Paying")).OnlyX(w.ctx)
		refunds := w.client.Suite.Query().Where(suite.Name("Refunds")).OnlyX(w.ctx)
		w.write(func(ctx context.Context, tx *ent.Client) error {
			_, err := suites.MoveCases(ctx, tx, suites.MoveCasesInput{From: paid.ID, To: refunds.ID, TestCases: []ident.ID{card.ID}})
			return err
		})
		tagged := w.features(map[string]string{"a.feature": strings.Replace(paying, "@smoke", "@smoke @new", 1)})
		if got := w.filed(); tagged.Created != 0 || got != "2 suites, 3 places, 3 cases, 5 versions, 5 tags" {
			t.Errorf("tagged: %s, %+v", got, tagged)
		}
	})
}

func TestOneWrongFeatureRefusesAll(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		dir := folder(t, map[string]string{"a.feature": paying, "b.feature": "Feature: x\n  Scenario: y\n    Given z\n    Oops\n"})
		_, err := w.imports(exchange.Request{Paths: []string{dir}})
		var refused *record.Error
		if !asRecord(err, &refused) || refused.File != "set/b.feature" || refused.Line != 4 || !strings.HasPrefix(refused.Message, "column 5: ") {
			t.Errorf("got %v", err)
		}
		_, err = w.imports(exchange.Request{Paths: []string{folder(t, map[string]string{"empty.feature": ""})}})
		if !asRecord(err, &refused) || refused.Message != "the file is empty" {
			t.Errorf("got %v", err)
		}
		if got := w.filed(); got != "0 suites, 0 places, 0 cases, 0 versions, 0 tags" {
			t.Error(got)
		}
	})
}

func asRecord(err error, into **record.Error) bool {
	found, is := err.(*record.Error)
	*into = found
	return is
}

func (w *workspace) write(act func(ctx context.Context, tx *ent.Client) error) {
	w.t.Helper()
	if err := w.hub.Write(w.ctx, act); err != nil {
		w.t.Fatal(err)
	}
}

// back exports every suite at the top and imports the files again.
func (w *workspace) back() *exchange.Report {
	w.t.Helper()
	files := map[string]string{}
	for _, s := range w.client.Suite.Query().Where(suite.ParentIDIsNil()).AllX(w.ctx) {
		name, text, err := exchange.ExportFeature(w.ctx, w.client, s.ID)
		if err != nil {
			w.t.Fatal(err)
		}
		files[name] = text
	}
	return w.features(files)
}

func TestAnExportIsTheSameWhenItComesBack(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		w.features(map[string]string{"a.feature": paying})
		var deep ident.ID
		w.write(func(ctx context.Context, tx *ent.Client) error {
			project, err := projects.ByKey(ctx, tx, "P")
			if err != nil {
				return err
			}
			_, err = cases.Put(ctx, tx, project, []cases.Draft{
				{Title: "By hand", Description: "# A heading\nGiven words", Precondition: "The till is open.", Steps: []schema.Step{
					{Action: "Open the drawer", Data: "key 7", Expected: "It is open.\nIt is empty."}, {Action: "Close it"},
				}},
				{Title: "By machine", Type: testcase.TypeAUTOMATED, AutomationID: "pay.machine"},
			}, importTime)
			if err != nil {
				return err
			}
			found, _, err := suites.EnsurePath(ctx, tx, project, [][]string{{"Paying", "Refunds", "Partly"}})
			if err != nil {
				return err
			}
			deep = found[suites.PathKey([]string{"Paying", "Refunds", "Partly"})]
			hand := tx.TestCase.Query().Where(testcase.TitleIn("By hand", "By machine")).IDsX(ctx)
			_, err = suites.Place(ctx, tx, suites.PlaceInput{Suite: deep, TestCases: hand})
			return err
		})
		before := w.filed()
		if report := w.back(); report.Created != 0 || w.filed() != before || len(report.Warnings) != 0 {
			t.Errorf("%s became %s: %+v", before, w.filed(), report)
		}
		if report := w.back(); report.Created+report.Updated != 0 {
			t.Errorf("a second time: %+v", report)
		}
		statements := s.Statements.Count()
		name, text, err := exchange.ExportFeature(w.ctx, w.client, deep)
		if took := s.Statements.Count() - statements; err != nil || took != 6 || name != "Partly.feature" ||
			!strings.Contains(text, "When Open the drawer\n") || !strings.Contains(text, "Then It is open.\n") {
			t.Errorf("%v, %d statements, %s:\n%s", err, took, name, text)
		}
		if _, _, err := exchange.ExportFeature(w.ctx, w.client, ident.New(ident.Suite)); !fault.Is(err, fault.NotFound) {
			t.Errorf("an unknown suite: %v", err)
		}
		// In another project the keys mean nothing.
		w.project("Q")
		dir := folder(t, map[string]string{"x.feature": text})
		other := w.mustImport(exchange.Request{ProjectKey: "Q", Paths: []string{dir}})
		if other.Created != 5 || w.filed() == before {
			t.Errorf("in another project: %+v", other)
		}
	})
}

func TestTheAcceptanceFeaturesComeBackAsTheyWere(t *testing.T) {
	from := filepath.Join(testdata.Root(t), "testcases/gherkin-cucumber-good/good")
	entries, err := os.ReadDir(from)
	if err != nil {
		t.Fatal(err)
	}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		var paths []string
		for _, entry := range entries {
			if entry.Name() != "empty.feature" {
				paths = append(paths, filepath.Join(from, entry.Name()))
			}
		}
		report := w.mustImport(exchange.Request{Paths: paths})
		if report.Files != 28 || report.Counts.Cases < 51 {
			t.Errorf("report %+v", report.Counts)
		}
		before := w.filed()
		if again := w.back(); again.Created != 0 || w.filed() != before {
			t.Errorf("%s became %s: %+v", before, w.filed(), again)
		}
	})
}

func TestATableNamesSuitesAndTags(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		m := mapped(t, "files:\n  - match: \"*.csv\"\n    records:\n      - {record: case, columns: {key: k, title: t, suite: s, tags: w}, split: {suite: /, tags: \",\"}}\n")
		dir := folder(t, map[string]string{"c.csv": "k,t,s,w\nA,one,Pay/Cards,\"@smoke, fast\"\nB,two,Pay,\nC,three,,SMOKE\n"})
		w.mustImport(exchange.Request{Paths: []string{dir}, Mapping: m})
		if got := w.filed(); got != "2 suites, 2 places, 3 cases, 3 versions, 3 tags" {
			t.Error(got)
		}
		var names []string
		for _, s := range w.client.Suite.Query().AllX(w.ctx) {
			names = append(names, s.Name)
		}
		slices.Sort(names)
		if strings.Join(names, ",") != "Cards,Pay" {
			t.Error(names)
		}
	})
}
