package defects_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/signatures"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func (w *world) proposed(signature ident.ID) string {
	w.t.Helper()
	all, err := defects.Proposed(w.Ctx, w.Client, []ident.ID{signature})
	if err != nil {
		w.t.Fatal(err)
	}
	var keys []string
	for _, one := range all[signature] {
		keys = append(keys, one.Key)
	}
	return strings.Join(keys, " ")
}

func TestTheDefectsOfASignatureAreProposedTheLikeliestFirst(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s, "no 1", "no 2", "no 3", "other")
		signature := *w.failed[0].SignatureID
		for i, key := range []string{"one", "three", "two", "known"} {
			is := w.new(key, "NEW")
			var to []ident.ID
			for n := range []int{1, 3, 2, 0}[i] {
				to = append(to, w.failed[n].ID)
			}
			if to != nil {
				must(w, defects.LinkTo, defects.LinkInput{ID: is.ID, To: to})
			}
		}
		if got := w.proposed(signature); got != "three two one" {
			t.Errorf("linked: %q", got)
		}
		must(w, signatures.Classify, signatures.ClassifyInput{ID: signature, ExpectedVersion: 1, Class: "PRODUCT", Defect: ptr(w.get("known").ID)})
		if got := w.proposed(signature); got != "known three two one" {
			t.Errorf("known: %q", got)
		}
		must(w, defects.Trash, requirements.TrashInput{IDs: []ident.ID{w.get("two").ID}})
		if _, err := w.moves(w.get("one").ID)["defectMarkDuplicate"](w.get("three"), nil); err != nil {
			t.Fatal(err)
		}
		if got := w.proposed(signature); got != "known one" {
			t.Errorf("without the trash and the duplicate: %q", got)
		}
		if got := w.proposed(*w.failed[3].SignatureID); got != "" {
			t.Errorf("of another signature: %q", got)
		}
		for i := range 6 {
			must(w, defects.LinkTo, defects.LinkInput{ID: w.new(fmt.Sprint(i), "NEW").ID, To: []ident.ID{w.failed[3].ID}})
		}
		if got := w.proposed(*w.failed[3].SignatureID); got != "5 4 3 2 1" {
			t.Errorf("of many: %q", got)
		}
		before := s.Statements.Count()
		if all, err := defects.Proposed(w.Ctx, w.Client, []ident.ID{signature, *w.failed[3].SignatureID}); err != nil || len(all) != 2 || s.Statements.Count()-before > 4 {
			t.Errorf("%d of two signatures by %d statements, %v", len(all), s.Statements.Count()-before, err)
		}
	})
}

func TestAllExecutionsOfASignatureAreLinkedToItsDefect(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		messages := make([]string, 1200)
		for i := range messages {
			messages[i] = fmt.Sprint("no ", i)
		}
		w := plant(t, s, messages...)
		is := w.new("D", "NEW")
		must(w, defects.LinkTo, defects.LinkInput{ID: is.ID, To: []ident.ID{w.failed[7].ID}})
		in := signatures.ClassifyInput{ID: *w.failed[0].SignatureID, ExpectedVersion: 1, Class: "PRODUCT", LinkExecutions: ptr(true)}
		var linked int
		classify := func() error {
			return w.Try(func(ctx context.Context, tx *ent.Client) (err error) {
				_, linked, err = defects.ClassifySignature(ctx, tx, in)
				return err
			})
		}
		if err := classify(); !fault.Is(err, fault.Invalid) || fault.Of(err).Field[0] != "defect" {
			t.Errorf("without a defect: %v", err)
		}
		in.Defect = &is.ID
		before := s.Statements.Count()
		if err := classify(); err != nil || linked != 1199 || w.open(is) != 1200 {
			t.Errorf("%d were linked, %d are, %v", linked, w.open(is), err)
		}
		if cost := s.Statements.Count() - before; cost > 24 {
			t.Errorf("%d statements for three pieces", cost)
		}
		in.Defect, in.ExpectedVersion = nil, 2
		if err := classify(); err != nil || linked != 0 || w.open(is) != 1200 {
			t.Errorf("again %d were linked, %d are, %v", linked, w.open(is), err)
		}
		w.as(membership.RoleVIEWER)
		in.ExpectedVersion = 3
		if err := classify(); !fault.Is(err, fault.Denied) {
			t.Errorf("by a mere viewer: %v", err)
		}
	})
}
