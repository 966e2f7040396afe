package mapping_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

func FuzzLoad(f *testing.F) {
	f.Add(whole)
	f.Add("results:\n  - match: a\n    case: {from: name, pattern: '(?P<case>.*)'}\n")
	f.Add("files: [{match: a, records: [{record: case, columns: {key: |\n  x\n}}]}]")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := mapping.Load("map.yaml", strings.NewReader(text))
		var refused *record.Error
		if err != nil && !errors.As(err, &refused) {
			t.Fatalf("the refusal has no place: %v", err)
		}
		if err == nil {
			m.ForFile("a/b.csv")
			m.Identify(&record.Result{Position: record.Position{File: "a/b.xml"}, Name: "n", Suites: []string{"s"}})
		}
	})
}
