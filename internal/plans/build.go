package plans

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/build"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// BuildDraft names a build.
type BuildDraft struct {
	Key string
	// ReleaseID is the release that it was made for; nil when the source does not say.
	ReleaseID *ident.ID
	// FirstHeard is when the build must have been there at the latest, for example its first result; a build that is
	// made takes it as the time it was built. Zero means the time of the write.
	FirstHeard time.Time
}

// EnsureBuilds finds builds by their keys and makes those that are missing. A build without a release gets the given
// one; a build of another release keeps its own, with a warning.
func EnsureBuilds(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []BuildDraft, now time.Time) (map[string]*ent.Build, bulk.Outcome, error) {
	found := make(map[string]*ent.Build, len(drafts))
	var total bulk.Outcome
	for first := 0; first < len(drafts); first += bulk.Size {
		outcome, err := ensureBuilds(ctx, tx, project, drafts[first:min(first+bulk.Size, len(drafts))], now, found)
		if err != nil {
			return nil, total, bulk.Explain(err, "build")
		}
		total.Add(outcome, first)
	}
	return found, total, nil
}

func ensureBuilds(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []BuildDraft, now time.Time, found map[string]*ent.Build) (outcome bulk.Outcome, err error) {
	keys := make([]string, len(drafts))
	for i, d := range drafts {
		keys[i] = d.Key
	}
	if err := bulk.CheckText("build", keys...); err != nil {
		return outcome, err
	}
	known, err := tx.Build.Query().Where(build.ProjectID(project.ID), bulk.Texts[predicate.Build](build.FieldKey, keys)).All(ctx)
	if err != nil {
		return outcome, err
	}
	for _, one := range known {
		found[one.Key] = one
	}
	var missing []*ent.BuildCreate
	released := map[ident.ID][]ident.ID{}
	asked := map[string]bool{}
	for i, d := range drafts {
		is := found[d.Key]
		switch {
		case is == nil && !asked[d.Key]:
			asked[d.Key] = true
			builtAt := d.FirstHeard
			if builtAt.IsZero() {
				builtAt = now
			}
			missing = append(missing, tx.Build.Create().SetProjectID(project.ID).SetKey(d.Key).SetName(d.Key).
				SetBuiltAt(builtAt).SetNillableReleaseID(d.ReleaseID).SetCreatedAt(now).SetUpdatedAt(now))
			outcome.Created++
		case is == nil || d.ReleaseID == nil:
			outcome.Unchanged++
		case is.ReleaseID == nil:
			released[*d.ReleaseID] = append(released[*d.ReleaseID], is.ID)
			is.ReleaseID = d.ReleaseID
			outcome.Updated++
		default:
			outcome.Unchanged++
			if *is.ReleaseID != *d.ReleaseID {
				outcome.Warn(i, "release", "the build %s belongs to another release here and keeps it", d.Key)
			}
		}
	}
	for _, to := range slices.SortedFunc(maps.Keys(released), func(a, b ident.ID) int { return slices.Compare(a[:], b[:]) }) {
		err := tx.Build.Update().Where(bulk.IDs[predicate.Build](build.FieldID, released[to])).
			SetReleaseID(to).AddVersion(1).SetUpdatedAt(now).Exec(ctx)
		if err != nil {
			return outcome, err
		}
	}
	if len(missing) == 0 {
		return outcome, nil
	}
	made, err := tx.Build.CreateBulk(missing...).Save(ctx)
	for _, one := range made {
		found[one.Key] = one
	}
	return outcome, err
}
