package mapping_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/fault"
)

func TestTablesStandBeforeTheMappingFileAndFitTheirFileAlone(t *testing.T) {
	file, err := mapping.Load("m.yaml", strings.NewReader("files: [{match: \"*.csv\", records: [{record: defect, columns: {key: id}}]}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	both, err := file.With([]mapping.Table{
		{File: "a[1]*.csv", Record: record.KindCase, Columns: map[string]string{"Key": "key"}},
		{File: "x/a[1]*.csv", Record: record.KindRequirement, Columns: map[string]string{"Key": "key"}, KeepsRest: true},
		{File: "a[1]*.csv", Record: record.KindLink, Columns: map[string]string{"Key": "case", "R": "requirement"}, KeepsRest: true},
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, kinds := range map[string]string{"a[1]*.csv": "case link", "x/a[1]*.csv": "requirement", "a1b.csv": "defect"} {
		var got []string
		for _, rule := range both.ForFile(name).Rules {
			got = append(got, string(rule.Kind))
		}
		if strings.Join(got, " ") != kinds {
			t.Errorf("a row of %s states %v, want %s", name, got, kinds)
		}
	}
	if rules := both.ForFile("a[1]*.csv").Rules; rules[0].KeepRest || rules[1].KeepRest || !both.ForFile("x/a[1]*.csv").Rules[0].KeepRest {
		t.Error("the rest is kept where nobody said so, or not where somebody did")
	}
	var none *mapping.Mapping
	if same, err := none.With(nil); same != nil || err != nil {
		t.Errorf("nothing said makes %v, %v", same, err)
	}
}

func TestAColumnThatCannotBeAFieldIsNamed(t *testing.T) {
	var none *mapping.Mapping
	_, err := none.With([]mapping.Table{{File: "a.csv", Record: record.KindCase, Columns: map[string]string{"Colour": "paint", "Key": "key"}}})
	if found := fault.Of(err); found == nil || found.Code != fault.Invalid || strings.Join(found.Field, ".") != "columns.Colour" ||
		!strings.Contains(found.Message, "precondition") {
		t.Errorf("got %v", err)
	}
}

func TestWhatColumnsSeemToMeanIsSuggested(t *testing.T) {
	for name, test := range map[string]struct {
		columns string
		kind    record.Kind
		fields  map[string]string
	}{
		"steps": {"Issue ID,Issue Key,Test Summary,Test Priority,Action,Result,Colour", record.KindCase,
			map[string]string{"Issue ID": "key", "Test Summary": "title", "Test Priority": "priority", "Action": "action", "Result": "expected"}},
		"defects":      {"Issue key,Summary,Severity,Created", record.KindDefect, map[string]string{"Issue key": "key", "Summary": "title", "Severity": "severity", "Created": "reportedAt"}},
		"links":        {"requirement,test case", record.KindLink, map[string]string{"requirement": "requirement", "test case": "case"}},
		"requirements": {"ID,Description,Rationale", record.KindRequirement, map[string]string{"ID": "key", "Description": "text", "Rationale": "rationale"}},
		"its own name": {"id,key,name", record.KindRequirement, map[string]string{"key": "key", "name": "title"}},
		"a name twice": {"id,id", record.KindRequirement, map[string]string{}},
	} {
		kind, fields := mapping.Suggest(strings.Split(test.columns, ","))
		if kind != test.kind || !maps.Equal(fields, test.fields) {
			t.Errorf("%s: %s with %v", name, kind, fields)
		}
	}
}
