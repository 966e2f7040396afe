package defects_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// open counts the links of a defect that hold.
func (w *world) open(d *ent.Defect) int {
	return w.Client.DefectLink.Query().Where(defectlink.DefectID(d.ID), defectlink.StateEQ(defectlink.StateVALID)).CountX(w.Ctx)
}

func TestADefectIsLinkedOnceAndTakenOffAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s, "no 1", "no 2")
		is := w.new("D", "NEW")
		ends := []ident.ID{w.failed[0].ID, w.failed[1].ID, w.requirement, w.test, w.test}
		for range 2 {
			must(w, defects.LinkTo, defects.LinkInput{ID: is.ID, To: ends, Commit: ptr("9fceb02")})
			if n := w.open(is); n != 5 {
				t.Errorf("%d links, want 5", n)
			}
		}
		must(w, defects.Unlink, defects.LinkInput{ID: is.ID, To: ends[1:4], Commit: ptr("9fceb02")})
		if n := w.open(is); n != 1 {
			t.Errorf("%d links are left, want 1", n)
		}
		if _, err := try(w, defects.Unlink, defects.LinkInput{ID: is.ID, To: ends[:2], Commit: ptr("none")}); len(fault.All(err)) != 2 || w.open(is) != 1 {
			t.Errorf("taking off what is not linked: %v", err)
		}
		must(w, defects.LinkTo, defects.LinkInput{ID: is.ID, To: ends[1:2]})
		if n := w.open(is); n != 2 {
			t.Errorf("linked again: %d", n)
		}
		for name, c := range map[string]struct {
			in    defects.LinkInput
			code  fault.Code
			field string
		}{
			"nothing":         {defects.LinkInput{ID: is.ID}, fault.Invalid, "to"},
			"another defect":  {defects.LinkInput{ID: is.ID, To: []ident.ID{w.test, is.ID}}, fault.Invalid, "to.1"},
			"what is absent":  {defects.LinkInput{ID: is.ID, To: []ident.ID{w.test, ident.New(ident.Execution)}}, fault.NotFound, "to.1"},
			"too many":        {defects.LinkInput{ID: is.ID, To: make([]ident.ID, 1001)}, fault.Invalid, "to"},
			"an empty commit": {defects.LinkInput{ID: is.ID, Commit: ptr(" ")}, fault.Invalid, "commit"},
			"no such defect":  {defects.LinkInput{ID: ident.New(ident.Defect), To: ends}, fault.NotFound, "id"},
		} {
			if _, err := try(w, defects.LinkTo, c.in); !fault.Is(err, c.code) || strings.Join(fault.Of(err).Field, ".") != c.field {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestAThingOfAnotherProjectIsAsGoodAsAbsent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		is := w.new("D", "CONFIRMED")
		foreignCase, foreignDefect := w.elsewhere()
		_, linked := try(w, defects.LinkTo, defects.LinkInput{ID: is.ID, To: []ident.ID{foreignCase}})
		_, marked := w.moves(foreignDefect)["defectMarkDuplicate"](is, nil)
		_, reported := try(w, defects.Report, defects.ReportInput{Project: ptr("P"), Title: ptr("x"), Links: []ident.ID{foreignCase}})
		for name, err := range map[string]error{"link": linked, "duplicate": marked, "report": reported} {
			if !fault.Is(err, fault.NotFound) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

// elsewhere makes a case and a defect in another project of the same owner.
func (w *world) elsewhere() (test, found ident.ID) {
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		other, err := projects.Create(ctx, tx, "Q", "Project Q", "")
		if err != nil {
			return err
		}
		if _, err := cases.Put(ctx, tx, other, []cases.Draft{{Key: "X"}}, projecttest.Now); err != nil {
			return err
		}
		if _, err := defects.Put(ctx, tx, other, []defects.Draft{{Key: "X"}}, projecttest.Now); err != nil {
			return err
		}
		test = tx.TestCase.Query().Where(testcase.ProjectID(other.ID)).OnlyIDX(ctx)
		found = tx.Defect.Query().Where(defect.ProjectID(other.ID)).OnlyIDX(ctx)
		return nil
	})
	return test, found
}

func TestADuplicatesLinksAreThoseOfTheOriginalToo(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s, "no 1", "no 2")
		a, b, c := w.new("A", "NEW"), w.new("B", "NEW"), w.new("C", "NEW")
		must(w, defects.LinkTo, defects.LinkInput{ID: a.ID, To: []ident.ID{w.failed[0].ID, w.test}, Commit: ptr("1")})
		must(w, defects.LinkTo, defects.LinkInput{ID: b.ID, To: []ident.ID{w.failed[0].ID, w.requirement}})
		link(w.Project, defects.LinkDraft{Defect: "A", Case: "late"})
		mark := func(is *ent.Defect, of ident.ID) (*ent.Defect, error) {
			return w.moves(of)["defectMarkDuplicate"](w.get(is.Key), nil)
		}
		if _, err := mark(a, b.ID); err != nil {
			t.Fatal(err)
		}
		if n := w.open(b); n != 4 {
			t.Errorf("B has %d links, want 4", n)
		}
		if _, err := mark(b, a.ID); !fault.Is(err, fault.Invalid) {
			t.Errorf("a circle: %v", err)
		}
		if _, err := mark(b, c.ID); err != nil {
			t.Fatal(err)
		}
		if n := w.open(c); n != 4 {
			t.Errorf("C has %d links, want 4", n)
		}
		d := w.new("D2", "NEW")
		if _, err := mark(d, a.ID); err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"A", "B", "D2"} {
			if is := w.get(key); is.DuplicateOfID == nil || *is.DuplicateOfID != c.ID || *is.Resolution != "DUPLICATE" || is.EndedAt == nil {
				t.Errorf("%s: %+v", key, is)
			}
		}
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			_, err := cases.Put(ctx, tx, w.Project.Project, []cases.Draft{{Key: "late"}}, projecttest.Now)
			return err
		})
		if n := w.open(c); n != 5 {
			t.Errorf("what arrives late is linked too: %d, want 5", n)
		}
	})
}

