package changes_test

import (
	"context"
	"errors"
	"testing"

	"entgo.io/ent/dialect"

	gen "entgo.io/ent"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
)

// Only PostgreSQL lets somebody else in between the looking for rows and their change; SQLite has one writer.
func TestWhatComesBesideAWriteOfManyIsNotChangedWithoutBeingTold(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		if w.Dialect() != dialect.Postgres {
			return
		}
		make := func(key string) error {
			return w.hub.Write(w.editor, func(ctx context.Context, tx *ent.Client) error {
				return tx.Requirement.Create().SetProjectID(w.project.ID).SetKey(key).SetTitle("Pay").Exec(ctx)
			})
		}
		if err := make("R-1"); err != nil {
			t.Fatal(err)
		}
		var beside error
		w.Client.Requirement.Use(func(next ent.Mutator) ent.Mutator {
			return gen.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
				if m.Op().Is(gen.OpUpdate) {
					beside = errors.Join(beside, make("R-2"))
				}
				return next.Mutate(ctx, m)
			})
		})
		all := logged(t, w, func(ctx context.Context, tx *ent.Client) error {
			return tx.Requirement.Update().Where(requirement.Title("Pay")).SetTitle("Pay at once").AddVersion(1).Exec(ctx)
		})
		if beside != nil {
			t.Fatal(beside)
		}
		last := map[string]any{}
		for _, one := range all {
			if _, title, changed := one.field("title"); changed {
				last[*one.EntityKey] = title
			}
		}
		for _, one := range w.Client.Requirement.Query().AllX(w.editor) {
			if last[one.Key] != one.Title {
				t.Errorf("%s is %q, and %v was told last", one.Key, one.Title, last[one.Key])
			}
		}
	})
}
