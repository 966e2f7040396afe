package suites_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/suites"
)

func TestWhatOnlyMakesRoomIsChangedByNobody(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		heard := map[ident.ID]bool{}
		w := newWorld(t, s, func(_ context.Context, _ *ent.Client, news []changes.Change) error {
			for _, c := range news {
				heard[c.Entity] = true
			}
			return nil
		})
		a, b, all := w.suite("A", nil), w.suite("B", nil), w.cases(3)
		must(w, suites.Place, suites.PlaceInput{Suite: a.ID, TestCases: all[:2]})
		w.Write(func(ctx context.Context, tx *ent.Client) error { // leave no room anywhere
			for i, one := range tx.SuiteMember.Query().AllX(ctx) {
				tx.SuiteMember.UpdateOne(one).SetPosition(int64(i + 1)).ExecX(ctx)
			}
			tx.Suite.UpdateOneID(a.ID).SetPosition(1).ExecX(ctx)
			return tx.Suite.UpdateOneID(b.ID).SetPosition(2).Exec(ctx)
		})
		clear(heard)
		was, stood := w.Client.Suite.GetX(w.Ctx, b.ID), w.Client.SuiteMember.Query().AllX(w.Ctx)
		made := must(w, suites.Create, suites.CreateInput{Project: "P", Name: "C", Before: &b.ID})
		must(w, suites.Place, suites.PlaceInput{Suite: a.ID, TestCases: all[2:], Before: &all[1]})
		if got := w.shape(nil); got != "A C B" {
			t.Errorf("the suites stand as %s", got)
		}
		if got := w.row(a, all); got != "0 2 1" {
			t.Errorf("the cases stand as %s", got)
		}
		is := w.Client.Suite.GetX(w.Ctx, b.ID)
		if is.Position == was.Position || !is.UpdatedAt.Equal(was.UpdatedAt) || heard[b.ID] || !heard[made.ID] {
			t.Errorf("the suite that made room: %+v, was %+v", is, was)
		}
		for _, one := range stood {
			if now := w.Client.SuiteMember.GetX(w.Ctx, one.ID); !now.UpdatedAt.Equal(one.UpdatedAt) || heard[one.ID] {
				t.Errorf("the place that made room: %+v, was %+v", now, one)
			}
		}
	})
}
