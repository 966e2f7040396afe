package remarks_test

import (
	"context"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/remarks"
)

// say adds a comment.
func say(w *world, about ident.ID, text string) (*ent.Comment, error) {
	return write(w, func(ctx context.Context, tx *ent.Client) (*ent.Comment, error) {
		return remarks.AddComment(ctx, tx, remarks.CommentInput{About: about, Text: text})
	})
}

// revise changes a comment.
func revise(w *world, id ident.ID, saw int, text string) (*ent.Comment, error) {
	return write(w, func(ctx context.Context, tx *ent.Client) (*ent.Comment, error) {
		return remarks.ReviseComment(ctx, tx, remarks.CommentReviseInput{ID: id, ExpectedVersion: saw, Text: text})
	})
}

func TestATesterCommentsOnEveryKindOfThing(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		tester := w.as(membership.RoleTESTER)
		for _, thing := range w.things() {
			made, err := say(tester, thing, "Seen **again**.")
			if err != nil {
				t.Fatalf("%s: %v", thing, err)
			}
			about := remarks.ThingOf(made.RequirementID, made.TestCaseID, made.ExecutionID, made.DefectID)
			if about != thing || made.Text != "Seen **again**." || made.EditedAt != nil || *made.CreatedByID != w.people[membership.RoleTESTER] {
				t.Errorf("%s became %+v", thing, made)
			}
		}
	})
}

func TestAWrongCommentIsRefusedWithEverythingThatIsWrong(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.trash(true)
		owner := *w
		for name, test := range map[string]struct {
			as    *world
			about ident.ID
			text  string
			code  fault.Code
			at    string
		}{
			"no text":           {&owner, w.defect, " \n\t", fault.Invalid, "text"},
			"too long":          {&owner, w.defect, strings.Repeat("é", remarks.MaxText+1), fault.Invalid, "text"},
			"no UTF-8":          {&owner, w.defect, "a\xff", fault.Invalid, "text"},
			"about a project":   {&owner, w.ID, "x", fault.Invalid, "about"},
			"absent":            {&owner, ident.New(ident.Defect), "x", fault.NotFound, "about"},
			"in the trash":      {&owner, w.requirement, "x", fault.NotFound, "about"},
			"foreign":           {w.as(membership.RoleADMIN), w.foreign, "x", fault.NotFound, "about"},
			"by a stranger":     {w.as(stranger), w.defect, "x", fault.NotFound, "about"},
			"by one who reads":  {w.as(membership.RoleVIEWER), w.defect, "x", fault.Denied, ""},
			"both are mistaken": {&owner, w.ID, "", fault.Invalid, "about text"},
		} {
			_, err := say(test.as, test.about, test.text)
			var at []string
			for _, one := range fault.All(err) {
				at = append(at, one.Field...)
			}
			if !fault.Is(err, test.code) || strings.Join(at, " ") != test.at {
				t.Errorf("%s: %v at %v", name, err, at)
			}
		}
		if _, err := say(w, w.defect, strings.Repeat("é", remarks.MaxText)); err != nil {
			t.Errorf("the longest comment: %v", err)
		}
		if n := w.Client.Comment.Query().CountX(w.Ctx); n != 1 {
			t.Errorf("%d comments are there", n)
		}
	})
}

