package mapping_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

func identity(r *record.Result) string {
	return strings.Join([]string{r.Case, r.Scenario, r.Build, r.Environment, r.Cycle, r.Release}, "|")
}

func load(t *testing.T, text string) *mapping.Mapping {
	t.Helper()
	m, err := mapping.Load("map.yaml", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestWithoutMappingTheNameIsTheCase(t *testing.T) {
	for _, c := range []struct{ class, name, want string }{
		{"", "adds", "adds"},
		{"math.Add", "adds", "math.Add.adds"},
		{"math.Add", "math.Add.adds", "math.Add.adds"},
		{"math.Add", "math.Adder", "math.Add.math.Adder"},
	} {
		var none *mapping.Mapping
		r := &record.Result{ClassName: c.class, Name: c.name}
		none.Identify(r)
		if r.Case != c.want || r.Scenario != "" {
			t.Errorf("%s in %s is case %q, scenario %q; want %q", c.name, c.class, r.Case, r.Scenario, c.want)
		}
	}
}

func TestIdentify(t *testing.T) {
	m := load(t, `results:
  - match: "boards/*.xml"
    build: {property: version}
    environment: {from: rootSuite, pattern: '^(?P<value>[^/]+)'}
    cycle: {constant: nightly}
    release: {from: file, pattern: 'r(?P<value>[0-9.]+)\.xml$'}
    case: {from: name, pattern: '^(?P<scenario>.+)\.(?P<case>[^.]+\.[^.]+)$'}
  - match: "*.xml"
    case: {property: id}
  - match: "*.json"
    environment: {from: suite}
    case: {from: className}
`)
	suites := []string{"frdm/k64", "inner"}
	for name, c := range map[string]struct {
		result record.Result
		want   string
	}{
		"every field is found": {
			record.Result{Position: record.Position{File: "x/boards/r2.5.xml"}, Name: "kernel.sem.semaphore.reset", Suites: suites,
				Properties: map[string]string{"version": "v1"}}, "semaphore.reset|kernel.sem|v1|frdm|nightly|2.5"},
		"a name that does not fit is the case": {
			record.Result{Position: record.Position{File: "boards/a.xml"}, Name: "a.b", Suites: suites}, "a.b|||frdm|nightly|"},
		"what the format states stays": {
			record.Result{Position: record.Position{File: "boards/a.xml"}, Name: "a.b.c", Suites: suites, Case: "C-1", Build: "b0",
				Environment: "stage", Cycle: "c", Release: "r"}, "C-1||b0|stage|c|r"},
		"a property that is missing leaves the name": {
			record.Result{Position: record.Position{File: "a.xml"}, ClassName: "k", Name: "n"}, "k.n|||||"},
		"a property is the case": {
			record.Result{Position: record.Position{File: "a.xml"}, Name: "n", Properties: map[string]string{"id": "C-7"}}, "C-7|||||"},
		"the innermost suite": {
			record.Result{Position: record.Position{File: "a.json"}, ClassName: "k", Name: "n", Suites: suites}, "k|||inner||"},
		"no suite at all": {
			record.Result{Position: record.Position{File: "a.json"}, ClassName: "k"}, "k|||||"},
	} {
		t.Run(name, func(t *testing.T) {
			m.Identify(&c.result)
			if got := identity(&c.result); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestMatches(t *testing.T) {
	for _, c := range []struct {
		glob, path string
		want       bool
	}{
		{"a.csv", "a.csv", true},
		{"a.csv", "deep/folder/a.csv", true},
		{"a.csv", "deep/ba.csv", false},
		{"derived/a.csv", "demo/derived/a.csv", true},
		{"derived/a.csv", "underived/a.csv", false},
		{"./derived/a.csv", "derived/a.csv", true},
		{"results/*/*.xml", "demo/results/b1/x.xml", true},
		{"results/*/*.xml", "results/b1/deep/x.xml", false},
		{"results/**/*.xml", "results/x.xml", true},
		{"results/**/*.xml", "results/a/b/c/x.xml", true},
		{"results/**", "results/a/b", true},
		{"results/**", "other/a", false},
		{"**", "anything/at.all", true},
		{"*.xml", `folder\x.xml`, true},
		{"[ab]?.xml", "q/b1.xml", true},
		{"[ab]?.xml", "q/c1.xml", false},
		{"**/a/**/b", "x/a/b/a/c/b", true},
		{"**/a/**/b", "x/a/b/c", false},
	} {
		if got := mapping.Matches(c.glob, c.path); got != c.want {
			t.Errorf("%q with %q is %v, want %v", c.glob, c.path, got, c.want)
		}
	}
}

func TestMatchesIsQuickOnManyStars(t *testing.T) {
	if mapping.Matches(strings.Repeat("**/*a*/", 200)+"x", strings.Repeat("aaaa/", 2000)+"y") {
		t.Error("y is not x")
	}
}

func ExampleMapping_Identify() {
	var m *mapping.Mapping // no mapping file
	r := &record.Result{ClassName: "semaphore", Name: "reset"}
	m.Identify(r)
	fmt.Println(r.Case)
	// Output: semaphore.reset
}
