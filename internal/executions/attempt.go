package executions

import (
	"context"
	"maps"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcycle"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// countAttempts says how many executions there are already of each case on each build, environment and scenario.
func countAttempts(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []*Draft) (map[series]int, error) {
	cases, builds := map[ident.ID]bool{}, map[ident.ID]bool{}
	anywhere := false // whether some draft names no build
	for _, d := range drafts {
		cases[d.TestCaseID] = true
		if d.BuildID == nil {
			anywhere = true
		} else {
			builds[*d.BuildID] = true
		}
	}
	query := tx.Execution.Query().Where(execution.ProjectID(project.ID),
		bulk.IDs[predicate.Execution](execution.FieldTestCaseID, slices.Collect(maps.Keys(cases))))
	if !anywhere {
		query.Where(bulk.IDs[predicate.Execution](execution.FieldBuildID, slices.Collect(maps.Keys(builds))))
	}
	var rows []struct {
		TestCase    ident.ID  `sql:"test_case_id"`
		Build       *ident.ID `sql:"build_id"`
		Environment *ident.ID `sql:"environment_id"`
		Scenario    string    `sql:"scenario"`
		Count       int       `sql:"count"`
	}
	err := query.GroupBy(execution.FieldTestCaseID, execution.FieldBuildID, execution.FieldEnvironmentID, execution.FieldScenario).
		Aggregate(ent.As(ent.Count(), "count")).Scan(ctx, &rows)
	attempts := make(map[series]int, len(rows))
	for _, row := range rows {
		attempts[series{row.TestCase, orZero(row.Build), orZero(row.Environment), row.Scenario}] = row.Count
	}
	return attempts, err
}

// refuseClosedCycles keeps frozen cycles as they are.
func refuseClosedCycles(ctx context.Context, tx *ent.Client, drafts []*Draft) error {
	cycles := map[ident.ID]bool{}
	for _, d := range drafts {
		if d.CycleID != nil {
			cycles[*d.CycleID] = true
		}
	}
	if len(cycles) == 0 {
		return nil
	}
	closed, err := tx.TestCycle.Query().Where(
		bulk.IDs[predicate.TestCycle](testcycle.FieldID, slices.Collect(maps.Keys(cycles))),
		testcycle.StatusEQ(testcycle.StatusCLOSED)).Order(ent.Asc(testcycle.FieldKey)).First(ctx)
	if ent.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return fault.New(fault.Precondition, "the cycle %s is CLOSED and takes no further executions; name another cycle", closed.Key).At("cycle")
}
