package changes_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/internal/changes"
)

func TestChangesOfOneKindShareTheirShape(t *testing.T) {
	const many = 300
	each(t, func(t *testing.T, w *workspace) {
		rounds := heard(t, w, func(ctx context.Context, tx *ent.Client) error {
			made := make([]*ent.ReleaseCreate, many)
			for i := range made {
				made[i] = tx.Release.Create().SetProjectID(w.project.ID).SetKey(fmt.Sprint(i)).SetName("Release")
			}
			if err := tx.Release.CreateBulk(made...).Exec(ctx); err != nil {
				return err
			}
			return tx.Release.Update().SetName("Renamed").Exec(ctx)
		})
		if len(rounds) != 1 || len(rounds[0]) != 2*many {
			t.Fatalf("%d rounds were told", len(rounds))
		}
		shapes := map[*changes.Shape]int{}
		for _, change := range rounds[0] {
			shapes[change.Shape]++
		}
		if len(shapes) != 2 || shapes[rounds[0][0].Shape] != many {
			t.Errorf("%d changes have the shapes %v", 2*many, shapes)
		}
	})
}

func TestColumnsThatTheModelDoesNotHearOfAreNewsWhenTheyAreStated(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		rounds := heard(t, w, func(ctx context.Context, tx *ent.Client) error {
			if _, err := w.release(ctx, tx, "1"); err != nil {
				return err
			}
			return tx.Release.Update().Where(release.Key("1")).Exec(changes.Setting(ctx, "name", "key"))
		})
		if len(rounds) != 1 || len(rounds[0]) != 2 {
			t.Fatalf("was told %v", rounds)
		}
		if told := rounds[0][1]; told.Op != changes.Update || !told.Touches("name") || !told.Touches("key") || told.Touches("version") {
			t.Errorf("was told %+v", told.Shape)
		}
	})
}

func TestASecondHubOfAStoreTellsAChangeOnce(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		told := 0
		second := changes.NewHub(w.Store, func(_ context.Context, _ *ent.Client, news []changes.Change) error {
			told += len(news)
			return nil
		})
		err := second.Write(w.editor, func(ctx context.Context, tx *ent.Client) error {
			_, err := w.release(ctx, tx, "1")
			return err
		})
		if err != nil || told != 1 {
			t.Errorf("%d changes were told by the second hub: %v", told, err)
		}
		rounds := heard(t, w, func(ctx context.Context, tx *ent.Client) error {
			_, err := w.release(ctx, tx, "2")
			return err
		})
		if len(rounds) != 1 || len(rounds[0]) != 1 || told != 1 {
			t.Errorf("the first hub told %v, the second %d", rounds, told)
		}
	})
}

func TestARowThatOnlyMakesRoomKeepsWhoChangedItAndIsNoNews(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		var one *ent.Requirement
		heard(t, w, func(ctx context.Context, tx *ent.Client) error {
			one = tx.Requirement.Create().SetProjectID(w.project.ID).SetKey("R-1").SetTitle("Pay").SetUpdatedAt(midnight()).SaveX(ctx)
			return nil
		})
		rounds := heard(t, w, func(ctx context.Context, tx *ent.Client) error {
			return tx.Requirement.Update().AddPosition(7).Exec(changes.Shifting(ctx))
		})
		is := w.Client.Requirement.GetX(w.editor, one.ID)
		if len(rounds) != 0 || is.Position != one.Position+7 || !is.UpdatedAt.Equal(midnight()) || is.UpdatedByID == nil || *is.UpdatedByID != w.user {
			t.Errorf("told %v; it is %+v", rounds, is)
		}
	})
}

func TestWhatIsMovedAsideRightAfterItWasMadeIsToldWhereItIs(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		var one *ent.Requirement
		made := logged(t, w, func(ctx context.Context, tx *ent.Client) error {
			one = tx.Requirement.Create().SetProjectID(w.project.ID).SetKey("R-1").SetTitle("Pay").SetPosition(4).SaveX(ctx)
			return tx.Requirement.Update().AddPosition(-1).Exec(changes.Shifting(ctx))
		})
		if _, position, _ := made[0].field("position"); len(made) != 1 || position != 3.0 || w.Client.Requirement.GetX(w.editor, one.ID).Position != 3 {
			t.Errorf("told %+v", made)
		}
	})
}
