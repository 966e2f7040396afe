package zephyr_test

import (
	"encoding/csv"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"strings"
)

// ask decodes the data of a question.
func (w workspace) ask(into any, document string, variables any) {
	w.Helper()
	given, err := json.Marshal(variables)
	if err != nil {
		w.Fatal(err)
	}
	out := w.run("query", document, "--variables", string(given))
	if err := json.Unmarshal([]byte(out), into); err != nil {
		w.Fatalf("decode %s: %v", out, err)
	}
}

// testIDs are the keys of the test cases of the set.
func (w workspace) testIDs(data string) []string {
	w.Helper()
	file, err := os.Open(filepath.Join(data, "derived", "testcases.csv"))
	if err != nil {
		w.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		w.Fatal(err)
	}
	var keys []string
	for _, row := range rows[1:] {
		keys = append(keys, row[0])
	}
	return keys
}

// holdsTheSet compares what is counted with what the set is known to hold.
func (w workspace) holdsTheSet(data string) {
	w.Helper()
	var got struct {
		Project map[string]struct{ TotalCount int }
	}
	w.ask(&got, `query ($cases: [String!]) { project(key: "ZEP") {
		requirements { totalCount }  refinements: requirementLinks(where: {role: REFINES}) { totalCount }
		cases: testCases(where: {keyIn: $cases}) { totalCount }
		links: traceLinks { totalCount }  orphaned: traceLinks(where: {state: ORPHANED}) { totalCount }
		defects { totalCount }  executions { totalCount }
		onCases: executions(where: {hasTestCaseWith: [{keyIn: $cases}]}) { totalCount }
		executed: testCases(where: {keyIn: $cases, hasExecutions: true}) { totalCount } } }`,
		map[string]any{"cases": w.testIDs(data)})
	want := map[string]int{
		"requirements": 288, "refinements": 257, "cases": 74, "links": 84, "orphaned": 16,
		"defects": 1010, "executions": 62318, "onCases": 528, "executed": 61,
	}
	for name, count := range want {
		if got.Project[name].TotalCount != count {
			w.Errorf("%s: %d, not %d", name, got.Project[name].TotalCount, count)
		}
	}
}

// coversTheNewestBuild checks the coverage word of every requirement for the newest build.
func (w workspace) coversTheNewestBuild() {
	w.Helper()
	linked, software, system, named := map[string]int{}, map[string]int{}, map[string]int{}, map[string]string{}
	for after := any(nil); ; {
		var got struct {
			Project struct {
				Requirements struct {
					PageInfo struct {
						HasNextPage bool
						EndCursor   string
					}
					Nodes []struct {
						Key      string
						Coverage struct {
							Status string
							Cases  int
						}
					}
				}
			}
		}
		w.ask(&got, `query ($after: Cursor) { project(key: "ZEP") { requirements(first: 100, after: $after, orderBy: [{field: KEY, direction: ASC}]) {
			pageInfo { hasNextPage endCursor }
			nodes { key coverage(scope: {build: "v4.4.0-8811-g8d2ad20b2713"}) { status cases } } } } }`, map[string]any{"after": after})
		for _, one := range got.Project.Requirements.Nodes {
			word := one.Coverage.Status
			switch {
			case strings.HasPrefix(one.Key, "ZEP-SYRS-"):
				system[word]++
			case one.Coverage.Cases > 0:
				linked[word]++
				named[word] += one.Key
			default:
				software[word]++
			}
		}
		if !got.Project.Requirements.PageInfo.HasNextPage {
			break
		}
		after = got.Project.Requirements.PageInfo.EndCursor
	}
	for what, pair := range map[string][2]map[string]int{
		"linked software requirements": {linked, {"FAILED": 18, "PASSED": 20, "PARTIAL": 1, "NOT_RUN": 1}},
		"other software requirements":  {software, {"UNCOVERED": 221}},
		"system requirements":          {system, {"FAILED": 3, "PASSED": 1, "UNCOVERED": 23}},
	} {
		if !maps.Equal(pair[0], pair[1]) {
			w.Errorf("%s: %v, not %v", what, pair[0], pair[1])
		}
	}
	if named["PARTIAL"] != "ZEP-SRS-11-5" || named["NOT_RUN"] != "ZEP-SRS-11-4" {
		w.Errorf("PARTIAL is %s, NOT_RUN is %s", named["PARTIAL"], named["NOT_RUN"])
	}
}

// leadsBackFromADefect walks from a defect to its requirement by the contract query.
func (w workspace) leadsBackFromADefect() {
	w.Helper()
	var got struct {
		Project struct {
			Defect struct {
				TestCases struct {
					Nodes []struct {
						Key          string
						Requirements struct{ Nodes []struct{ Key string } }
					}
				}
			}
		}
	}
	w.ask(&got, `query Back($project: String!, $defect: String!) { project(key: $project) { defect(key: $defect) { key title
		executions(first: 20) { nodes { status build { name } testCase { key } } }
		testCases(first: 20) { nodes { key requirements(first: 20) { nodes { key title release { name } } } } } } } }`,
		map[string]string{"project": "ZEP", "defect": "#30574"})
	cases := got.Project.Defect.TestCases.Nodes
	if len(cases) != 1 || cases[0].Key != "semaphore.sem_reset" || len(cases[0].Requirements.Nodes) != 1 || cases[0].Requirements.Nodes[0].Key != "ZEP-SRS-5-16" {
		w.Errorf("the way back from #30574 is %+v", cases)
	}
}
