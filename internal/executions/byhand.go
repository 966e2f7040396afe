package executions

import (
	"context"
	"fmt"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/build"
	"github.com/asterism-qa/asterism/ent/gen/ent/environment"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// slack is how far a clock of the caller may be ahead of ours.
const slack = 5 * time.Minute

// How much people may write, in letters. Imports are not bound to it: what a source holds is kept.
const (
	maxScenario    = 500
	maxMessage     = 2000
	maxFailureText = 200_000
)

// RecordByHand stores one execution of a test case as it is now, by the viewer. Doing it again is a new attempt.
func RecordByHand(ctx context.Context, tx *ent.Client, in RecordInput) (*ent.Execution, error) {
	if err := in.check(ctx); err != nil {
		return nil, err
	}
	// The case is locked, so that it is its present content which was executed.
	tested, err := tx.TestCase.Query().Where(testcase.ID(in.TestCase), bulk.Lock[predicate.TestCase]()).Unique(false).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.New(fault.NotFound, "there is no such test case, or you may not see it").At("testCase")
	}
	if err != nil {
		return nil, err
	}
	project, err := projects.For(ctx, tx, tested.ProjectID, membership.RoleTESTER)
	if err != nil {
		return nil, err
	}
	if tested.Status == testcase.StatusDEPRECATED {
		return nil, fault.New(fault.Precondition, "test case %s is DEPRECATED and is not executed any more; execute the one that replaces it", tested.Key).At("testCase")
	}
	draft, err := in.draft(ctx, tx, project)
	if err != nil {
		return nil, err
	}
	draft.TestCaseID, draft.TestCaseVersion = tested.ID, tested.ContentVersion
	if _, err := Record(ctx, tx, project, []Draft{draft}, clock.Now(ctx)); err != nil {
		return nil, err
	}
	return tx.Execution.Query().Where(execution.ProjectID(project.ID), execution.Fingerprint(draft.Fingerprint)).Only(ctx)
}

// check collects everything that is wrong with the input itself.
func (in RecordInput) check(ctx context.Context) error {
	var check fault.Check
	if execution.StatusValidator(in.Status) != nil {
		check.Fail("status is none of the outcomes of an execution, such as PASSED or FAILED", "status")
	}
	if in.Status == execution.StatusNOT_RUN || in.Status == execution.StatusIN_PROGRESS {
		check.Fail("an execution is recorded when it is over: give its outcome, such as PASSED, FAILED or SKIPPED", "status")
	}
	for _, given := range []struct {
		field string
		text  *string
	}{
		{"build", in.Build}, {"environment", in.Environment}, {"cycle", in.Cycle}, {"scenario", in.Scenario},
		{"message", in.Message}, {"failureText", in.FailureText},
	} {
		if err := check.Note(bulk.CheckText(given.field, say(given.text))); err != nil {
			return err
		}
	}
	for _, given := range []struct {
		field string
		text  *string
		most  int
	}{
		{"scenario", in.Scenario, maxScenario}, {"message", in.Message, maxMessage}, {"failureText", in.FailureText, maxFailureText},
	} {
		if length := utf8.RuneCountInString(say(given.text)); length > given.most {
			check.Fail(fmt.Sprintf("%s has %d letters; the most is %d", given.field, length, given.most), given.field)
		}
	}
	if in.ExecutedAt != nil && in.ExecutedAt.After(clock.Now(ctx).Add(slack)) {
		check.Fail("executedAt lies in the future; an execution is recorded once it has taken place", "executedAt")
	}
	if in.DurationMs != nil && *in.DurationMs < 0 {
		check.Fail("durationMs is less than nothing; give 0 when nobody measured", "durationMs")
	}
	for i, step := range in.Steps {
		at := strconv.Itoa(i)
		if bulk.CheckText("name", step.Name) != nil {
			check.Fail("name of a step holds bytes that are not text; remove them", "steps", at, "name")
		}
		if bulk.CheckText("message", step.Message) != nil {
			check.Fail("message of a step holds bytes that are not text; remove them", "steps", at, "message")
		}
		if execution.StatusValidator(execution.Status(step.Status)) != nil {
			check.Fail("status of a step is none of the outcomes, such as PASSED or FAILED", "steps", at, "status")
		}
		if step.DurationMS < 0 {
			check.Fail("durationMs of a step is less than nothing; give 0 when nobody measured", "steps", at, "durationMs")
		}
	}
	return check.Err()
}

// draft is the execution without its test case. Everything that the project does not have is named at once.
func (in RecordInput) draft(ctx context.Context, tx *ent.Client, project *ent.Project) (Draft, error) {
	now := clock.Now(ctx)
	d := Draft{
		Fingerprint: ident.New(ident.Execution).String(), Status: in.Status, Scenario: say(in.Scenario), Message: say(in.Message),
		FailureText: say(in.FailureText), ExecutedAt: now, Steps: in.Steps,
	}
	if in.ExecutedAt != nil {
		d.ExecutedAt = in.ExecutedAt.UTC().Truncate(time.Microsecond)
	}
	if in.DurationMs != nil {
		d.DurationMS = *in.DurationMs
	}
	var check fault.Check
	for _, named := range []struct {
		field string
		key   *string
		into  **ident.ID
		find  func(key string) (ident.ID, error)
	}{
		{"build", in.Build, &d.BuildID, func(key string) (ident.ID, error) {
			return tx.Build.Query().Where(build.ProjectID(project.ID), build.Key(key)).OnlyID(ctx)
		}},
		{"environment", in.Environment, &d.EnvironmentID, func(key string) (ident.ID, error) {
			return tx.Environment.Query().Where(environment.ProjectID(project.ID), environment.Key(key)).OnlyID(ctx)
		}},
	} {
		if named.key == nil {
			continue
		}
		id, err := named.find(*named.key)
		if ent.IsNotFound(err) {
			err = absent(project, named.field, *named.key)
		} else if err == nil {
			*named.into = &id
		}
		if err := check.Note(err); err != nil {
			return d, err
		}
	}
	if in.Cycle != nil {
		cycle, err := cycleByHand(ctx, tx, project, *in.Cycle)
		if err := check.Note(err); err != nil {
			return d, err
		}
		if cycle != nil {
			d.CycleID = &cycle.ID
			settle(&check, "build", cycle, cycle.BuildID, &d.BuildID)
			settle(&check, "environment", cycle, cycle.EnvironmentID, &d.EnvironmentID)
		}
	}
	if err := check.Err(); err != nil {
		return d, err
	}
	var err error
	d.Executor, err = executor(ctx, tx)
	return d, err
}

// executor is the viewer's name; empty for the system.
func executor(ctx context.Context, tx *ent.Client) (string, error) {
	who, err := viewer.From(ctx)
	if err != nil || who.User.IsZero() {
		return "", err
	}
	found, err := tx.User.Get(ctx, who.User)
	if err != nil {
		return "", err
	}
	return found.Name, nil
}

// say is the text that was given; empty when none was.
func say(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
