package people_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestWhatIsInTheTrashIsHiddenUntilItIsAskedFor(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		w.write(t, func(ctx context.Context, tx *ent.Client) error {
			now := clock.Now(ctx)
			tx.Requirement.Update().Where(requirement.ParentIDIsNil()).SetDeletedAt(now).ExecX(ctx)
			tx.TestCase.Update().SetDeletedAt(now).ExecX(ctx)
			return tx.Defect.Update().SetDeletedAt(now).Exec(ctx)
		})
		count := func(ctx context.Context, kind string) any {
			t.Helper()
			found, err := ways(types(w.Client)[kind], kind)["Count"](ctx)
			if err != nil {
				t.Fatal(err)
			}
			return found
		}
		for kind, want := range map[string]struct{ kept, all int }{
			ent.TypeRequirement: {1, 2}, ent.TypeTestCase: {0, 1}, ent.TypeDefect: {0, 1}, ent.TypeExecution: {1, 1},
		} {
			if got := count(w.member, kind); got != want.kept {
				t.Errorf("a member finds %v of %s, want %d", got, kind, want.kept)
			}
			if got := count(people.IncludingTrash(w.member), kind); got != want.all {
				t.Errorf("with the trash a member finds %v of %s, want %d", got, kind, want.all)
			}
			if got := count(people.IncludingTrash(w.stranger), kind); got != 0 {
				t.Errorf("with the trash a stranger finds %v of %s", got, kind)
			}
		}
		child := w.Client.Requirement.Query().WithParent().OnlyX(w.member)
		if child.Edges.Parent != nil || child.QueryParent().ExistX(w.member) {
			t.Error("a parent in the trash shows through its child")
		}
		links, err := w.Client.TraceLink.Query().WithTestCase().WithRequirement().All(w.member)
		if err != nil || len(links) != 1 || links[0].Edges.TestCase != nil || links[0].Edges.Requirement != nil {
			t.Errorf("ends in the trash show through %v, %v", links, err)
		}
	})
}

func TestAProjectInTheTrashIsHiddenFromItsMembers(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		w.write(t, func(ctx context.Context, tx *ent.Client) error {
			return tx.Project.UpdateOneID(w.project.ID).SetDeletedAt(clock.Now(ctx)).Exec(ctx)
		})
		if _, err := w.Client.Project.Get(w.member, w.project.ID); !ent.IsNotFound(err) {
			t.Errorf("a member still finds it: %v", err)
		}
		if _, err := w.Client.Project.Get(people.IncludingTrash(w.member), w.project.ID); err != nil {
			t.Errorf("a member cannot take it back: %v", err)
		}
		if _, err := w.Client.Project.Get(people.IncludingTrash(w.stranger), w.project.ID); !ent.IsNotFound(err) {
			t.Errorf("a stranger finds it in the trash: %v", err)
		}
	})
}
