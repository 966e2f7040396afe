package gherkin_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/gherkin"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/testdata"
)

func TestTheAcceptanceFeaturesAreReadAsCountedAndWrittenBackEqual(t *testing.T) {
	root := testdata.Root(t)
	document, err := os.ReadFile(filepath.Join(root, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var expected struct {
		Files map[string]struct {
			Format                                     string
			Features, Rules, Scenarios, Outlines, Rows *int
			ExampleRows                                *int `json:"example_rows"`
		}
	}
	if err := json.Unmarshal(document, &expected); err != nil {
		t.Fatal(err)
	}
	const folder = "testcases/gherkin-cucumber-good/good"
	entries, err := os.ReadDir(filepath.Join(root, folder))
	if err != nil || len(entries) != 29 {
		t.Fatalf("%d files, %v", len(entries), err)
	}
	for _, entry := range entries {
		text, err := os.ReadFile(filepath.Join(root, folder, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if len(text) == 0 { // the import refuses an empty file before it has a format
			continue
		}
		got := mustRead(t, strings.NewReader(string(text)))
		want := expected.Files[folder+"/"+entry.Name()]
		rows := 0
		for _, c := range got.cases {
			rows += len(c.DataRows)
		}
		switch {
		case want.Scenarios == nil:
			if len(got.cases) == 0 {
				t.Errorf("%s: no case", entry.Name())
			}
		case len(got.cases) != *want.Scenarios+*want.Outlines || len(got.suites) != *want.Features+*want.Rules || rows != *want.ExampleRows:
			t.Errorf("%s: %d cases, %d suites, %d rows, want %+v", entry.Name(), len(got.cases), len(got.suites), rows, want)
		}
		if len(got.suites) > 0 {
			same(t, entry.Name(), got, "")
		}
	}
}

// further spells the fields that Gherkin does not know.
func further(c record.Case) string {
	document, _ := json.Marshal([]any{c.Priority, c.Level, c.AutomationID, c.Aliases, c.Estimate, c.Attributes, c.Also})
	return string(document)
}

// same writes what was read and expects to read the same again.
func same(t *testing.T, name string, got *taken, project string) {
	t.Helper()
	var b strings.Builder
	if err := gherkin.Write(&b, got.feature(project)); err != nil {
		t.Fatal(err)
	}
	again, err := read(strings.NewReader(b.String()))
	if err != nil {
		t.Fatalf("%s: %v in\n%s", name, err, b.String())
	}
	if len(again.cases) != len(got.cases) || len(again.suites) != len(got.suites) {
		t.Fatalf("%s: %d suites and %d cases came back of %d and %d:\n%s", name, len(again.suites), len(again.cases), len(got.suites), len(got.cases), b.String())
	}
	for i, s := range got.suites {
		if key(again.suites[i].Path) != key(s.Path) || again.suites[i].Text != s.Text {
			t.Errorf("%s: the suite %v came back as %v", name, *s, *again.suites[i])
		}
	}
	for i, c := range got.cases {
		is := *again.cases[i]
		was := *c
		if project == "" { // where a scenario stands in its file is not the same
			is.Attributes, was.Attributes = nil, nil
		}
		delete(is.Attributes, "feature file")
		if len(was.Attributes) == 0 {
			was.Attributes = map[string]string{}
		}
		if project != "" && further(is) != further(was) {
			t.Errorf("%s: came back with\n%s, had\n%s, in\n%s", name, further(is), further(was), b.String())
		}
		is.Attributes, was.Attributes = nil, nil
		is.Tags, was.Tags = slices.Sorted(slices.Values(is.Tags)), slices.Sorted(slices.Values(was.Tags)) // their order says nothing
		if project != "" && (is.Key != was.Key || is.KeyOf != project || is.Type != was.Type) {
			t.Errorf("%s: %s %s came back as %s %s of %s", name, was.Type, was.Key, is.Type, is.Key, is.KeyOf)
		}
		if project != "" {
			was.External = is.External // these cases had none
		}
		if show(is) != show(was) {
			t.Errorf("%s: came back as\n%s, was\n%s, in\n%s", name, show(is), show(was), b.String())
		}
	}
}
