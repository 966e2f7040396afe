package mapping_test

import (
	"encoding/csv"
	"encoding/xml"
	"os"
	"path/filepath"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/testdata"
)

// TestZephyrResultsFindTheirCases holds the mapping of the demonstration set against the facts stated for it: of its 74
// test cases 61 have results, and the ten result files come from four builds.
func TestZephyrResultsFindTheirCases(t *testing.T) {
	root := testdata.Root(t)
	file, err := os.Open(filepath.Join("..", "..", "..", "examples", "zephyr", "mapping.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	m, err := mapping.Load("mapping.yaml", file)
	if err != nil {
		t.Fatal(err)
	}
	known := caseIDs(t, filepath.Join(root, "demo", "zephyr", "derived", "testcases.csv"))
	paths, err := filepath.Glob(filepath.Join(root, "demo", "zephyr", "results", "*", "*.xml"))
	if err != nil || len(paths) != 10 {
		t.Fatalf("%d result files, %v; want 10", len(paths), err)
	}
	executed, builds, total := map[string]bool{}, map[string]bool{}, 0
	for _, path := range paths {
		for _, r := range results(t, path) {
			m.Identify(r)
			if r.Build == "" || r.Environment == "" || r.Case == "" {
				t.Fatalf("%s: %s has build %q, environment %q, case %q", path, r.Name, r.Build, r.Environment, r.Case)
			}
			builds[r.Build] = true
			total++
			if known[r.Case] {
				executed[r.Case] = true
			}
		}
	}
	if len(known) != 74 || len(executed) != 61 || len(builds) != 4 || total != 62318 {
		t.Errorf("%d cases, %d of them with results, %d builds, %d results; want 74, 61, 4 and 62318",
			len(known), len(executed), len(builds), total)
	}
}

func caseIDs(t *testing.T, path string) map[string]bool {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, row := range rows[1:] {
		ids[row[0]] = true
	}
	return ids
}

// results reads just enough of a JUnit file to identify its results.
func results(t *testing.T, path string) []*record.Result {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Suites []struct {
			Name       string `xml:"name,attr"`
			Properties []struct {
				Name  string `xml:"name,attr"`
				Value string `xml:"value,attr"`
			} `xml:"properties>property"`
			Cases []struct {
				Name  string `xml:"name,attr"`
				Class string `xml:"classname,attr"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	if err := xml.Unmarshal(content, &file); err != nil {
		t.Fatal(err)
	}
	var all []*record.Result
	for _, suite := range file.Suites {
		properties := map[string]string{}
		for _, p := range suite.Properties {
			properties[p.Name] = p.Value
		}
		for _, c := range suite.Cases {
			all = append(all, &record.Result{Position: record.Position{File: filepath.ToSlash(path)}, Name: c.Name, ClassName: c.Class,
				Suites: []string{suite.Name}, Properties: properties})
		}
	}
	return all
}
