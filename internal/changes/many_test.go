package changes_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
)

func TestALargeWriteIsToldWholeAndInOrder(t *testing.T) {
	const many = 6_500 // several pieces of reading, sealing and writing
	each(t, func(t *testing.T, w *workspace) {
		all := logged(t, w, func(ctx context.Context, tx *ent.Client) error {
			for first := 0; first < many; first += 500 {
				made := make([]*ent.ReleaseCreate, 500)
				for i := range made {
					made[i] = tx.Release.Create().SetProjectID(w.project.ID).SetKey(fmt.Sprintf("%05d", first+i)).SetName("Release")
				}
				if err := tx.Release.CreateBulk(made...).Exec(ctx); err != nil {
					return err
				}
			}
			return tx.Release.Update().Where(release.KeyLT("00100")).SetName("Renamed").Exec(ctx)
		})
		if len(all) != many {
			t.Fatalf("%d changes are told", len(all))
		}
		for i, one := range all {
			want := "Release"
			if i < 100 {
				want = "Renamed"
			}
			if _, name, _ := one.field("name"); *one.EntityKey != fmt.Sprintf("%05d", i) || name != want || one.Op != "CREATE" {
				t.Fatalf("change %d is %+v", i, one)
			}
		}
		changed := logged(t, w, func(ctx context.Context, tx *ent.Client) error {
			return tx.Release.Update().SetName("Again").AddVersion(1).Exec(ctx)
		})
		if len(changed) != many || changed[many-1].EntityVersion != 2 {
			t.Errorf("%d changes are told", len(changed))
		}
	})
}

func TestALongValueIsNamedButNotTold(t *testing.T) {
	each(t, func(t *testing.T, w *workspace) {
		long := strings.Repeat("長い ", 2_000)
		all := logged(t, w, func(ctx context.Context, tx *ent.Client) error {
			return tx.Requirement.Create().SetProjectID(w.project.ID).SetKey("R-1").SetTitle("Pay").SetText(long).Exec(ctx)
		})
		if len(all) != 1 || len(all[0].Data) > 4_000 {
			t.Fatalf("told %d changes", len(all))
		}
		for _, f := range all[0].Fields {
			if f.Omitted != (f.Field == "text") {
				t.Errorf("%s is omitted: %t", f.Field, f.Omitted)
			}
		}
	})
}
