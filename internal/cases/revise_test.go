package cases_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcaseversion"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestOtherContentMakesTheNextVersionAndNothingElseDoes(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		_, err := w.create(cases.CreateInput{Key: to("C"), Title: "one", Steps: []schema.Step{{Action: "a"}}, AutomationID: to("auto"), Aliases: []string{"x"}})
		w.ok(err)
		for _, step := range []struct {
			name              string
			in                cases.ReviseInput
			content, versions int // afterwards
		}{
			{"nothing", cases.ReviseInput{}, 1, 1},
			{"the same title", cases.ReviseInput{Title: to("one")}, 1, 1},
			{"another title", cases.ReviseInput{Title: to("two"), Reason: to("clearer")}, 2, 2},
			{"a priority", cases.ReviseInput{Priority: to(testcase.PriorityP0)}, 2, 3},
			{"no automation and no names", cases.ReviseInput{AutomationID: to(""), Aliases: []string{}}, 2, 4},
			{"further fields", cases.ReviseInput{Attributes: []projects.Attribute{{Name: "a", Value: "b"}}}, 2, 5},
			{"no further fields", cases.ReviseInput{Attributes: []projects.Attribute{}}, 2, 6},
			{"parameters with rows", cases.ReviseInput{Parameters: []string{"p"}, DataRows: []cases.Row{{Values: []string{"1"}}}}, 3, 7},
			{"rows alone", cases.ReviseInput{DataRows: []cases.Row{{Values: []string{"2"}}}}, 4, 8},
			{"no steps", cases.ReviseInput{Steps: []schema.Step{}}, 5, 9},
			{"no parameters and no rows", cases.ReviseInput{Parameters: []string{}, DataRows: []cases.Row{}}, 6, 10},
		} {
			w.ok(w.revise("C", step.in))
			is := w.tested("C")
			if is.ContentVersion != step.content || is.Version != step.versions || is.QueryVersions().CountX(w.Ctx) != step.content {
				t.Errorf("%s: content version %d, version %d", step.name, is.ContentVersion, is.Version)
			}
		}
		is := w.tested("C")
		if is.AutomationID != "" || is.Aliases != nil || is.Steps != nil || is.Parameters != nil || is.DataRows != nil || is.Attributes != nil {
			t.Errorf("not emptied: %+v", is)
		}
		second := is.QueryVersions().Where(testcaseversion.Number(2)).OnlyX(w.Ctx)
		if second.Title != "two" || second.Reason != "clearer" || *second.CreatedByID != w.user() {
			t.Errorf("the second version: %+v", second)
		}
	})
}

func TestRowsFitTheParameters(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		_, err := w.create(cases.CreateInput{Key: to("C"), Title: "c", Parameters: []string{"a", "b"}, DataRows: []cases.Row{{Values: []string{"1", "2"}}}})
		w.ok(err)
		for name, c := range map[string]struct {
			in   cases.ReviseInput
			want string
		}{
			"a value too few":              {cases.ReviseInput{DataRows: []cases.Row{{Values: []string{"1", "2"}}, {Values: []string{"1"}}}}, "dataRows.1.values"},
			"other parameters without row": {cases.ReviseInput{Parameters: []string{"a", "c"}}, "dataRows"},
			"the same in another order":    {cases.ReviseInput{Parameters: []string{"b", "a"}}, ""},
		} {
			if err := w.revise("C", c.in); paths(err) != c.want {
				t.Errorf("%s: %q (%v), want %q", name, paths(err), err, c.want)
			}
		}
		if row := w.tested("C").DataRows[0]; row["a"] != "1" || row["b"] != "2" {
			t.Errorf("the row is %v", row)
		}
	})
}

func TestNobodyOverwritesWhatTheyHaveNotSeen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		put(w.Project, cases.Draft{Key: "C", Title: "c"})
		is := w.tested("C")
		w.ok(w.revise("C", cases.ReviseInput{Title: to("d")}))
		err := w.Try(func(ctx context.Context, tx *ent.Client) error {
			_, err := cases.Revise(ctx, tx, cases.ReviseInput{ID: is.ID, ExpectedVersion: is.Version, Title: to("e")})
			return err
		})
		w.refused(err, fault.Conflict, "test case C", "version 2")
		if w.tested("C").Title != "d" {
			t.Error("it was overwritten")
		}
	})
}

