package cases_test

import (
	"context"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func (w *world) create(in cases.CreateInput) (made *ent.TestCase, err error) {
	if in.Project == "" {
		in.Project = "P"
	}
	err = w.Try(func(ctx context.Context, tx *ent.Client) (err error) {
		made, err = cases.Create(ctx, tx, in)
		return err
	})
	return made, err
}

func TestACaseIsWrittenDownWithAllThatWasStated(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		require(w.Project, requirements.Draft{Key: "R", Text: "old"}, requirements.Draft{Key: "S"})
		require(w.Project, requirements.Draft{Key: "R", Text: "new"})
		r, u := w.required("R"), w.required("S")
		made, err := w.create(cases.CreateInput{
			Title: " Sign in ", Type: to(testcase.TypeGHERKIN), Priority: to(testcase.PriorityP1), Level: to(testcase.LevelSYSTEM),
			Description: to("d"), Precondition: to("p"), Steps: []schema.Step{{Action: "a", Data: "d", Expected: "e"}},
			Parameters: []string{"user", "age"}, DataRows: []cases.Row{{Values: []string{"ann", "7"}}},
			AutomationID: to("auto.sign"), Aliases: []string{"old.sign"}, EstimateMs: to(5),
			Attributes: []projects.Attribute{{Name: "team", Value: "web"}}, Requirements: []ident.ID{r.ID, u.ID, r.ID}, Reason: to("asked for"),
		})
		w.ok(err)
		is := w.Client.TestCase.Query().WithVersions().WithTraceLinks().OnlyX(w.Ctx)
		if is.ID != made.ID || is.Key != "C-1" || is.Title != "Sign in" || is.Type != testcase.TypeGHERKIN || is.Status != testcase.StatusDRAFT ||
			*is.Priority != testcase.PriorityP1 || *is.Level != testcase.LevelSYSTEM || is.DataRows[0]["user"] != "ann" || is.DataRows[0]["age"] != "7" ||
			is.AutomationID != "auto.sign" || is.Aliases[0] != "old.sign" || is.EstimateMs != 5 || is.Attributes["team"] != "web" ||
			is.CreatedByID == nil || *is.CreatedByID != w.user() || is.ApprovedVersion != 0 {
			t.Errorf("the case: %+v", is)
		}
		if v := is.Edges.Versions; len(v) != 1 || v[0].Number != 1 || v[0].Reason != "asked for" || v[0].Steps[0].Expected != "e" || *v[0].CreatedByID != w.user() {
			t.Errorf("its versions: %+v", v)
		}
		links := is.Edges.TraceLinks
		if len(links) != 2 {
			t.Fatalf("%d links, want 2", len(links))
		}
		for _, one := range links {
			want := map[ident.ID]int{r.ID: 2, u.ID: 1}[*one.RequirementID]
			if one.State != tracelink.StateVALID || one.Role != tracelink.RoleVERIFIES || one.RequirementVersion != want || one.TestCaseVersion != 1 {
				t.Errorf("a link: %+v", one)
			}
		}
		if made, err := w.create(cases.CreateInput{Title: "next"}); err != nil || made.Key != "C-2" || made.Type != testcase.TypeMANUAL {
			t.Errorf("with a title only: %+v, %v", made, err)
		}
	})
}

func TestAllThatIsWrongIsToldAtOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		long := strings.Repeat("é", 1_001)
		for name, c := range map[string]struct {
			in   cases.CreateInput
			want string
		}{
			"several fields": {cases.CreateInput{
				Key: to(" k"), Title: "\t", Description: to("\x00"), Steps: []schema.Step{{Action: "a"}, {}, {Expected: "\xff"}},
				Parameters: []string{"a", "a", ""}, DataRows: []cases.Row{{Values: []string{"1", "2"}}, {Values: []string{"1", "2", "3"}}},
				EstimateMs: to(-1), Aliases: []string{long}, Attributes: []projects.Attribute{{}}, Reason: to("\x00"),
			}, "aliases.0 attributes.0.name dataRows.0.values description estimateMs key parameters.1 parameters.2 reason steps.1.action steps.2.expected title"},
			"a key over two lines":       {cases.CreateInput{Key: to("K\n1"), Title: "t"}, "key"},
			"names of too many bytes":    {cases.CreateInput{Title: "t", AutomationID: to(long[:1_002]), Aliases: []string{long[:1_002]}}, "aliases.0 automationId"},
			"the longest names":          {cases.CreateInput{Title: "t", AutomationID: to(long[:1_000]), Aliases: []string{long[:1_000]}}, ""},
			"a long title":               {cases.CreateInput{Title: long}, "title"},
			"the longest title":          {cases.CreateInput{Title: long[2:]}, ""},
			"too many steps":             {cases.CreateInput{Title: "t", Steps: make([]schema.Step, 1_001)}, "steps"},
			"too many rows":              {cases.CreateInput{Title: "t", DataRows: make([]cases.Row, 10_001), Parameters: []string{}}, "dataRows"},
			"too many parameters":        {cases.CreateInput{Title: "t", Parameters: make([]string, 101)}, "parameters"},
			"rows without parameters":    {cases.CreateInput{Title: "t", DataRows: []cases.Row{{Values: []string{"1"}}}}, "dataRows.0.values"},
			"a requirement that is not":  {cases.CreateInput{Title: "t", Requirements: []ident.ID{ident.New(ident.Requirement)}}, "requirements.0"},
			"a project that is not":      {cases.CreateInput{Project: "NO", Title: "t"}, "project"},
			"a key longer than is kept":  {cases.CreateInput{Key: to(strings.Repeat("k", 201)), Title: "t"}, "key"},
			"an attribute that is twice": {cases.CreateInput{Title: "t", Attributes: []projects.Attribute{{Name: "a"}, {Name: "a"}}}, "attributes.1.name"},
		} {
			if _, err := w.create(c.in); paths(err) != c.want || (c.want == "") != (err == nil) {
				t.Errorf("%s: %q (%v), want %q", name, paths(err), err, c.want)
			}
		}
	})
}

func TestAKeyIsTakenOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		made, err := w.create(cases.CreateInput{Key: to("C-1"), Title: "a"})
		w.ok(err)
		_, err = w.create(cases.CreateInput{Key: to("C-1"), Title: "b"})
		w.refused(err, fault.Conflict, "already a test case C-1")
		_, err = w.trashing(cases.Trash, made.ID)
		w.ok(err)
		_, err = w.create(cases.CreateInput{Key: to("C-1"), Title: "b"})
		w.refused(err, fault.Conflict, "in the trash")
		next, err := w.create(cases.CreateInput{Title: "c"})
		if err != nil || next.Key != "C-2" {
			t.Errorf("the next key is %v, %v", next, err)
		}
	})
}

func TestOnlyEditorsWriteCasesAndOnlyInTheirProject(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		put(w.Project, cases.Draft{Key: "C", Title: "c"})
		require(w.Project, requirements.Draft{Key: "R"})
		basis, test := w.elsewhere()
		tester := w.as("tester", membership.RoleTESTER)
		_, err := tester.create(cases.CreateInput{Title: "t"})
		w.refused(err, fault.Denied, "EDITOR")
		w.refused(tester.revise("C", cases.ReviseInput{Title: to("x")}), fault.Denied, "EDITOR")
		w.refused(tester.submit("C", nil), fault.Denied)
		w.refused(tester.move("C", cases.Deprecate, "why"), fault.Denied)
		_, err = tester.trashing(cases.Trash, w.tested("C").ID)
		w.refused(err, fault.Denied)
		w.refused(tester.link(w.required("R").ID, w.tested("C").ID), fault.Denied)

		_, err = w.create(cases.CreateInput{Title: "t", Requirements: []ident.ID{basis}})
		w.refused(err, fault.NotFound, "no such requirement")
		w.refused(w.link(w.required("R").ID, test), fault.NotFound, "no such test case")
		_, err = w.trashing(cases.Trash, w.tested("C").ID, test)
		if paths(err) != "ids.1" {
			t.Errorf("got %v", err)
		}
		editor := w.as("editor", membership.RoleEDITOR)
		_, err = editor.trashing(cases.Trash, test)
		w.refused(err, fault.NotFound, "no such test case")
		w.ok(editor.revise("C", cases.ReviseInput{Title: to("x")}))
	})
}
