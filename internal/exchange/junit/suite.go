package junit

import (
	"encoding/xml"
	"slices"
	"time"

	"github.com/asterism-qa/asterism/internal/exchange/xmlsafe"
)

// suite is one open <testsuites> or <testsuite> with what it passes on to the testcases in it.
type suite struct {
	names      []string // of the suites down to this one, outermost first
	properties *propertySet
	executedAt time.Time
	hasTests   bool // a testcase was read, so properties that follow come late
}

// openSuite starts a suite inside the current one.
func (w *walk) openSuite(e xml.StartElement) *suite {
	line := w.xml.Line()
	outer := w.suite()
	next := &suite{names: outer.names, properties: outer.properties.inside(), executedAt: outer.executedAt}
	if name, _ := xmlsafe.Attr(e, "name"); name != "" {
		name = w.keep(line, "name", name)
		if e.Name.Local == "testsuites" {
			w.setAttribute(next.properties, line, "testsuites.name", name)
		} else {
			next.names = append(slices.Clone(next.names), name)
		}
	}
	for _, name := range []string{"hostname", "package", "file", "filepath"} {
		if value, _ := xmlsafe.Attr(e, name); value != "" {
			w.setAttribute(next.properties, line, name, value)
		}
	}
	if at, ok := w.timestamp(e, line); ok {
		next.executedAt = at
	}
	w.totals.declare(e, len(w.suites), line)
	w.suites = append(w.suites, next)
	return next
}

// suite is the innermost open suite; around the root it is an empty one.
func (w *walk) suite() *suite {
	if len(w.suites) == 0 {
		return &suite{properties: &propertySet{}}
	}
	return w.suites[len(w.suites)-1]
}
