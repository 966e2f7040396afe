package plans

import (
	"context"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcycle"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// CreateCycle plans a cycle; it starts PLANNED.
func CreateCycle(ctx context.Context, tx *ent.Client, in CycleCreateInput) (*ent.TestCycle, error) {
	var check fault.Check
	name := strings.TrimSpace(in.Name)
	checkName(&check, name)
	projects.CheckKey(&check, "key", in.Key)
	projects.CheckKey(&check, "build", in.Build)
	projects.CheckKey(&check, "environment", in.Environment)
	if err := check.Err(); err != nil {
		return nil, err
	}
	project, err := projects.Named(ctx, tx, in.Project, membership.RoleTESTER)
	if err != nil {
		return nil, err
	}
	where, err := findPlace(ctx, tx, project, in.Build, in.Environment)
	if err != nil {
		return nil, err
	}
	key, err := newKey(ctx, tx, project, "cycle", projects.CycleKeys, in.Key, func(keys []string) ([]string, error) {
		return tx.TestCycle.Query().Where(testcycle.ProjectID(project.ID), bulk.Texts[predicate.TestCycle](testcycle.FieldKey, keys)).
			Select(testcycle.FieldKey).Strings(ctx)
	})
	if err != nil {
		return nil, err
	}
	now := clock.Now(ctx)
	made, err := tx.TestCycle.Create().SetProjectID(project.ID).SetKey(key).SetName(name).SetStatus(testcycle.StatusPLANNED).
		SetNillableBuildID(where.build).SetNillableEnvironmentID(where.environment).
		SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	return made, bulk.Explain(err, "cycle")
}

// StartCycle begins a cycle that is ready.
func StartCycle(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.TestCycle, error) {
	return moveCycle(ctx, tx, in, "cycleStart")
}

// PauseCycle interrupts a cycle that is under way.
func PauseCycle(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.TestCycle, error) {
	return moveCycle(ctx, tx, in, "cyclePause")
}

// ResumeCycle goes on with a paused cycle.
func ResumeCycle(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.TestCycle, error) {
	return moveCycle(ctx, tx, in, "cycleResume")
}

// CompleteCycle says that everything was executed; results may still be looked over.
func CompleteCycle(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.TestCycle, error) {
	return moveCycle(ctx, tx, in, "cycleComplete")
}

// CloseCycle freezes a completed cycle: it takes no further executions.
func CloseCycle(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.TestCycle, error) {
	return moveCycle(ctx, tx, in, "cycleClose")
}

// AbortCycle gives a cycle up before it is complete. The note says why.
func AbortCycle(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.TestCycle, error) {
	return moveCycle(ctx, tx, in, "cycleAbort")
}

func moveCycle(ctx context.Context, tx *ent.Client, in lifecycle.Input, verb string) (*ent.TestCycle, error) {
	if err := checkNote(CycleLifecycle, verb, in.Note); err != nil {
		return nil, err
	}
	found, _, err := openCycle(ctx, tx, in)
	if err != nil {
		return nil, err
	}
	move, err := CycleLifecycle.Check(found.Key, string(found.Status), verb)
	if err != nil {
		return nil, err
	}
	moved, err := tx.TestCycle.UpdateOne(found).SetStatus(testcycle.Status(move.To)).SetStatusNote(lifecycle.Say(in.Note)).
		SetUpdatedAt(clock.Now(ctx)).AddVersion(1).Save(ctx)
	return moved, bulk.Explain(err, "cycle")
}

// openCycle loads a cycle for a change, with its project, when the viewer may change it and has seen its present state.
func openCycle(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.TestCycle, *ent.Project, error) {
	found, err := tx.TestCycle.Query().Where(testcycle.ID(in.ID), bulk.Lock[predicate.TestCycle]()).Unique(false).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil, fault.New(fault.NotFound, "there is no such cycle, or you may not see it").At("id")
	}
	if err != nil {
		return nil, nil, err
	}
	project, err := projects.For(ctx, tx, found.ProjectID, membership.RoleTESTER)
	if err != nil {
		return nil, nil, err
	}
	return found, project, bulk.Expect("cycle", found.Key, found.Version, in.ExpectedVersion)
}
