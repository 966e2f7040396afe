package changes_test

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
)

// heard writes and gives what reactions were told, round by round.
func heard(t *testing.T, w *workspace, act func(ctx context.Context, tx *ent.Client) error) (rounds [][]changes.Change) {
	t.Helper()
	w.react = func(_ context.Context, _ *ent.Client, news []changes.Change) error {
		rounds = append(rounds, slices.Clone(news))
		return nil
	}
	if err := w.hub.Write(w.editor, act); err != nil {
		t.Fatal(err)
	}
	return rounds
}

func TestReactionsLearnEveryChangeWithItsColumns(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		var parent, child *ent.Requirement
		var first *ent.Release
		created := heard(t, w, func(ctx context.Context, tx *ent.Client) (err error) {
			if first, err = w.release(ctx, tx, "1"); err != nil {
				return err
			}
			parent = tx.Requirement.Create().SetProjectID(w.project.ID).SetKey("R-1").SetTitle("Pay").SetReleaseID(first.ID).SaveX(ctx)
			child = tx.Requirement.Create().SetProjectID(w.project.ID).SetKey("R-2").SetTitle("Pay").SetParentID(parent.ID).SaveX(ctx)
			return tx.KeyCounter.Create().SetProjectID(w.project.ID).SetKind("R").Exec(ctx)
		})
		if len(created) != 1 || !slices.Equal(entities(created[0]), []ident.ID{first.ID, parent.ID, child.ID}) {
			t.Fatalf("of the creations was told %v", created)
		}
		if c := created[0][1]; c.Op != changes.Create || !c.Touches("title") || !c.Touches("release_id") || c.Touches("parent_id") {
			t.Errorf("of the creation was told %+v", c)
		}

		always := []string{"updated_at", "updated_by_id"}
		for name, test := range map[string]struct {
			act    func(ctx context.Context, tx *ent.Client) error
			hit    []ident.ID
			fields []string
		}{
			"set": {func(ctx context.Context, tx *ent.Client) error {
				return tx.Requirement.UpdateOneID(child.ID).SetTitle("Pay").Exec(ctx)
			}, []ident.ID{child.ID}, []string{"title"}},
			"emptied": {func(ctx context.Context, tx *ent.Client) error {
				return tx.Requirement.UpdateOneID(child.ID).ClearParentID().Exec(ctx)
			}, []ident.ID{child.ID}, []string{"parent_id"}},
			"raised": {func(ctx context.Context, tx *ent.Client) error {
				return tx.Requirement.UpdateOneID(child.ID).AddVersion(1).AddContentVersion(1).Exec(ctx)
			}, []ident.ID{child.ID}, []string{"content_version", "version"}},
			"several by condition": {func(ctx context.Context, tx *ent.Client) error {
				return tx.Requirement.Update().Where(requirement.TitleEQ("Pay")).SetTitle("Refund").AddVersion(1).Exec(ctx)
			}, []ident.ID{parent.ID, child.ID}, []string{"title", "version"}},
			"none": {func(ctx context.Context, tx *ent.Client) error {
				return tx.Requirement.Update().Where(requirement.Title("nowhere")).SetTitle("x").Exec(ctx)
			}, nil, nil},
		} {
			rounds := heard(t, w, test.act)
			if test.hit == nil {
				if len(rounds) != 0 {
					t.Errorf("%s: was told %v", name, rounds)
				}
				continue
			}
			want := slices.Sorted(slices.Values(append(slices.Clone(always), test.fields...)))
			if len(rounds) != 1 || !sameSet(entities(rounds[0]), test.hit) {
				t.Errorf("%s: was told %v", name, rounds)
				continue
			}
			for _, change := range rounds[0] {
				if change.Op != changes.Update || !reflect.DeepEqual(change.Fields, want) {
					t.Errorf("%s: was told %+v, want %v", name, change, want)
				}
			}
			heard(t, w, func(ctx context.Context, tx *ent.Client) error {
				return tx.Requirement.Update().SetTitle("Pay").Exec(ctx)
			})
		}
	})
}

func TestReactionsLearnOfDeletionsAndOfWhatIsInTheTrash(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		var lost *ent.Defect
		heard(t, w, func(ctx context.Context, tx *ent.Client) error {
			lost = tx.Defect.Create().SetProjectID(w.project.ID).SetKey("D-1").SetTitle("x").SaveX(ctx)
			return tx.Defect.Update().SetDeletedAt(clock.Now(ctx)).Exec(ctx)
		})
		back := heard(t, w, func(ctx context.Context, tx *ent.Client) error {
			return tx.Defect.Update().Where(defect.Key("D-1")).ClearDeletedAt().Exec(ctx)
		})
		if len(back) != 1 || len(back[0]) != 1 || back[0][0].Entity != lost.ID || !back[0][0].Touches("deleted_at") {
			t.Errorf("of what came back from the trash was told %v", back)
		}
		for name, act := range map[string]func(ctx context.Context, tx *ent.Client) error{
			"by condition": func(ctx context.Context, tx *ent.Client) error {
				_, err := tx.Release.Delete().Where(release.Key("1")).Exec(ctx)
				return err
			},
			"by id": func(ctx context.Context, tx *ent.Client) error {
				return tx.Release.DeleteOneID(tx.Release.Query().OnlyIDX(ctx)).Exec(ctx)
			},
		} {
			var made *ent.Release
			heard(t, w, func(ctx context.Context, tx *ent.Client) (err error) {
				made, err = w.release(ctx, tx, "1")
				return err
			})
			gone := heard(t, w, act)
			if len(gone) != 1 || len(gone[0]) != 1 || gone[0][0].Op != changes.Delete || gone[0][0].Entity != made.ID {
				t.Errorf("of the deletion %s was told %v", name, gone)
			}
		}
	})
}

func entities(all []changes.Change) []ident.ID {
	var found []ident.ID
	for _, change := range all {
		found = append(found, change.Entity)
	}
	return found
}

func sameSet(a, b []ident.ID) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(id ident.ID) bool { return !slices.Contains(b, id) })
}
