package exchange_test

import (
	"context"
	"encoding/json"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/ent/gen/ent/suite"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/suites"
)

// odd are cases whose texts and fields no Gherkin can show.
var odd = []cases.Draft{
	{
		Title: "Two  blanks ", Description: "  indented \r\nand on\n", Precondition: " open ", Priority: testcase.PriorityP1,
		Level: testcase.LevelSYSTEM, AutomationID: "pay.two  blanks", Aliases: []string{"pay two", " other "}, EstimateMS: 90_500,
		Attributes: map[string]string{"risk": " high ", "area": "pay"}, Steps: []schema.Step{
			{Action: " Open the  drawer ", Data: " key 7\t", Expected: "  It is open. \n\n It is empty."}, {Action: "Close it", Expected: " closed "},
		},
	},
	{
		Title: "Every  <way>", Type: testcase.TypeGHERKIN, Steps: []schema.Step{{Action: "When paid by <way>"}},
		Parameters: []string{"way", "fee"}, DataRows: []map[string]string{{"way": " cash ", "fee": ""}, {"way": "card", "fee": "1"}},
	},
	{Title: "Plain", Steps: []schema.Step{{Action: "Look", Expected: "seen"}}},
}

// oddly fills the project P with them, links the first to a requirement, and puts it into a second suite.
func (w *workspace) oddly() {
	w.t.Helper()
	w.write(func(ctx context.Context, tx *ent.Client) error {
		at, err := projects.ByKey(ctx, tx, "P")
		if err != nil {
			return err
		}
		if _, err := requirements.Put(ctx, tx, at, []requirements.Draft{{Key: "R-1", Title: "Pay"}}, importTime); err != nil {
			return err
		}
		put, err := cases.Put(ctx, tx, at, odd, importTime)
		if err != nil {
			return err
		}
		if _, err := cases.Trace(ctx, tx, at, []cases.LinkDraft{{Requirement: "R-1", Case: put.Became[0].Key, Role: tracelink.RoleVERIFIES}}, importTime); err != nil {
			return err
		}
		paying, nightly := []string{"Pay  ing", "By  hand"}, []string{"Nightly", "Slow  ones"}
		found, _, err := suites.EnsurePath(ctx, tx, at, [][]string{paying, nightly})
		if err != nil {
			return err
		}
		if err := tx.Suite.UpdateOneID(found[suites.PathKey(paying)]).SetDescription("  Money \n moves ").Exec(ctx); err != nil {
			return err
		}
		all := tx.TestCase.Query().Order(ent.Asc(testcase.FieldID)).IDsX(ctx)
		if _, err := suites.Place(ctx, tx, suites.PlaceInput{Suite: found[suites.PathKey(paying)], TestCases: all}); err != nil {
			return err
		}
		_, err = suites.Place(ctx, tx, suites.PlaceInput{Suite: found[suites.PathKey(nightly)], TestCases: all[:1]})
		return err
	})
}

// held spells, case by case, all that a project's cases hold, and the descriptions of its suites. Where a scenario stands
// in its file is left out.
func (w *workspace) held(key string) []string {
	w.t.Helper()
	var held []string
	all := w.client.TestCase.Query().Where(testcase.HasProjectWith(project.Key(key))).WithSuiteMembers(func(q *ent.SuiteMemberQuery) { q.WithSuite() }).AllX(w.ctx)
	for _, c := range all {
		attributes := map[string]string{}
		maps.Copy(attributes, c.Attributes)
		delete(attributes, "feature file")
		var ids []ident.ID
		for _, m := range c.Edges.SuiteMembers {
			ids = append(ids, m.SuiteID)
		}
		paths, err := suites.Paths(w.ctx, w.client, ids)
		if err != nil {
			w.t.Fatal(err)
		}
		var stands []string
		for _, p := range paths {
			stands = append(stands, strings.Join(p, "/"))
		}
		slices.Sort(stands)
		document, err := json.Marshal([]any{c.Title, c.Type, c.Status, c.Priority, c.Level, c.Description, c.Precondition, c.Steps, c.Parameters,
			c.DataRows, c.AutomationID, c.Aliases, c.EstimateMs, attributes, c.ContentVersion, stands})
		if err != nil {
			w.t.Fatal(err)
		}
		held = append(held, string(document))
	}
	for _, s := range w.client.Suite.Query().Where(suite.HasProjectWith(project.Key(key))).AllX(w.ctx) {
		held = append(held, s.Name+": "+s.Description)
	}
	slices.Sort(held)
	return held
}

// exported are the feature files of all suites at the top of the project P.
func (w *workspace) exported() map[string]string {
	w.t.Helper()
	files := map[string]string{}
	for _, s := range w.client.Suite.Query().Where(suite.ParentIDIsNil(), suite.HasProjectWith(project.Key("P"))).AllX(w.ctx) {
		name, text, err := exchange.ExportFeature(w.ctx, w.client, s.ID)
		if err != nil {
			w.t.Fatal(err)
		}
		files[name] = text
	}
	return files
}

func TestAnExportThatComesBackChangesNoContentAndNoLink(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		w.oddly()
		before := w.held("P")
		for range 2 {
			report := w.features(w.exported())
			if after := w.held("P"); report.Created != 0 || !slices.Equal(after, before) {
				t.Errorf("%d made; it became\n%s, was\n%s", report.Created, strings.Join(after, "\n"), strings.Join(before, "\n"))
			}
			if link := w.client.TraceLink.Query().OnlyX(w.ctx); link.State != tracelink.StateVALID || warned(report, "", "SUSPECT") {
				t.Errorf("the link is %s: %v", link.State, report.Warnings)
			}
		}
	})
}

func TestAnotherProjectGetsAllThatAnExportHolds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		w.oddly()
		w.project("Q")
		request := exchange.Request{ProjectKey: "Q", Paths: []string{folder(t, w.exported())}}
		w.mustImport(request)
		if got, want := w.held("Q"), w.held("P"); !slices.Equal(got, want) {
			t.Errorf("it holds\n%s, not\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if again := w.mustImport(request); again.Created+again.Updated != 0 {
			t.Errorf("again %+v", again)
		}
	})
}

func TestAnImportTellsHowManyLinksBecameSuspect(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorkspace(t, s)
		w.oddly()
		edited := map[string]string{}
		for name, text := range w.exported() {
			edited[path.Base(name)] = strings.ReplaceAll(text, "Then closed", "Then shut")
		}
		report := w.features(edited)
		if link := w.client.TraceLink.Query().OnlyX(w.ctx); link.State != tracelink.StateSUSPECT ||
			!warned(report, "", "1 link became SUSPECT by changed content; affirm or retire") {
			t.Errorf("the link is %s: %v", link.State, report.Warnings)
		}
		edited["more.feature"] = "Feature: More\n"
		if again := w.features(edited); warned(again, "", "SUSPECT") {
			t.Errorf("a link that was SUSPECT before is told again: %v", again.Warnings)
		}
	})
}
