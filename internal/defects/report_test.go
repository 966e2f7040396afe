package defects_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestADefectCarriesOverWhatItsExecutionSaw(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s, "basket 17 is closed\nsecond line")
		is := must(w, defects.Report, defects.ReportInput{Execution: &w.failed[0].ID, Severity: ptr(defect.SeverityMAJOR), Links: []ident.ID{w.requirement}})
		if is.Key != "D-1" || is.Title != "C: basket 17 is closed" || is.Status != "NEW" || *is.FoundInBuildID != *w.failed[0].BuildID ||
			*is.FoundInEnvironmentID != *w.failed[0].EnvironmentID || *is.Severity != "MAJOR" || !is.ReportedAt.Equal(projecttest.Now) {
			t.Errorf("got %+v", is)
		}
		for _, want := range []string{
			"- Test case: C buys (version 1)\n", "- Build: b\n", "- Environment: e\n", "- Data: fast\n", "- Result: FAILED in attempt 1, 2026-06-01 12:00 UTC\n",
			"1. press: FAILED (dead)\n", "````\nat shop.Basket.add(Basket.java:3)\n```\nend\n````\n",
		} {
			if !strings.Contains(is.Text, want) {
				t.Errorf("the text lacks %q:\n%s", want, is.Text)
			}
		}
		if n := w.open(is); n != 2 {
			t.Errorf("%d links, want those to the execution and the requirement", n)
		}
		given := must(w, defects.Report, defects.ReportInput{Execution: &w.failed[0].ID, Title: ptr("mine"), Text: ptr("own"), Assignee: &w.owner})
		if given.Key != "D-2" || given.Title != "mine" || given.Text != "own" || given.Status != "ASSIGNED" || *given.AssigneeID != w.owner {
			t.Errorf("given: %+v", given)
		}
		plain := must(w, defects.Report, defects.ReportInput{Project: ptr("P"), Title: ptr("plain"), Build: ptr("b"), Environment: ptr("e")})
		if plain.FoundInBuildID == nil || plain.FoundInEnvironmentID == nil || w.open(plain) != 0 {
			t.Errorf("plain: %+v", plain)
		}
	})
}

func TestAReportIsRefusedWithAllItsReasons(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s, "no")
		absent := ident.New(ident.User)
		for name, c := range map[string]struct {
			in     defects.ReportInput
			code   fault.Code
			fields []string
		}{
			"nothing said": {defects.ReportInput{}, fault.Invalid, []string{"project", "title"}},
			"wrong words": {defects.ReportInput{
				Project: ptr("P"), Title: ptr(" "), Text: ptr("\x00"), Severity: ptr(defect.Severity("BAD")), Priority: ptr(defect.Priority("P9")), Links: []ident.ID{absent},
			}, fault.Invalid, []string{"links.0", "priority", "severity", "text", "title"}},
			"too much said":      {defects.ReportInput{Project: ptr("P"), Title: ptr(strings.Repeat("é", 1001)), Text: ptr(strings.Repeat("é", 200_001))}, fault.Invalid, []string{"text", "title"}},
			"nobody here":        {defects.ReportInput{Project: ptr("P"), Title: ptr("x"), Assignee: &absent}, fault.NotFound, []string{"assignee"}},
			"a place of its own": {defects.ReportInput{Execution: &w.failed[0].ID, Build: ptr("b"), Environment: ptr("e")}, fault.Invalid, []string{"build", "environment"}},
			"not there":          {defects.ReportInput{Project: ptr("P"), Title: ptr("x"), Build: ptr("x"), Environment: ptr("x"), Assignee: &absent}, fault.Invalid, []string{"assignee", "build", "environment"}},
			"no such execution":  {defects.ReportInput{Execution: ptr(ident.New(ident.Execution))}, fault.NotFound, []string{"execution"}},
			"no such link":       {defects.ReportInput{Project: ptr("P"), Title: ptr("x"), Links: []ident.ID{ident.New(ident.TestCase)}}, fault.NotFound, []string{"links.0"}},
		} {
			_, err := try(w, defects.Report, c.in)
			var fields []string
			for _, one := range fault.All(err) {
				fields = append(fields, strings.Join(one.Field, "."))
			}
			if slices.Sort(fields); !fault.Is(err, c.code) || !slices.Equal(fields, c.fields) {
				t.Errorf("%s: %q, %v", name, fields, err)
			}
		}
		if n := w.Client.Defect.Query().CountX(w.Ctx); n != 0 {
			t.Errorf("%d defects were made", n)
		}
	})
}

