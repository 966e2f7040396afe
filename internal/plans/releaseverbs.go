package plans

import (
	"context"
	"strings"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// CreateRelease plans a release; it starts PLANNED.
func CreateRelease(ctx context.Context, tx *ent.Client, in ReleaseCreateInput) (*ent.Release, error) {
	var check fault.Check
	name, description := strings.TrimSpace(in.Name), lifecycle.Say(in.Description)
	checkName(&check, name)
	projects.CheckKey(&check, "key", in.Key)
	checkDue(&check, in.DueAt)
	if err := check.Note(checkProse("description", description)); err != nil {
		return nil, err
	}
	if err := check.Err(); err != nil {
		return nil, err
	}
	project, err := projects.Named(ctx, tx, in.Project, membership.RoleEDITOR)
	if err != nil {
		return nil, err
	}
	key, err := newKey(ctx, tx, project, "release", projects.ReleaseKeys, in.Key, func(keys []string) ([]string, error) {
		return tx.Release.Query().Where(release.ProjectID(project.ID), bulk.Texts[predicate.Release](release.FieldKey, keys)).
			Select(release.FieldKey).Strings(ctx)
	})
	if err != nil {
		return nil, err
	}
	now := clock.Now(ctx)
	made, err := tx.Release.Create().SetProjectID(project.ID).SetKey(key).SetName(name).SetDescription(description).
		SetNillableDueAt(utc(in.DueAt)).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	return made, bulk.Explain(err, "release")
}

// StartRelease says that work on a planned release has begun.
func StartRelease(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Release, error) {
	return moveRelease(ctx, tx, in, "releaseStart")
}

// FinishRelease says that all that the release shall bring is done.
func FinishRelease(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Release, error) {
	return moveRelease(ctx, tx, in, "releaseFinish")
}

// LockRelease settles a finished release: from then on no requirement is put into it or taken out of it.
func LockRelease(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Release, error) {
	return moveRelease(ctx, tx, in, "releaseLock")
}

// ReopenRelease takes a finished release back into work. The note says why.
func ReopenRelease(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Release, error) {
	return moveRelease(ctx, tx, in, "releaseReopen")
}

// RollBackRelease says that what was delivered has been taken back. The note says why.
func RollBackRelease(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Release, error) {
	return moveRelease(ctx, tx, in, "releaseRollBack")
}

func moveRelease(ctx context.Context, tx *ent.Client, in lifecycle.Input, verb string) (*ent.Release, error) {
	if err := checkNote(ReleaseLifecycle, verb, in.Note); err != nil {
		return nil, err
	}
	found, err := tx.Release.Query().Where(release.ID(in.ID), bulk.Lock[predicate.Release]()).Unique(false).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.New(fault.NotFound, "there is no such release, or you may not see it").At("id")
	}
	if err != nil {
		return nil, err
	}
	if _, err := projects.For(ctx, tx, found.ProjectID, membership.RoleEDITOR); err != nil {
		return nil, err
	}
	if err := bulk.Expect("release", found.Key, found.Version, in.ExpectedVersion); err != nil {
		return nil, err
	}
	move, err := ReleaseLifecycle.Check(found.Key, string(found.Status), verb)
	if err != nil {
		return nil, err
	}
	moved, err := tx.Release.UpdateOne(found).SetStatus(release.Status(move.To)).SetStatusNote(lifecycle.Say(in.Note)).
		SetUpdatedAt(clock.Now(ctx)).AddVersion(1).Save(ctx)
	return moved, bulk.Explain(err, "release")
}

// utc is a time as both databases keep it.
func utc(at *time.Time) *time.Time {
	if at == nil {
		return nil
	}
	kept := at.UTC().Truncate(time.Microsecond)
	return &kept
}