func TestAnApprovedCaseIsADraftOnlyAfterOtherContent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		put(w.Project, cases.Draft{Key: "C", Title: "c", Status: testcase.StatusAPPROVED})
		w.ok(w.revise("C", cases.ReviseInput{Priority: to(testcase.PriorityP2)}))
		if is := w.tested("C"); is.Status != testcase.StatusAPPROVED || is.ApprovedVersion != 1 {
			t.Errorf("after a priority: %s, approved %d", is.Status, is.ApprovedVersion)
		}
		w.ok(w.revise("C", cases.ReviseInput{Title: to("d")}))
		if is := w.tested("C"); is.Status != testcase.StatusDRAFT || is.ApprovedVersion != 1 || is.ContentVersion != 2 {
			t.Errorf("after a title: %s, approved %d, content %d", is.Status, is.ApprovedVersion, is.ContentVersion)
		}
		w.ok(w.submit("C", nil))
		w.ok(w.revise("C", cases.ReviseInput{Title: to("e")}))
		if is := w.tested("C"); is.Status != testcase.StatusIN_REVIEW || is.ContentVersion != 3 {
			t.Errorf("in review: %s, content %d", is.Status, is.ContentVersion)
		}
		w.ok(w.move("C", cases.Deprecate, "replaced"))
		w.refused(w.revise("C", cases.ReviseInput{Title: to("f")}), fault.Precondition, "DEPRECATED", "final state")
	})
}

func TestAnEarlierVersionComesBackAsTheNext(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		first := []schema.Step{{Action: "first"}}
		put(w.Project, cases.Draft{Key: "C", Title: "c", Steps: first, Parameters: []string{"p"}, DataRows: []map[string]string{{"p": "1"}}})
		w.ok(w.revise("C", cases.ReviseInput{Steps: []schema.Step{{Action: "second"}}, Parameters: []string{}, DataRows: []cases.Row{}}))
		restore := func(number int) error {
			is := w.tested("C")
			return w.Try(func(ctx context.Context, tx *ent.Client) error {
				_, err := cases.RestoreVersion(ctx, tx, cases.RestoreVersionInput{ID: is.ID, ExpectedVersion: is.Version, Number: number, Reason: to("back")})
				return err
			})
		}
		w.refused(restore(3), fault.NotFound, "no version 3", "1 to 2")
		w.ok(restore(1))
		is := w.tested("C")
		if is.ContentVersion != 3 || is.Steps[0].Action != "first" || is.DataRows[0]["p"] != "1" {
			t.Errorf("got %+v", is)
		}
		all := is.QueryVersions().Order(ent.Asc(testcaseversion.FieldNumber)).AllX(w.Ctx)
		if len(all) != 3 || all[2].Reason != "back" || all[2].ContentHash != all[0].ContentHash || len(cases.Compare(all[0], all[2])) != 0 {
			t.Errorf("the versions: %+v", all)
		}
		w.ok(restore(3))
		if is := w.tested("C"); is.ContentVersion != 3 || is.Version != 3 {
			t.Errorf("the present one came back as content version %d, version %d", is.ContentVersion, is.Version)
		}
	})
}

func TestAnImportApprovesWhatItsSourceApproved(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		for _, step := range []struct {
			draft             cases.Draft
			status            testcase.Status
			approved, content int
		}{
			{cases.Draft{Key: "C", Title: "1", Status: testcase.StatusAPPROVED}, testcase.StatusAPPROVED, 1, 1},
			{cases.Draft{Key: "C", Title: "1"}, testcase.StatusAPPROVED, 1, 1},
			{cases.Draft{Key: "C", Title: "2"}, testcase.StatusDRAFT, 1, 2},
			{cases.Draft{Key: "C", Title: "2", Status: testcase.StatusAPPROVED}, testcase.StatusAPPROVED, 2, 2},
			{cases.Draft{Key: "C", Title: "3", Status: testcase.StatusAPPROVED}, testcase.StatusAPPROVED, 3, 3},
			{cases.Draft{Key: "C", Title: "4", Status: testcase.StatusIN_REVIEW}, testcase.StatusIN_REVIEW, 3, 4},
		} {
			put(w.Project, step.draft)
			if is := w.tested("C"); is.Status != step.status || is.ApprovedVersion != step.approved || is.ContentVersion != step.content {
				t.Errorf("after %s %s: %s, approved %d, content %d", step.draft.Title, step.draft.Status, is.Status, is.ApprovedVersion, is.ContentVersion)
			}
		}
	})
}
