package people_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestAStrangerChangesNothingOfAProjectEvenWhenAnAreaForgetsToAsk(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		test := w.Client.TestCase.Query().OnlyIDX(w.member)
		// Each gives how many things were hit, for the stranger and for a member.
		for name, act := range map[string]func(ctx context.Context, tx *ent.Client) (int, error){
			"by id": func(ctx context.Context, tx *ent.Client) (int, error) {
				return one(tx.TestCase.UpdateOneID(test).SetTitle("taken").Exec(ctx))
			},
			"by condition": func(ctx context.Context, tx *ent.Client) (int, error) {
				return tx.TestCase.Update().SetTitle("taken").Save(ctx)
			},
			"the project": func(ctx context.Context, tx *ent.Client) (int, error) {
				return one(tx.Project.UpdateOneID(w.project.ID).SetName("taken").Exec(ctx))
			},
			"a membership": func(ctx context.Context, tx *ent.Client) (int, error) {
				return tx.Membership.Update().Where(membership.ProjectID(w.project.ID)).SetRole(membership.RoleVIEWER).Save(ctx)
			},
			"by deletion": func(ctx context.Context, tx *ent.Client) (int, error) {
				return tx.KeyCounter.Delete().Exec(ctx)
			},
		} {
			var hit int
			write := func(who context.Context) error {
				return w.hub.Write(who, func(ctx context.Context, tx *ent.Client) (err error) {
					hit, err = act(ctx, tx)
					return err
				})
			}
			if err := write(w.stranger); (err != nil && !ent.IsNotFound(err)) || hit != 0 {
				t.Errorf("%s: a stranger hit %d, %v", name, hit, err)
			}
			if err := write(w.member); err != nil || hit != 1 {
				t.Errorf("%s: a member hit %d, %v", name, hit, err)
			}
		}
	})
}

func one(err error) (int, error) {
	if err != nil {
		return 0, err
	}
	return 1, nil
}
