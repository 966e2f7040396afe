package plans

import (
	"context"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcycle"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// CycleDraft names a cycle, with the one build and the one environment of its results; nil when there are several or
// none.
type CycleDraft struct {
	Key                    string
	BuildID, EnvironmentID *ident.ID
}

// EnsureCycles finds cycles by their keys and makes those that are missing. A cycle whose build or environment is not
// the one of the draft has several from now on, so that column becomes empty.
func EnsureCycles(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []CycleDraft, now time.Time) (map[string]*ent.TestCycle, bulk.Outcome, error) {
	found := make(map[string]*ent.TestCycle, len(drafts))
	var total bulk.Outcome
	for first := 0; first < len(drafts); first += bulk.Size {
		outcome, err := ensureCycles(ctx, tx, project, drafts[first:min(first+bulk.Size, len(drafts))], now, found)
		if err != nil {
			return nil, total, bulk.Explain(err, "cycle")
		}
		total.Add(outcome, first)
	}
	return found, total, nil
}

func ensureCycles(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []CycleDraft, now time.Time, found map[string]*ent.TestCycle) (outcome bulk.Outcome, err error) {
	keys := make([]string, len(drafts))
	for i, d := range drafts {
		keys[i] = d.Key
	}
	if err := bulk.CheckText("cycle", keys...); err != nil {
		return outcome, err
	}
	known, err := tx.TestCycle.Query().Where(testcycle.ProjectID(project.ID), bulk.Texts[predicate.TestCycle](testcycle.FieldKey, keys)).All(ctx)
	if err != nil {
		return outcome, err
	}
	for _, one := range known {
		found[one.Key] = one
	}
	var missing []*ent.TestCycleCreate
	asked := map[string]bool{}
	for _, d := range drafts {
		is := found[d.Key]
		switch {
		case is == nil && !asked[d.Key]:
			asked[d.Key] = true
			missing = append(missing, tx.TestCycle.Create().SetProjectID(project.ID).SetKey(d.Key).SetName(d.Key).
				SetNillableBuildID(d.BuildID).SetNillableEnvironmentID(d.EnvironmentID).SetCreatedAt(now).SetUpdatedAt(now))
			outcome.Created++
		case is == nil:
			outcome.Unchanged++
		default:
			update, changed := tx.TestCycle.UpdateOneID(is.ID).SetUpdatedAt(now).AddVersion(1), false
			if differs(is.BuildID, d.BuildID) {
				update.ClearBuildID()
				changed = true
			}
			if differs(is.EnvironmentID, d.EnvironmentID) {
				update.ClearEnvironmentID()
				changed = true
			}
			if !changed {
				outcome.Unchanged++
				continue
			}
			outcome.Updated++
			if err := update.Exec(ctx); err != nil {
				return outcome, err
			}
		}
	}
	if len(missing) == 0 {
		return outcome, nil
	}
	made, err := tx.TestCycle.CreateBulk(missing...).Save(ctx)
	for _, one := range made {
		found[one.Key] = one
	}
	return outcome, err
}

// differs tells whether something known is contradicted.
func differs(is, said *ident.ID) bool { return is != nil && (said == nil || *is != *said) }
