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
	// Suspect is 1 when all links between the two are suspect.
	Suspect int `sql:"suspect"`
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
			s.AppendSelectExprAs(sql.Raw("MIN(CASE WHEN trace_links.state = 'SUSPECT' THEN 1 ELSE 0 END)"), "suspect")
			s.Where(sql.ExprP("EXISTS (SELECT 1 FROM test_cases AS c WHERE c.id = trace_links.test_case_id" +
				" AND c.project_id = trace_links.project_id AND c.deleted_at IS NULL)"))
			s.GroupBy(s.C(tracelink.FieldRequirementID), s.C(tracelink.FieldTestCaseID))
		}).
		Scan(ctx, &found)
	return found, err
}

// CaseWords gives the word of each case that the viewer may see: PASSED, FAILED or NOT_RUN within the scope, or UNKNOWN
// when the scope names something that its project does not have. It is one statement, whatever the number of cases.
func CaseWords(ctx context.Context, client *ent.Client, cases []ident.ID, scope Scope) (map[ident.ID]Status, error) {
	var rows []struct {
		ID     ident.ID `sql:"id"`
		Exists int      `sql:"scope_exists"`
		Rank   int      `sql:"word"`
	}
	words := make(map[ident.ID]Status, len(cases))
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
		words[row.ID] = ranked[row.Rank]
		if row.Exists == 0 {
			words[row.ID] = Unknown
		}
	}
	return words, nil
}

// ranked are the words of a case by the number that rank gives.
var ranked = map[int]Status{0: NotRun, 1: Passed, 2: Failed}

// rank writes the word of the row of test_cases as a number. Being asked case by case, it reads the executions of one
// case through their index and sorts few rows at a time.
func rank(scope Scope) sql.Querier {
	return sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("COALESCE((SELECT MAX(CASE WHEN latest.status IN ('FAILED', 'ERROR') THEN 2" +
			" WHEN latest.status = 'PASSED' THEN 1 ELSE 0 END) FROM (SELECT e.status, ROW_NUMBER() OVER" +
			" (PARTITION BY e.environment_id, e.scenario ORDER BY e.executed_at DESC, e.id DESC) AS place" +
			" FROM executions AS e WHERE e.test_case_id = test_cases.id")
		scope.narrow(b, "test_cases.project_id")
		b.WriteString(") AS latest WHERE latest.place = 1), 0)")
	})
}
