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

// tagOn puts a word on a thing.
func tagOn(w *world, about ident.ID, name string) error {
	_, err := write(w, func(ctx context.Context, tx *ent.Client) ([]ident.ID, error) {
		return remarks.AddTags(ctx, tx, remarks.TagInput{About: []ident.ID{about}, Names: []string{name}})
	})
	return err
}

func TestWhatIsAboutAnExecutionGoesIntoTheTrashWithItsTestCase(t *testing.T) {
	temporary(t)
	each(t, func(t *testing.T, w *world) {
		made, err := say(w, w.execution, "hidden")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := say(w, w.defect, "shown"); err != nil {
			t.Fatal(err)
		}
		file, err := attach(w, w.execution, "a.txt", strings.NewReader("x"))
		if err != nil {
			t.Fatal(err)
		}
		if err := tagOn(w, w.execution, "smoke"); err != nil {
			t.Fatal(err)
		}
		is := func(when string, comments, files, tags int) {
			t.Helper()
			c := w.Client.Comment.Query().Where(remarks.Shown[predicate.Comment]()).CountX(w.Ctx)
			a := w.Client.Attachment.Query().Where(remarks.Shown[predicate.Attachment]()).CountX(w.Ctx)
			words, err := remarks.ProjectTags(w.Ctx, w.Client, w.ID)
			if err != nil || c != comments || a != files || len(words) != tags {
				t.Errorf("%s: %d comments, %d files, %d tags are seen: %v", when, c, a, len(words), err)
			}
		}
		is("in the beginning", 2, 1, 1)
		w.trashCase(true)
		is("in the trash", 1, 0, 0)
		for name, act := range map[string]func() error{
			"comment": func() error { _, err := say(w, w.execution, "x"); return err },
			"revise":  func() error { _, err := revise(w, made.ID, 1, "x"); return err },
			"tag":     func() error { return tagOn(w, w.execution, "x") },
			"attach":  func() error { _, err := attach(w, w.execution, "b.txt", strings.NewReader("x")); return err },
			"open":    func() error { _, err := remarks.Open(w.Ctx, w.Client, file.ID); return err },
			"trash": func() error {
				_, err := write(w, func(ctx context.Context, tx *ent.Client) ([]*ent.Comment, error) {
					return remarks.TrashComments(ctx, tx, []ident.ID{made.ID})
				})
				return err
			},
		} {
			if err := act(); !fault.Is(err, fault.NotFound) {
				t.Errorf("%s: %v", name, err)
			}
		}
		w.trashCase(false)
		is("taken back", 2, 1, 1)
	})
}

// What an administrator took out of sight its author does not put back.
func TestOnlyWhoPutARemarkAwayOrAnAdministratorBringsItBack(t *testing.T) {
	temporary(t)
	each(t, func(t *testing.T, w *world) {
		tester, admin := w.as(membership.RoleTESTER), w.as(membership.RoleADMIN)
		said, err := say(tester, w.defect, "one")
		if err != nil {
			t.Fatal(err)
		}
		file, err := attach(tester, w.defect, "a.txt", strings.NewReader("x"))
		if err != nil {
			t.Fatal(err)
		}
		for name, kind := range map[string]func(as *world, back bool) error{
			"comment": func(as *world, back bool) error {
				_, err := write(as, func(ctx context.Context, tx *ent.Client) ([]*ent.Comment, error) {
					if back {
						return remarks.RestoreComments(ctx, tx, []ident.ID{said.ID})
					}
					return remarks.TrashComments(ctx, tx, []ident.ID{said.ID})
				})
				return err
			},
			"attachment": func(as *world, back bool) error {
				_, err := write(as, func(ctx context.Context, tx *ent.Client) ([]*ent.Attachment, error) {
					if back {
						return remarks.RestoreAttachments(ctx, tx, []ident.ID{file.ID})
					}
					return remarks.TrashAttachments(ctx, tx, []ident.ID{file.ID})
				})
				return err
			},
		} {
			for _, step := range []struct {
				what    string
				as      *world
				back    bool
				refused bool
			}{
				{"its author puts it away", tester, false, false},
				{"its author brings it back", tester, true, false},
				{"an administrator puts it away", admin, false, false},
				{"its author puts away what is away", tester, false, false},
				{"its author brings back what an administrator put away", tester, true, true},
				{"an editor brings it back", w.as(membership.RoleEDITOR), true, true},
				{"another administrator brings it back", w, true, false},
				{"its author brings back what is there", tester, true, false},
				{"its author puts it away again", tester, false, false},
				{"an administrator brings it back", admin, true, false},
			} {
				err := kind(step.as, step.back)
				if fault.Is(err, fault.Denied) != step.refused || err != nil && strings.Join(fault.Of(err).Field, ".") != "ids.0" {
					t.Errorf("%s: %s: %v", name, step.what, err)
				}
			}
		}
	})
}