func TestARevisionChangesWhatItNames(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		is := w.new("D", "NEW")
		same := must(w, defects.Revise, defects.ReviseInput{ID: is.ID, ExpectedVersion: 1, Title: ptr("D")})
		next := must(w, defects.Revise, defects.ReviseInput{
			ID: is.ID, ExpectedVersion: 1, Title: ptr("leak"), Text: ptr("drip"), Severity: ptr(defect.SeverityMINOR), Priority: ptr(defect.PriorityP1), DueAt: ptr(projecttest.Now),
		})
		if same.Version != 1 || next.Version != 2 || next.Title != "leak" || next.Text != "drip" || *next.Severity != "MINOR" || *next.Priority != "P1" || !next.DueAt.Equal(projecttest.Now) {
			t.Errorf("%+v, then %+v", same, next)
		}
		for _, err := range []error{
			second(try(w, defects.Revise, defects.ReviseInput{ID: is.ID, ExpectedVersion: 1, Title: ptr("late")})),
			second(try(w, defects.Revise, defects.ReviseInput{ID: is.ID, ExpectedVersion: 2, Title: ptr("")})),
		} {
			if err == nil {
				t.Error("an old version or an empty title is taken")
			}
		}
	})
}

func TestARevisionEmptiesWhatIsUndecidedAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		is := w.new("D", "NEW")
		must(w, defects.Revise, defects.ReviseInput{
			ID: is.ID, ExpectedVersion: 1, Severity: ptr(defect.SeverityMINOR), Priority: ptr(defect.PriorityP1), DueAt: ptr(projecttest.Now),
		})
		must(w, defects.Revise, defects.ReviseInput{ID: is.ID, ExpectedVersion: 2, Severity: ptr(defect.SeverityMAJOR), Clear: []string{"DUE_AT", "PRIORITY", "DUE_AT"}})
		if some := w.get("D"); some.Version != 3 || some.DueAt != nil || some.Priority != nil || some.Severity == nil || *some.Severity != "MAJOR" {
			t.Errorf("two are emptied: %+v", some)
		}
		must(w, defects.Revise, defects.ReviseInput{ID: is.ID, ExpectedVersion: 3, Clear: []string{"SEVERITY", "PRIORITY"}})
		if none := w.get("D"); none.Version != 4 || none.Severity != nil {
			t.Errorf("all are emptied: %+v", none)
		}
		if same := must(w, defects.Revise, defects.ReviseInput{ID: is.ID, ExpectedVersion: 4, Clear: []string{"SEVERITY"}}); same.Version != 4 {
			t.Errorf("empty again: version %d", same.Version)
		}
		_, err := try(w, defects.Revise, defects.ReviseInput{ID: is.ID, ExpectedVersion: 4, Priority: ptr(defect.PriorityP0), Clear: []string{"DUE_AT", "PRIORITY", "TITLE"}})
		var fields []string
		for _, one := range fault.All(err) {
			fields = append(fields, strings.Join(one.Field, "."))
		}
		if !fault.Is(err, fault.Invalid) || !slices.Equal(fields, []string{"clear.1", "clear.2"}) {
			t.Errorf("given and emptied, or not to be emptied: %v at %v", err, fields)
		}
	})
}

func TestTheLongestTextsAreTaken(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		title, text, note := strings.Repeat("é", 1000), strings.Repeat("é", 200_000), strings.Repeat("é", 20_000)
		is := must(w, defects.Report, defects.ReportInput{Project: ptr("P"), Title: &title, Text: &text})
		must(w, defects.Confirm, lifecycle.Input{ID: is.ID, ExpectedVersion: 1, Note: &note})
		if w.Client.Comment.Query().OnlyX(w.Ctx).Text != note {
			t.Error("the note is another one")
		}
		_, err := try(w, defects.Trash, requirements.TrashInput{IDs: []ident.ID{is.ID}, Reason: ptr(note + "é")})
		if !fault.Is(err, fault.Invalid) || !slices.Equal(fault.Of(err).Field, []string{"reason"}) {
			t.Errorf("too long a reason: %v", err)
		}
	})
}

func second[T any](_ T, err error) error { return err }