func TestOnlyTheAuthorChangesAComment(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		tester := w.as(membership.RoleTESTER)
		made, err := say(tester, w.execution, "first")
		if err != nil {
			t.Fatal(err)
		}
		for role, code := range map[membership.Role]fault.Code{
			membership.RoleADMIN: fault.Denied, membership.RoleEDITOR: fault.Denied, membership.RoleVIEWER: fault.Denied, stranger: fault.NotFound,
		} {
			if _, err := revise(w.as(role), made.ID, 1, "mine"); !fault.Is(err, code) {
				t.Errorf("%s: %v", role, err)
			}
		}
		if _, err := revise(tester, made.ID, 7, "x"); !fault.Is(err, fault.Conflict) || fault.Of(err).Details["version"] != 1 {
			t.Errorf("an old state: %v", err)
		}
		if same, err := revise(tester, made.ID, 1, "first"); err != nil || same.Version != 1 || same.EditedAt != nil {
			t.Errorf("the same words: %+v, %v", same, err)
		}
		if changed, err := revise(tester, made.ID, 1, "second"); err != nil || changed.Text != "second" || changed.Version != 2 || changed.EditedAt == nil {
			t.Errorf("other words: %+v, %v", changed, err)
		}
		if _, err := revise(tester, made.ID, 2, ""); !fault.Is(err, fault.Invalid) {
			t.Errorf("no words: %v", err)
		}
	})
}

func TestCommentsGoIntoTheTrashAndComeBack(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		tester := w.as(membership.RoleTESTER)
		one, _ := say(tester, w.execution, "one")
		two, _ := say(tester, w.defect, "two")
		editors, err := say(w.as(membership.RoleEDITOR), w.testCase, "three")
		if err != nil {
			t.Fatal(err)
		}
		move := func(as *world, back bool, ids ...ident.ID) error {
			_, err := write(as, func(ctx context.Context, tx *ent.Client) ([]*ent.Comment, error) {
				if back {
					return remarks.RestoreComments(ctx, tx, ids)
				}
				moved, err := remarks.TrashComments(ctx, tx, ids)
				if err == nil && (len(moved) == 0 || moved[0].ID != ids[0] || moved[0].DeletedAt == nil) {
					t.Errorf("the answer is %v", moved)
				}
				return moved, err
			})
			return err
		}
		if err := move(tester, false, one.ID, editors.ID); !fault.Is(err, fault.Denied) || strings.Join(fault.Of(err).Field, ".") != "ids.1" {
			t.Errorf("somebody else's: %v", err)
		}
		if err := move(w.as(membership.RoleADMIN), false, one.ID, ident.New(ident.Comment)); !fault.Is(err, fault.NotFound) {
			t.Errorf("one that is absent: %v", err)
		}
		if err := move(w.as(stranger), false, one.ID); !fault.Is(err, fault.NotFound) {
			t.Errorf("a stranger: %v", err)
		}
		if err := move(tester, false); !fault.Is(err, fault.Invalid) {
			t.Errorf("none: %v", err)
		}
		for range 2 { // the second time nothing is left to do
			if err := move(tester, false, two.ID, one.ID, two.ID); err != nil {
				t.Fatal(err)
			}
		}
		if left := w.Client.Comment.Query().AllX(w.Ctx); len(left) != 1 || left[0].ID != editors.ID {
			t.Errorf("%v are seen", left)
		}
		if _, err := revise(tester, one.ID, 2, "x"); !fault.Is(err, fault.NotFound) {
			t.Errorf("a comment in the trash was changed: %v", err)
		}
		if err := move(w.as(membership.RoleADMIN), true, one.ID, two.ID, editors.ID); err != nil {
			t.Fatal(err)
		}
		if back := w.Client.Comment.GetX(w.Ctx, one.ID); back.Version != 3 {
			t.Errorf("came back as %+v", back)
		}
	})
}

func TestWhatIsAboutAThingInTheTrashIsNotSeen(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		made, err := say(w, w.requirement, "hidden")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := say(w, w.execution, "shown"); err != nil {
			t.Fatal(err)
		}
		count := func() int {
			return w.Client.Comment.Query().Where(remarks.Shown[predicate.Comment]()).CountX(w.Ctx)
		}
		w.trash(true)
		if count() != 1 {
			t.Errorf("%d comments are seen", count())
		}
		if _, err := revise(w, made.ID, 1, "x"); !fault.Is(err, fault.NotFound) {
			t.Errorf("a comment on a thing in the trash was changed: %v", err)
		}
		w.trash(false)
		if count() != 2 {
			t.Errorf("%d comments are seen again", count())
		}
	})
}
