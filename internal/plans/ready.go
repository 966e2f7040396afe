package plans

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/build"
	"github.com/asterism-qa/asterism/ent/gen/ent/environment"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcycle"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// ReadyCycle says that a planned cycle can start. By then its build and its environment are known: they were before, or
// the input names them. All that is missing is named at once.
func ReadyCycle(ctx context.Context, tx *ent.Client, in CycleReadyInput) (*ent.TestCycle, error) {
	const verb = "cycleReady"
	var check fault.Check
	projects.CheckKey(&check, "build", in.Build)
	projects.CheckKey(&check, "environment", in.Environment)
	if err := check.Note(checkNote(CycleLifecycle, verb, in.Note)); err != nil {
		return nil, err
	}
	if err := check.Err(); err != nil {
		return nil, err
	}
	found, project, err := openCycle(ctx, tx, lifecycle.Input{ID: in.ID, ExpectedVersion: in.ExpectedVersion})
	if err != nil {
		return nil, err
	}
	move, err := CycleLifecycle.Check(found.Key, string(found.Status), verb)
	if err != nil {
		return nil, err
	}
	where, err := findPlace(ctx, tx, project, in.Build, in.Environment)
	if err := check.Note(err); err != nil {
		return nil, err
	}
	if found.BuildID == nil && in.Build == nil {
		check.Fail("cycle "+found.Key+" has no build yet: name the build to be tested", "build")
	}
	if found.EnvironmentID == nil && in.Environment == nil {
		check.Fail("cycle "+found.Key+" has no environment yet: name the environment to test in", "environment")
	}
	if err := check.Err(); err != nil {
		return nil, err
	}
	moved, err := tx.TestCycle.UpdateOne(found).SetStatus(testcycle.Status(move.To)).SetStatusNote(lifecycle.Say(in.Note)).
		SetNillableBuildID(where.build).SetNillableEnvironmentID(where.environment).
		SetUpdatedAt(clock.Now(ctx)).AddVersion(1).Save(ctx)
	return moved, bulk.Explain(err, "cycle")
}

// place is the build and the environment of a cycle, as far as they are named.
type place struct{ build, environment *ident.ID }

// findPlace finds a build and an environment of the project by their keys, and says of both when they are not there.
func findPlace(ctx context.Context, tx *ent.Client, project *ent.Project, inBuild, inEnvironment *string) (found place, err error) {
	var check fault.Check
	if inBuild != nil {
		id, err := tx.Build.Query().Where(build.ProjectID(project.ID), build.Key(*inBuild)).OnlyID(ctx)
		if err := check.Note(missing(err, "build", *inBuild, project)); err != nil {
			return found, err
		}
		found.build = &id
	}
	if inEnvironment != nil {
		id, err := tx.Environment.Query().Where(environment.ProjectID(project.ID), environment.Key(*inEnvironment)).OnlyID(ctx)
		if err := check.Note(missing(err, "environment", *inEnvironment, project)); err != nil {
			return found, err
		}
		found.environment = &id
	}
	return found, check.Err()
}

// missing turns the error of a look-up by key into words for people.
func missing(err error, thing, key string, project *ent.Project) error {
	if ent.IsNotFound(err) {
		return fault.New(fault.NotFound, "there is no %s %s in project %s", thing, key, project.Key).At(thing)
	}
	return err
}
