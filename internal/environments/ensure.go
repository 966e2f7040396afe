package environments

import (
	"context"
	"slices"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/environment"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Ensure finds environments by their keys and makes those that are missing, with the key as their name. It also says
// how many it made.
func Ensure(ctx context.Context, tx *ent.Client, project *ent.Project, keys []string, now time.Time) (map[string]*ent.Environment, int, error) {
	if err := bulk.CheckText("environment", keys...); err != nil {
		return nil, 0, err
	}
	found := make(map[string]*ent.Environment, len(keys))
	created := 0
	for chunk := range slices.Chunk(keys, bulk.Size) {
		known, err := tx.Environment.Query().Where(environment.ProjectID(project.ID),
			bulk.Texts[predicate.Environment](environment.FieldKey, chunk)).All(ctx)
		if err != nil {
			return nil, 0, err
		}
		for _, one := range known {
			found[one.Key] = one
		}
		var missing []*ent.EnvironmentCreate
		asked := map[string]bool{}
		for _, key := range chunk {
			if found[key] == nil && !asked[key] {
				asked[key] = true
				missing = append(missing, tx.Environment.Create().SetProjectID(project.ID).SetKey(key).SetName(key).
					SetCreatedAt(now).SetUpdatedAt(now))
			}
		}
		if len(missing) == 0 {
			continue
		}
		made, err := tx.Environment.CreateBulk(missing...).Save(ctx)
		if err != nil {
			return nil, 0, bulk.Explain(err, "environment")
		}
		for _, one := range made {
			found[one.Key] = one
		}
		created += len(made)
	}
	return found, created, nil
}
