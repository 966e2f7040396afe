package mapping_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

const whole = `files:
  - match: "derived/*.csv"
    format: csv
    delimiter: tab
    system: github
    records:
      - record: link
        columns: {requirement: reqs, case: test}
        constants: {role: VERIFIES}
        split: {requirement: ","}
        skipEmpty: [requirement]
      - columns: {key: test, status: state}
        values: {status: {Closed: DEPRECATED, "": DRAFT, 1: APPROVED}}
        constants: {level: SYSTEM, title: 2.50}
        attributes: "*"
        record: case
results:
  - match: "**/*.xml"
    build: {property: version}
    environment: {from: rootSuite, pattern: '^(?P<value>\w+)'}
    cycle: {constant: nightly}
    case: {from: name, pattern: '^(?P<scenario>.+)\.(?P<case>[^.]+\.[^.]+)$'}
    unknownCases: refuse
`

func TestLoadKeepsWhatIsWritten(t *testing.T) {
	for _, text := range []string{whole, strings.ReplaceAll(whole, "\n", "\r\n"), "\uFEFF" + whole} {
		m, err := mapping.Load("map.yaml", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		file := m.ForFile("set/derived/a.csv")
		if file == nil || file.Delimiter != '\t' || file.System != "github" || len(file.Rules) != 2 {
			t.Fatalf("the file entry is %+v", file)
		}
		link, one := file.Rules[0], file.Rules[1]
		if link.Split["requirement"] != "," || !link.SkipEmpty["requirement"] || link.Constants["role"] != "VERIFIES" {
			t.Errorf("the link rule is %+v", link)
		}
		if one.Kind != record.KindCase || !one.KeepRest || one.Values["status"][""] != "DRAFT" || one.Values["status"]["1"] != "APPROVED" {
			t.Errorf("the case rule is %+v", one)
		}
		if got := one.Constants["title"]; got != "2.50" {
			t.Errorf("a number lost its spelling: %q", got)
		}
		if m.UnknownCases("a/b.xml") != mapping.Refuse || m.UnknownCases("a.json") != mapping.Create {
			t.Error("the policy for unknown cases is lost")
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	file := func(rule string) string { return "files:\n  - match: a.csv\n    records:\n      - " + rule + "\n" }
	results := func(entry string) string { return "results:\n  - match: a.xml\n    " + entry + "\n" }
	for name, c := range map[string]struct {
		text, field, want string
		line              int
	}{
		"an empty file":                 {"# nothing\n", "", "empty", 0},
		"text that is no YAML":          {"files: [\n", "", "not YAML", 1},
		"a second document":             {"files: []\n---\nfiles: []\n", "", "second", 3},
		"an unknown section":            {"file: []\n", "file", "files, results", 1},
		"a section that is no list":     {"files: x\n", "files", "list", 1},
		"an unknown file field":         {"files:\n  - match: a.csv\n    delimeter: x\n", "files[0].delimeter", "delimiter", 3},
		"a field without value":         {"files:\n  - match:\n    format: csv\n", "files[0].match", "no value", 2},
		"a field that stands twice":     {"files:\n  - match: a\n    match: b\n", "", "already defined", 3},
		"a file entry without match":    {"files:\n  - format: junit\n", "files[0].match", "missing", 2},
		"csv without records":           {"files:\n  - match: a.csv\n", "files[0].records", "missing", 2},
		"records of another format":     {"files:\n  - match: a\n    format: junit\n    system: x\n", "files[0].format", "csv", 2},
		"a long delimiter":              {"files:\n  - match: a\n    delimiter: \"::\"\n", "files[0].delimiter", "one character", 3},
		"a quote as delimiter":          {"files:\n  - match: a\n    delimiter: '\"'\n", "files[0].delimiter", "one character", 3},
		"an open bracket in a glob":     {"files:\n  - match: \"a[.csv\"\n", "files[0].match", "bracket", 2},
		"stars inside a segment":        {"files:\n  - match: \"a**b\"\n", "files[0].match", "alone", 2},
		"a backslash in a glob":         {"files:\n  - match: 'a\\b'\n", "files[0].match", "backslash", 2},
		"a rule without kind":           {file("columns: {key: a}"), "files[0].records[0].record", "missing", 4},
		"an unknown kind":               {file("record: ticket"), "files[0].records[0].record", "defectLink", 4},
		"an unknown field of a kind":    {file("record: case\n        columns: {kee: a}"), "files[0].records[0].columns.kee", "automationId", 5},
		"an unknown constant":           {file("record: link\n        constants: {key: a}"), "files[0].records[0].constants.key", "requirement", 5},
		"a word we do not have":         {file("record: case\n        constants: {type: ROBOT}"), "files[0].records[0].constants.type", "GHERKIN", 5},
		"a translation to no word":      {file("record: result\n        columns: {name: a, status: b}\n        values: {status: {ok: FINE}}"), "files[0].records[0].values.status.ok", "PASSED", 6},
		"a status that is not ours":     {file("record: case\n        columns: {key: a}\n        constants: {status: Done}"), "files[0].records[0].constants.status", "DEPRECATED", 6},
		"a foreign criticality":         {file("record: requirement\n        columns: {key: a, criticality: b}\n        values: {criticality: {x: HIGH}}"), "files[0].records[0].values.criticality.x", "UNDEFINED, MINOR", 6},
		"a foreign severity":            {file("record: defect\n        columns: {key: a}\n        constants: {severity: P1}"), "files[0].records[0].constants.severity", "BLOCKER", 6},
		"a foreign resolution":          {file("record: defect\n        columns: {key: a}\n        constants: {resolution: Done}"), "files[0].records[0].constants.resolution", "WONT_FIX", 6},
		"values without a column":       {file("record: case\n        columns: {key: a}\n        values: {status: {a: DRAFT}}"), "files[0].records[0].values.status", "no column", 4},
		"a column and a constant":       {file("record: case\n        columns: {key: a}\n        constants: {key: b}"), "files[0].records[0].constants.key", "also in columns", 4},
		"a field that cannot be split":  {file("record: case\n        columns: {key: a}\n        split: {key: x}"), "files[0].records[0].split.key", "aliases, suite", 6},
		"skipping what is not mapped":   {file("record: case\n        columns: {key: a}\n        skipEmpty: [title]"), "files[0].records[0].skipEmpty", "title", 4},
		"a link with one end":           {file("record: link\n        columns: {case: a}"), "files[0].records[0].columns", "requirement", 4},
		"a defect link with three ends": {file("record: defectLink\n        columns: {defect: d, case: a, requirement: b}"), "files[0].records[0].columns", "one case", 4},
		"an execution without its file": {file("record: defectLink\n        columns: {defect: d, execution: a}"), "files[0].records[0].columns", "together", 4},
		"attributes of a link":          {file("record: link\n        attributes: \"*\"\n        columns: {case: a, requirement: b}"), "files[0].records[0].attributes", "no attributes", 5},
		"two cases in a row":            {file("{record: case, columns: {key: a}}\n      - {record: case, columns: {key: b}}"), "files[0].records", "one case", 2},
		"an alias":                      {file("&a {record: case, columns: {key: *a}}"), "files[0].records[0]", "", 4},
		"results without match":         {"results:\n  - unknownCases: skip\n", "results[0].match", "missing", 2},
		"an unknown policy":             {results("unknownCases: maybe"), "results[0].unknownCases", "create, skip, refuse", 3},
		"two origins":                   {results("build: {property: a, from: name}"), "results[0].build", "exactly one", 3},
		"no origin":                     {results("build: {pattern: '(?P<value>a)'}"), "results[0].build", "exactly one", 3},
		"an unknown place":              {results("build: {from: title}"), "results[0].build.from", "rootSuite", 3},
		"a broken pattern":              {results("case: {from: name, pattern: '('}"), "results[0].case.pattern", "missing closing", 3},
		"a pattern that looks back":     {results("case: {from: name, pattern: '(?<=a)(?P<case>b)'}"), "results[0].case.pattern", "invalid", 3},
		"a pattern without its group":   {results("build: {from: name, pattern: 'a'}"), "results[0].build.pattern", "(?P<value>", 3},
		"a group of another field":      {results("build: {from: name, pattern: '(?P<value>a)(?P<scenario>b)'}"), "results[0].build.pattern", "scenario", 3},
		"a pattern on a constant":       {results("build: {constant: x, pattern: '(?P<value>a)'}"), "results[0].build.pattern", "no pattern", 3},
		"a NUL":                         {"files: []\nresults: \"\x00\"\n", "", "NUL", 2},
		"text that is no UTF-8":         {"files: []\n# \xff\n", "", "UTF-8", 2},
		"endless brackets":              {strings.Repeat("[", 100_000), "", "levels", 1},
		"endless dashes":                {strings.Repeat("- ", 60_000), "", "levels", 1},
		"endless keys":                  {strings.Repeat("? ", 60_000), "", "levels", 1},
		"a file that is no mapping":     {strings.Repeat("# data\n", 100_000), "", "larger than", 0},
	} {
		t.Run(name, func(t *testing.T) {
			m, err := mapping.Load("map.yaml", strings.NewReader(c.text))
			var refused *record.Error
			if !errors.As(err, &refused) {
				t.Fatalf("got %v and %v, want a refusal", m, err)
			}
			if refused.File != "map.yaml" || refused.Line != c.line || refused.Field != c.field || !strings.Contains(refused.Message, c.want) {
				t.Errorf("got %v, want line %d, field %q and %q", refused, c.line, c.field, c.want)
			}
		})
	}
}
