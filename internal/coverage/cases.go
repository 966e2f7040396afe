package coverage

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/ident"
)

// directCase is a test case linked to a requirement, once however many links there are.
type directCase struct {
	Requirement ident.ID `sql:"requirement_id"`
	Case        ident.ID `sql:"test_case_id"`
	// Needs is the least content version of the case that must have passed for the pass to count: 0 when somebody affirmed
	// a link between the two that is not suspect since, and unreachable when all of them are suspect.
	Needs int `sql:"needs"`
}

// directCases gives the direct cases of the requirements.
func directCases(ctx context.Context, client *ent.Client, requirements []ident.ID) ([]directCase, error) {
	var found []directCase
	err := client.TraceLink.Query().
		Where(tracelink.StateNEQ(tracelink.StateCLOSED), func(s *sql.Selector) {
			s.Where(level.In(s.Dialect(), s.C(tracelink.FieldRequirementID), requirements))
		}).
		Modify(func(s *sql.Selector) {
			s.Select(s.C(tracelink.FieldRequirementID), s.C(tracelink.FieldTestCaseID))
			s.AppendSelectExprAs(sql.Raw("MIN(CASE WHEN trace_links.state = 'SUSPECT' THEN 2147483647"+
				" WHEN trace_links.affirmed_at IS NOT NULL THEN 0 ELSE trace_links.test_case_version END)"), "needs")
			s.Where(sql.ExprP("EXISTS (SELECT 1 FROM test_cases AS c WHERE c.id = trace_links.test_case_id" +
				" AND c.project_id = trace_links.project_id AND c.deleted_at IS NULL)"))
			s.GroupBy(s.C(tracelink.FieldRequirementID), s.C(tracelink.FieldTestCaseID))
		}).
		Scan(ctx, &found)
	return found, err
}

// Word is what the executions within a scope say about a case.
type Word struct {
	// Status is PASSED, FAILED or NOT_RUN, or UNKNOWN when the scope names something that the project does not have.
	Status Status
	// Version is the newest content version of the case that passed; 0 when it did not pass.
	Version int
}

// CaseWords gives the word of each case that the viewer may see. It is one statement, whatever the number of cases.
func CaseWords(ctx context.Context, client *ent.Client, cases []ident.ID, scope Scope) (map[ident.ID]Word, error) {
	var rows []struct {
		ID     ident.ID `sql:"id"`
		Exists int      `sql:"scope_exists"`
		Rank   int      `sql:"word"`
	}
	words := make(map[ident.ID]Word, len(cases))
	if len(cases) == 0 {
		return words, nil
	}
	err := client.TestCase.Query().
		Where(func(s *sql.Selector) {
			s.Where(level.In(s.Dialect(), s.C(testcase.FieldID), cases))
		}).
		Modify(func(s *sql.Selector) {
			s.Select(s.C(testcase.FieldID)).
				AppendSelectExprAs(scope.exists("test_cases.project_id"), "scope_exists").
				AppendSelectExprAs(rank(scope), "word")
		}).
		Scan(ctx, &rows)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		switch {
		case row.Exists == 0:
			words[row.ID] = Word{Status: Unknown}
		case row.Rank == failedRank:
			words[row.ID] = Word{Status: Failed}
		case row.Rank > 0:
			words[row.ID] = Word{Status: Passed, Version: row.Rank}
		default:
			words[row.ID] = Word{Status: NotRun}
		}
	}
	return words, nil
}

// failedRank outweighs every version that passed.
const failedRank = 2147483647

// rank writes the word of the row of test_cases as a number: 0, the newest version that passed, or failedRank. Being asked case by case, it reads the executions of one
// case through their index and sorts few rows at a time.
func rank(scope Scope) sql.Querier {
	return sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("COALESCE((SELECT MAX(CASE WHEN latest.status IN ('FAILED', 'ERROR') THEN 2147483647" +
			" WHEN latest.status = 'PASSED' THEN latest.test_case_version ELSE 0 END) FROM (SELECT e.status, e.test_case_version, ROW_NUMBER() OVER" +
			" (PARTITION BY e.environment_id, e.scenario ORDER BY e.executed_at DESC, e.id DESC) AS place" +
			" FROM executions AS e WHERE e.test_case_id = test_cases.id")
		scope.narrow(b, "test_cases.project_id")
		b.WriteString(") AS latest WHERE latest.place = 1), 0)")
	})
}
