package junit_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/junit"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// catch is a sink that keeps everything.
type catch struct {
	results  []*record.Result
	warnings []record.Warning
}

func (c *catch) Put(r record.Record) error {
	c.results = append(c.results, r.(*record.Result))
	return nil
}

func (c *catch) Warn(w record.Warning) { c.warnings = append(c.warnings, w) }

// about returns the warnings for a field.
func (c *catch) about(field string) (found []record.Warning) {
	for _, w := range c.warnings {
		if w.Field == field {
			found = append(found, w)
		}
	}
	return found
}

// read reads a document that must be accepted.
func read(t *testing.T, document string) *catch {
	t.Helper()
	got, err := try(document)
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return got
}

// try reads a document that may be refused.
func try(document string) (*catch, error) {
	got := &catch{}
	source := record.Source{Name: "in.xml", Head: []byte(document[:min(len(document), 64<<10)]), Body: strings.NewReader(document)}
	return got, junit.Reader{}.Read(context.Background(), source, got)
}

// one reads a testcase that stands alone in a suite.
func one(t *testing.T, testcase string) (*record.Result, *catch) {
	t.Helper()
	got := read(t, "<testsuite name='s'>"+testcase+"</testsuite>")
	if len(got.results) != 1 {
		t.Fatalf("got %d results, want 1", len(got.results))
	}
	return got.results[0], got
}

// sourceOf is a source over bytes.
func sourceOf(name string, data []byte) record.Source {
	return record.Source{Name: name, Head: data[:min(len(data), 64<<10)], Body: bytes.NewReader(data)}
}
