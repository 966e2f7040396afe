package cases_test

import (
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/cases"
)

func TestContentIsReadableLineByLine(t *testing.T) {
	got := cases.ContentOf(&ent.TestCaseVersion{
		Title: "Sign in", Steps: []schema.Step{
			{Action: "Open the page"}, {Action: "Enter the name", Data: "admin|root", Expected: "It is shown\nin bold"}, {Expected: "A → B"},
		},
		Parameters: []string{"user", "age"},
		DataRows:   []map[string]string{{"age": "7", "user": "a=b"}, {"user": "", "unknown": "x", "age": "8"}},
	})
	for field, want := range map[string]string{
		"TITLE": "Sign in", "DESCRIPTION": "", "PRECONDITION": "",
		"STEPS":      "1. Open the page\n2. Enter the name | admin\\|root → It is shown\n    in bold\n3.  → A \\→ B",
		"PARAMETERS": "1. user\n2. age",
		"DATA_ROWS":  "1. user = a\\=b | age = 7\n2. unknown = x | user =  | age = 8",
	} {
		if got[field] != want {
			t.Errorf("%s is %q, want %q", field, got[field], want)
		}
	}
	if len(got) != len(cases.ContentFields) {
		t.Errorf("the fields are %v", got)
	}
}

func TestDifferentContentsNeverLookTheSame(t *testing.T) {
	step := func(steps ...schema.Step) *ent.TestCaseVersion { return &ent.TestCaseVersion{Steps: steps} }
	row := func(row map[string]string) *ent.TestCaseVersion {
		return &ent.TestCaseVersion{DataRows: []map[string]string{row}}
	}
	for name, pair := range map[string][2]*ent.TestCaseVersion{
		"data in the action":     {step(schema.Step{Action: "a | b"}), step(schema.Step{Action: "a", Data: "b"})},
		"a result in the action": {step(schema.Step{Action: "a → b"}), step(schema.Step{Action: "a", Expected: "b"})},
		"a step in the action":   {step(schema.Step{Action: "a\n2. b"}), step(schema.Step{Action: "a"}, schema.Step{Action: "b"})},
		"an escape":              {step(schema.Step{Action: `a \| b`}), step(schema.Step{Action: "a | b"})},
		"a value in a value":     {row(map[string]string{"a": "1 | b = 2"}), row(map[string]string{"a": "1", "b": "2"})},
		"the order of parameters": {
			&ent.TestCaseVersion{Parameters: []string{"a", "b"}}, &ent.TestCaseVersion{Parameters: []string{"b", "a"}},
		},
	} {
		if changes := cases.Compare(pair[0], pair[1]); len(changes) != 1 {
			t.Errorf("%s: %v", name, changes)
		}
		if changes := cases.Compare(pair[0], pair[0]); len(changes) != 0 {
			t.Errorf("%s with itself: %v", name, changes)
		}
	}
}
