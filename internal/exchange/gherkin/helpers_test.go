package gherkin_test

import (
	"context"
	"io"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/gherkin"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// taken is what a reading gave.
type taken struct {
	suites   []*record.Suite
	cases    []*record.Case
	warnings []record.Warning
}

// Put implements record.Sink.
func (t *taken) Put(r record.Record) error {
	switch r := r.(type) {
	case *record.Suite:
		t.suites = append(t.suites, r)
	case *record.Case:
		t.cases = append(t.cases, r)
	}
	return nil
}

// Warn implements record.Sink.
func (t *taken) Warn(w record.Warning) { t.warnings = append(t.warnings, w) }

// feature is what was read, as a feature to be written.
func (t *taken) feature(project string) gherkin.Feature {
	var f gherkin.Feature
	for i, s := range t.suites {
		one := gherkin.Suite{Path: s.Path, Name: s.Path[len(s.Path)-1], Description: s.Text}
		for _, c := range t.cases {
			if key(c.SuitePath) == key(s.Path) {
				one.Cases = append(one.Cases, *c)
			}
		}
		if i == 0 {
			f = gherkin.Feature{Suite: one, Project: project}
		} else {
			f.Rules = append(f.Rules, one)
		}
	}
	return f
}

func key(path []string) (key string) {
	for _, name := range path {
		key += "\x00" + name
	}
	return key
}

func read(from io.Reader) (*taken, error) {
	t := &taken{}
	return t, gherkin.Reader{}.Read(context.Background(), record.Source{Name: "some/x.feature", Body: from}, t)
}

func mustRead(t *testing.T, from io.Reader) *taken {
	t.Helper()
	got, err := read(from)
	if err != nil {
		t.Fatal(err)
	}
	return got
}
