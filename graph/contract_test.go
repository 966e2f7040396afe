package graph_test

import (
	"encoding/json"
	"testing"

	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

const trace = `query Trace($project: String!, $requirement: String!) {
  project(key: $project) { key name
    requirement(key: $requirement) { id key title status coverage { status }
      testCases(first: 20) { nodes { key title lastStatus
        latestExecution { status executedAt build { name } environment { name } }
        executions(first: 5) { nodes { status build { name } environment { name } } }
        defects(first: 20) { nodes { key title status severity } } } } } } }`

const board = `query Board($project: String!) {
  project(key: $project) {
    requirements(first: 50, orderBy: [{field: KEY, direction: ASC}]) { totalCount pageInfo { hasNextPage endCursor }
      nodes { key title coverage(scope: {build: "b1"}) { status cases passed failed notRun openDefects }
        testCases(first: 20) { nodes { key title lastStatus defects(first: 20) { nodes { key title status severity } } } } } } } }`

const back = `query Back($project: String!, $defect: String!) {
  project(key: $project) { defect(key: $defect) { key title
    executions(first: 20) { nodes { status build { name } testCase { key } } }
    testCases(first: 20) { nodes { key requirements(first: 20) { nodes { key title release { name } } } } } } } }`

func TestTheTraceQueryAnswersFromRequirementToDefect(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		populate(s, "PAY", 3)
		same(t, s.Ask(trace, map[string]any{"project": "PAY", "requirement": "R-002"}).Raw, `{"data":{"project":{"key":"PAY","name":"Project PAY","requirement":{
			"key":"R-002","title":"Requirement 2 需求","status":"DRAFT","coverage":{"status":"FAILED"},
			"testCases":{"nodes":[
			 {"key":"C-002-0","title":"Case","lastStatus":"PASSED",
			  "latestExecution":{"status":"PASSED","executedAt":"2026-03-01T11:21:00Z","build":{"name":"b2"},"environment":{"name":"sit"}},
			  "executions":{"nodes":[{"status":"PASSED","build":{"name":"b2"},"environment":{"name":"sit"}},{"status":"PASSED","build":{"name":"b1"},"environment":{"name":"sit"}}]},
			  "defects":{"nodes":[]}},
			 {"key":"C-002-1","title":"Case","lastStatus":"FAILED",
			  "latestExecution":{"status":"FAILED","executedAt":"2026-03-01T11:21:00Z","build":{"name":"b2"},"environment":{"name":"sit"}},
			  "executions":{"nodes":[{"status":"FAILED","build":{"name":"b2"},"environment":{"name":"sit"}},{"status":"PASSED","build":{"name":"b1"},"environment":{"name":"sit"}}]},
			  "defects":{"nodes":[{"key":"D-002","title":"Defect","status":"NEW","severity":"MAJOR"}]}}]}}}}}`)
	})
}

func TestTheBackQueryAnswersFromDefectToRequirement(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		populate(s, "PAY", 2)
		same(t, s.Ask(back, map[string]any{"project": "PAY", "defect": "D-001"}).Raw, `{"data":{"project":{"defect":{"key":"D-001","title":"Defect",
			"executions":{"nodes":[{"status":"FAILED","build":{"name":"b2"},"testCase":{"key":"C-001-1"}}]},
			"testCases":{"nodes":[{"key":"C-001-1","requirements":{"nodes":[{"key":"R-001","title":"Requirement 1 需求","release":{"name":"2026.1"}}]}}]}}}}}`)
	})
}

func TestTheBoardQueryShowsCoverageOfABuild(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		populate(s, "PAY", 60)
		var got struct {
			Project struct {
				Requirements struct {
					TotalCount int
					PageInfo   struct{ HasNextPage bool }
					Nodes      []struct {
						Key      string
						Coverage struct {
							Status                             string
							Cases, Passed, Failed, OpenDefects int
						}
						TestCases struct{ Nodes []struct{ Key string } }
					}
				}
			}
		}
		s.Data(board, map[string]any{"project": "PAY"}, &got)
		list := got.Project.Requirements
		if list.TotalCount != 60 || !list.PageInfo.HasNextPage || len(list.Nodes) != 50 {
			t.Fatalf("got %d of %d, more: %v", len(list.Nodes), list.TotalCount, list.PageInfo.HasNextPage)
		}
		for _, one := range list.Nodes {
			c := one.Coverage
			if c.Status != "PASSED" || c.Cases != 2 || c.Passed != 2 || c.Failed != 0 || c.OpenDefects != 1 || len(one.TestCases.Nodes) != 2 {
				t.Fatalf("%s: %+v with %d cases", one.Key, c, len(one.TestCases.Nodes))
			}
		}
	})
}

// Nothing that a client can ask makes a statement for each row.
func TestTheNumberOfStatementsDoesNotDependOnTheNumberOfRows(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		populate(s, "FEW", 2)
		populate(s, "MANY", 40)
		for name, document := range map[string]string{"board": board, "deep": deep} {
			few := s.Statements(document, map[string]any{"project": "FEW"})
			many := s.Statements(document, map[string]any{"project": "MANY"})
			if few != many {
				t.Errorf("%s: %d statements for few rows, %d for many", name, few, many)
			}
			t.Logf("%s: %d statements", name, many)
		}
	})
}

const deep = `query Deep($project: String!) { project(key: $project) {
  requirements(first: 20) { totalCount edges { cursor node { key parent { key } children(first: 3) { totalCount nodes { key } }
    refinedBy(first: 2) { nodes { key coverage { status } testCases(first: 3) { totalCount nodes { key traceLinks(first: 3) { nodes { state requirement { key } } }
      executions(first: 3) { nodes { status build { name release { name } } defects(first: 3) { nodes { key links(first: 2) { totalCount } } } } } } } } }
    refines(first: 3) { nodes { key } } versions(first: 3) { nodes { number } } externalReferences { system } defects(first: 3) { nodes { key } }
    executions(first: 2) { nodes { status } } links(first: 3) { nodes { role } } } } } } }`

// same compares two JSON documents; ids are left out, since they differ from one time to the next.
func same(t *testing.T, got []byte, want string) {
	t.Helper()
	if left, right := canonical(t, got), canonical(t, []byte(want)); left != right {
		t.Fatalf("got\n%s\nwant\n%s", left, right)
	}
}

func canonical(t *testing.T, document []byte) string {
	t.Helper()
	var value any
	if err := json.Unmarshal(document, &value); err != nil {
		t.Fatalf("not JSON: %s", document)
	}
	text, err := json.MarshalIndent(without(value, "id"), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func without(value any, name string) any {
	switch typed := value.(type) {
	case map[string]any:
		delete(typed, name)
		for key, one := range typed {
			typed[key] = without(one, name)
		}
	case []any:
		for i, one := range typed {
			typed[i] = without(one, name)
		}
	}
	return value
}
