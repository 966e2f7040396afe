package requirements_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestNothingComesIntoALockedReleaseOrOutOfIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		var done, next *ent.Release
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			done = tx.Release.Create().SetProjectID(p.ID).SetKey("1.0").SetName("One").SaveX(ctx)
			next = tx.Release.Create().SetProjectID(p.ID).SetKey("2.0").SetName("Two").SaveX(ctx)
			return nil
		})
		put(t, p, requirements.Draft{Key: "A", ReleaseID: &done.ID}, requirements.Draft{Key: "B", ReleaseID: &next.ID},
			requirements.Draft{Key: "C"}, requirements.Draft{Key: "GONE", ReleaseID: &done.ID})
		carry(t, p, requirements.Trash, "GONE")
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.Release.UpdateOneID(done.ID).SetStatus(release.StatusLOCKED).Exec(ctx)
		})
		for name, d := range map[string]requirements.Draft{
			"a new one":     {Key: "NEW", ReleaseID: &done.ID},
			"one of none":   {Key: "C", ReleaseID: &done.ID},
			"one that was":  {Key: "A", ReleaseID: &next.ID},
			"one of others": {Key: "B", ReleaseID: &done.ID},
		} {
			err := p.Try(func(ctx context.Context, tx *ent.Client) error {
				_, err := requirements.Put(ctx, tx, p.Project, []requirements.Draft{{Key: "OTHER"}, d}, projecttest.Now)
				return err
			})
			refused(t, name, err, fault.Precondition, "release")
		}
		put(t, p, requirements.Draft{Key: "A", Text: "clearer", ReleaseID: &done.ID}, requirements.Draft{Key: "B"}, requirements.Draft{Key: "GONE", ReleaseID: &next.ID})
		if is := get(p, "A"); is.Text != "clearer" || is.ReleaseID == nil || *is.ReleaseID != done.ID {
			t.Errorf("text of a delivered requirement: %+v", is)
		}
		_, err := do(p, requirements.Trash, requirements.TrashInput{IDs: []ident.ID{get(p, "C").ID, get(p, "A").ID}})
		refused(t, "trash", err, fault.Precondition, "ids")
		_, err = do(p, requirements.Restore, requirements.TrashInput{IDs: []ident.ID{get(p, "GONE").ID}})
		refused(t, "restore", err, fault.Precondition, "ids")
		carry(t, p, requirements.Trash, "B", "GONE") // it is there already
	})
}
