package gherkin_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/gherkin"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

func FuzzRead(f *testing.F) {
	f.Add(full)
	f.Add("# language: fr\nFonctionnalité: x\n# asterism: {\"paired\":true,\"precondition\":2}\nScénario: y\n\\# z\nQuand a\n* b\nAlors c\n")
	f.Add("Feature: x\nScenario: y\nGiven z\n| \\| \\n |\n| \\\\ |\nExamples:\n| a |\n")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := read(strings.NewReader(text))
		var refused *record.Error
		switch {
		case errors.As(err, &refused):
			return
		case err != nil:
			t.Fatalf("the refusal has no place: %v", err)
		case len(got.suites) == 0:
			return
		}
		var b strings.Builder
		if err := gherkin.Write(&b, got.feature("P")); err != nil {
			t.Fatal(err)
		}
		if _, err := read(strings.NewReader(b.String())); err != nil {
			t.Errorf("what was written cannot be read: %v\n%s", err, b.String())
		}
	})
}
