package graph_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// discard puts things of a project of three requirements into the trash: the case C-001-1, whose second execution failed
// and showed the defect D-001; the requirement R-002; the defect D-000.
func discard(s *graphtest.Server) {
	s.Write(func(ctx context.Context, tx *ent.Client) error {
		if err := tx.TestCase.Update().Where(testcase.Key("C-001-1")).SetDeletedAt(start).Exec(ctx); err != nil {
			return err
		}
		if err := tx.Requirement.Update().Where(requirement.Key("R-002")).SetDeletedAt(start).Exec(ctx); err != nil {
			return err
		}
		return tx.Defect.Update().Where(defect.Key("D-000")).SetDeletedAt(start).Exec(ctx)
	})
}

func TestNothingInTheTrashHasAnAddress(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		elaborate(s, populate(s, "PAY", 2))
		ids := []string{anyID(s, "TestCase"), anyID(s, "Execution"), anyID(s, "TestCaseVersion"), anyID(s, "TraceLink")}
		s.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.TestCase.Update().SetDeletedAt(start).Exec(ctx)
		})
		got := s.Ask(`query($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Execution { testCase { key } } ... on TestCaseVersion { testCase { key } } ... on TraceLink { end: testCase { key } } } }`, map[string]any{"ids": ids})
		same(t, got.Raw, `{"data":{"nodes":[null,null,null,{"__typename":"TraceLink","end":null}]}}`)
	})
}

func TestWhatLiesInTheTrashShowsNowhere(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		populate(s, "PAY", 3)
		discard(s)
		// Each question is asked within the project.
		for name, c := range map[string]struct{ ask, want string }{
			"a list and its count":           {`requirements { totalCount nodes { key } }`, `{"requirements":{"totalCount":2,"nodes":[{"key":"R-000"},{"key":"R-001"}]}}`},
			"a key":                          {`testCase(key: "C-001-1") { key } defect(key: "D-000") { key }`, `{"testCase":null,"defect":null}`},
			"links have a case":              {`requirements(where: {hasTraceLinksWith: [{hasTestCaseWith: [{key: "C-001-1"}]}]}) { totalCount }`, `{"requirements":{"totalCount":0}}`},
			"links have some case":           {`traceLinks(where: {hasTestCase: true}) { totalCount }`, `{"traceLinks":{"totalCount":5}}`},
			"links have no case":             {`traceLinks(where: {hasTestCase: false}) { totalCount nodes { testCase { key } } }`, `{"traceLinks":{"totalCount":1,"nodes":[{"testCase":null}]}}`},
			"an empty condition on the end":  {`traceLinks(where: {hasTestCaseWith: [{}]}) { totalCount }`, `{"traceLinks":{"totalCount":5}}`},
			"inside not":                     {`traceLinks(where: {not: {hasTestCaseWith: [{titleHasPrefix: "C"}]}}) { totalCount }`, `{"traceLinks":{"totalCount":1}}`},
			"inside or":                      {`traceLinks(where: {or: [{hasTestCaseWith: [{key: "C-001-1"}]}, {hasRequirementWith: [{key: "R-002"}]}]}) { totalCount }`, `{"traceLinks":{"totalCount":0}}`},
			"executions of a case":           {`executions(where: {hasTestCaseWith: [{keyHasPrefix: "C-001"}]}) { totalCount }`, `{"executions":{"totalCount":2}}`},
			"all executions":                 {`executions { totalCount nodes { testCase { key } } }`, ``},
			"executions of a build":          {`build(key: "b2") { executions { totalCount } }`, `{"build":{"executions":{"totalCount":5}}}`},
			"builds by their executions":     {`builds(where: {hasExecutionsWith: [{status: FAILED, hasTestCaseWith: [{key: "C-001-1"}]}]}) { totalCount }`, `{"builds":{"totalCount":0}}`},
			"executions have a defect":       {`executions(where: {hasDefectLinksWith: [{hasDefect: true}]}) { totalCount }`, `{"executions":{"totalCount":1}}`},
			"requirements above":             {`requirements(where: {hasRefinementsWith: [{hasChild: true}]}) { totalCount nodes { key } }`, `{"requirements":{"totalCount":1,"nodes":[{"key":"R-000"}]}}`},
			"cases of a requirement":         {`requirement(key: "R-001") { testCases { totalCount nodes { key } } executions { totalCount } defects { totalCount } }`, `{"requirement":{"testCases":{"totalCount":1,"nodes":[{"key":"C-001-0"}]},"executions":{"totalCount":2},"defects":{"totalCount":0}}}`},
			"requirements below":             {`requirement(key: "R-001") { refinedBy { totalCount } }`, `{"requirement":{"refinedBy":{"totalCount":0}}}`},
			"requirements of a defect":       {`defect(key: "D-001") { testCases { totalCount } requirements { totalCount } executions { totalCount } }`, `{"defect":{"testCases":{"totalCount":0},"requirements":{"totalCount":0},"executions":{"totalCount":0}}}`},
			"defects of an execution":        {`executions(where: {status: FAILED, hasTestCaseWith: [{key: "C-000-1"}]}) { nodes { defects { totalCount } } }`, `{"executions":{"nodes":[{"defects":{"totalCount":0}}]}}`},
			"requirements of a release":      {`release(key: "2026.1") { requirements { totalCount } }`, `{"release":{"requirements":{"totalCount":2}}}`},
			"releases by their requirements": {`releases(where: {hasRequirementsWith: [{key: "R-002"}]}) { totalCount }`, `{"releases":{"totalCount":0}}`},
		} {
			got := s.Ask(`{ project(key: "PAY") { `+c.ask+` } }`, nil)
			if len(got.Errors) > 0 {
				t.Errorf("%s: %s", name, got.Raw)
				continue
			}
			if c.want == "" {
				continue // it is enough that all of it can be read
			}
			if left, right := canonical(t, got.Data), canonical(t, []byte(`{"project":`+c.want+`}`)); left != right {
				t.Errorf("%s: got\n%s\nwant\n%s", name, left, right)
			}
		}
	})
}