func TestDefectsGoToTheTrashAndBackTogether(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		var ids []ident.ID
		for i := range 20 {
			ids = append(ids, w.new(fmt.Sprint("D", i), "NEW").ID)
		}
		trash := func(ids ...ident.ID) error {
			_, err := try(w, defects.Trash, requirements.TrashInput{IDs: ids, Reason: ptr("old")})
			return err
		}
		if err := trash(ids[0], ident.New(ident.Defect)); !fault.Is(err, fault.NotFound) || fault.Of(err).Field[1] != "1" {
			t.Errorf("one that is absent: %v", err)
		}
		if err := trash(); !fault.Is(err, fault.Invalid) {
			t.Errorf("nothing: %v", err)
		}
		before := s.Statements.Count()
		one := trash(ids[0])
		few := s.Statements.Count() - before
		many := trash(ids[1:]...)
		if cost := s.Statements.Count() - before - few; one != nil || many != nil || cost != few {
			t.Errorf("%d statements for one, %d for many; %v, %v", few, cost, one, many)
		}
		if n := w.Client.Defect.Query().CountX(w.Ctx); n != 0 || w.Client.Comment.Query().CountX(w.Ctx) != 20 {
			t.Errorf("%d defects are left", n)
		}
		if err := trash(ids[0]); err != nil || w.Client.Comment.Query().CountX(w.Ctx) != 20 {
			t.Errorf("twice: %v", err)
		}
		if back := must(w, defects.Restore, requirements.TrashInput{IDs: ids[:2]}); len(back) != 2 || back[0].DeletedAt != nil || back[0].Version != 3 {
			t.Errorf("back: %v", back)
		}
		if back, err := try(w, defects.Restore, requirements.TrashInput{IDs: ids[1:3]}); err != nil || back[0].Version != 3 || back[1].Version != 3 {
			t.Errorf("restoring one that is there and one that is not: %v, %v", back, err)
		}
		w.as(membership.RoleTESTER)
		if err := trash(ids[0]); !fault.Is(err, fault.Denied) {
			t.Errorf("by a tester: %v", err)
		}
	})
}
