package exchange_test

import (
	"path/filepath"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent/build"
	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestAPatternFitsAFileHoweverItIsNamed(t *testing.T) {
	dir := folder(t, map[string]string{"nightly/linux.xml": `<testsuite name="s" timestamp="2026-05-01T00:00:00Z"><testcase name="t"/></testsuite>`})
	t.Chdir(dir)
	for path, shown := range map[string]string{
		"nightly/linux.xml":        "nightly/linux.xml",
		"./nightly/linux.xml":      "nightly/linux.xml",
		"../set/nightly/":          "nightly/linux.xml",
		"nightly":                  "nightly/linux.xml",
		".":                        "nightly/linux.xml",
		"../set":                   "set/nightly/linux.xml",
		dir:                        "set/nightly/linux.xml",
		"../set/nightly/linux.xml": "../set/nightly/linux.xml",
		filepath.Join(dir, "nightly", "linux.xml"): filepath.ToSlash(filepath.Join(dir, "nightly", "linux.xml")),
	} {
		w := newWorkspace(t, storetest.SQLite(t))
		report := w.mustImport(exchange.Request{Paths: []string{path}, Mapping: mapped(t,
			"results:\n  - match: nightly/*.xml\n    build: {constant: b}\n    environment: {from: file, pattern: '(?P<value>nightly/.*)'}\n")})
		if len(report.Warnings) != 0 || w.client.Build.Query().Where(build.Key("b")).CountX(w.ctx) != 1 {
			t.Errorf("%s: the pattern does not fit: %v", path, report.Warnings)
		}
		one := w.client.Execution.Query().WithEnvironment().OnlyX(w.ctx)
		if one.SourceFile != shown || one.Edges.Environment.Key != "nightly/linux.xml" {
			t.Errorf("%s: the file is shown as %s, its environment is %s", path, one.SourceFile, one.Edges.Environment.Key)
		}
	}
}

func TestAPlaceIsWherePeopleCanOpenIt(t *testing.T) {
	dir := folder(t, map[string]string{"own/jira.csv": "k\nA\n", "own/map.yaml": "files: []\n"})
	t.Chdir(filepath.Join(dir, "own"))
	w := newWorkspace(t, storetest.SQLite(t))
	report := w.mustImport(exchange.Request{Paths: []string{"."}, MapFile: "map.yaml", Mapping: mapped(t,
		"files:\n  - match: own/jira.csv\n    records:\n      - {record: case, columns: {key: k}}\n")})
	if len(report.Warnings) != 1 || report.Warnings[0].File != "jira.csv" {
		t.Errorf("got %v", report.Warnings)
	}
}

func TestWhatAMappingSaysInVainIsTold(t *testing.T) {
	const result = `<testsuite name="s" timestamp="2026-05-01T00:00:00Z"><testcase name="t"/></testsuite>`
	for name, c := range map[string]struct {
		mapping string
		fields  []string
		words   string
	}{
		"no entry fits":     {"results:\n  - {match: a/*.xml}\n  - {match: b/*.xml}\n", []string{"results"}, "no entry of results: fits a result file"},
		"an idle mapping":   {"files:\n  - {match: x.sdoc, format: strictdoc}\n", []string{"match"}, "no file of this import fits x.sdoc"},
		"a property":        {"results:\n  - {match: \"*.xml\", build: {property: revision}, environment: {from: suite}}\n", []string{"results[0].build.property"}, "no result has the property revision"},
		"nothing in vain":   {"results:\n  - {match: \"*.xml\", environment: {from: suite}}\n", nil, ""},
		"no results at all": {"files:\n  - {match: \"*.xml\", format: junit}\n", nil, ""},
	} {
		w := newWorkspace(t, storetest.SQLite(t))
		report := w.mustImport(exchange.Request{
			Paths: []string{folder(t, map[string]string{"r.xml": result, "q.xml": result})}, Mapping: mapped(t, c.mapping), MapFile: "map.yaml",
		})
		if len(report.Warnings) != len(c.fields) {
			t.Errorf("%s: %v", name, report.Warnings)
			continue
		}
		for i, field := range c.fields {
			if report.Warnings[i].Field != field || !warned(report, "map.yaml", c.words) {
				t.Errorf("%s: %v", name, report.Warnings)
			}
		}
	}
}
