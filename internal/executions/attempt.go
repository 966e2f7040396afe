package executions

import (
	"context"
	"maps"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// countAttempts says how many executions there are already of each case on each build, environment and scenario.
func countAttempts(ctx context.Context, tx *ent.Client, drafts []*Draft) (map[series]int, error) {
	built, unbuilt, builds := map[ident.ID]bool{}, map[ident.ID]bool{}, map[ident.ID]bool{}
	for _, d := range drafts {
		if d.BuildID == nil {
			unbuilt[d.TestCaseID] = true
		} else {
			built[d.TestCaseID], builds[*d.BuildID] = true, true
		}
	}
	attempts := map[series]int{}
	// One statement each, so that both read an index by build and case: a choice between builds and none would read every
	// execution that the cases ever had.
	if err := attemptsOf(ctx, tx, built, anyOf(execution.FieldBuildID, builds), attempts); err != nil {
		return nil, err
	}
	return attempts, attemptsOf(ctx, tx, unbuilt, execution.BuildIDIsNil(), attempts)
}

// attemptsOf adds how many executions some cases have on some builds. The project is not asked for, as the cases belong to
// one: SQLite would rather read all of the project's executions.
func attemptsOf(ctx context.Context, tx *ent.Client, cases map[ident.ID]bool, builds predicate.Execution, attempts map[series]int) error {
	if len(cases) == 0 {
		return nil
	}
	var rows []struct {
		TestCase    ident.ID  `sql:"test_case_id"`
		Build       *ident.ID `sql:"build_id"`
		Environment *ident.ID `sql:"environment_id"`
		Scenario    string    `sql:"scenario"`
		Count       int       `sql:"count"`
	}
	err := tx.Execution.Query().Where(anyOf(execution.FieldTestCaseID, cases), builds).
		GroupBy(execution.FieldTestCaseID, execution.FieldBuildID, execution.FieldEnvironmentID, execution.FieldScenario).
		Aggregate(ent.As(ent.Count(), "count")).Scan(ctx, &rows)
	for _, row := range rows {
		attempts[series{row.TestCase, orZero(row.Build), orZero(row.Environment), row.Scenario}] = row.Count
	}
	return err
}

func anyOf(column string, ids map[ident.ID]bool) predicate.Execution {
	return bulk.IDs[predicate.Execution](column, slices.Collect(maps.Keys(ids)))
}
