package plans

import (
	"context"
	"slices"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// EnsureReleases finds releases by their keys and makes those that are missing. It also says how many it made.
func EnsureReleases(ctx context.Context, tx *ent.Client, project *ent.Project, keys []string, now time.Time) (map[string]*ent.Release, int, error) {
	if err := bulk.CheckText("release", keys...); err != nil {
		return nil, 0, err
	}
	found := make(map[string]*ent.Release, len(keys))
	created := 0
	for chunk := range slices.Chunk(keys, bulk.Size) {
		known, err := tx.Release.Query().Where(release.ProjectID(project.ID),
			bulk.Texts[predicate.Release](release.FieldKey, chunk)).All(ctx)
		if err != nil {
			return nil, 0, err
		}
		for _, one := range known {
			found[one.Key] = one
		}
		var missing []*ent.ReleaseCreate
		asked := map[string]bool{}
		for _, key := range chunk {
			if found[key] == nil && !asked[key] {
				asked[key] = true
				missing = append(missing, tx.Release.Create().SetProjectID(project.ID).SetKey(key).SetName(key).
					SetCreatedAt(now).SetUpdatedAt(now))
			}
		}
		if len(missing) == 0 {
			continue
		}
		made, err := tx.Release.CreateBulk(missing...).Save(ctx)
		if err != nil {
			return nil, 0, bulk.Explain(err, "release")
		}
		for _, one := range made {
			found[one.Key] = one
		}
		created += len(made)
	}
	return found, created, nil
}
