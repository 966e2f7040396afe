package junit

import (
	"encoding/xml"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/xmlsafe"
)

// test is one open <testcase>.
type test struct {
	result     *record.Result
	properties *propertySet
	findings   []*finding
	best       *finding // the first of those that decide the outcome
	saysState  string   // the status or result attribute
}

// notExecuted are words of status and result attributes that no passed test has; without an outcome element the counting
// rule says passed all the same, so a person should look.
var notExecuted = []string{"notrun", "not run", "suppressed", "disabled", "skipped", "ignored", "failed", "fail", "failure", "error"}

// openTest starts a testcase with what its attributes and suites say.
func (w *walk) openTest(e xml.StartElement) *test {
	around, line := w.suite(), w.xml.Line()
	for _, s := range w.suites {
		s.hasTests = true
	}
	t := &test{properties: around.properties.inside()}
	t.result = &record.Result{Position: w.xml.Position(), Suites: slices.Clone(around.names), ExecutedAt: around.executedAt}
	attributes := map[string]string{}
	for _, a := range e.Attr {
		if a.Name.Space != "" || a.Name.Local == "xmlns" {
			continue
		}
		attributes[a.Name.Local] = a.Value
		switch a.Name.Local {
		case "name", "classname", "time", "timestamp":
		default:
			if a.Value != "" {
				w.setAttribute(t.properties, line, a.Name.Local, a.Value)
			}
		}
	}
	t.result.ClassName = w.keep(line, "classname", firstOf(attributes["classname"], attributes["class"]))
	t.result.Name = w.keep(line, "name", attributes["name"])
	w.nameTest(t.result)
	t.saysState, _ = xmlsafe.Clip(firstOf(attributes["status"], attributes["result"]), maxMessage)
	t.result.Duration = w.duration(attributes["time"], line)
	if at, ok := w.timestamp(e, line); ok {
		t.result.ExecutedAt = at
	}
	return t
}

// nameTest gives a testcase without a name the name of its class.
func (w *walk) nameTest(result *record.Result) {
	if result.Name != "" {
		return
	}
	result.Name = result.ClassName
	if result.Name == "" {
		w.warn(result.Line, "name", "this testcase has neither a name nor a classname")
		return
	}
	w.warn(result.Line, "name", "this testcase has no name; its classname %q is used", excerpt(result.ClassName))
}

// closeTest decides the outcome and hands the result over.
func (w *walk) closeTest(t *test) error {
	result := t.result
	if t.best != nil {
		w.describe(t)
	} else {
		result.Status, result.RawStatus = "PASSED", firstOf(t.saysState, "passed")
		if slices.Contains(notExecuted, strings.ToLower(t.saysState)) {
			w.warn(result.Line, "status", "the attribute says %q, but no skipped, failure or error element does; counted as passed", t.saysState)
		}
	}
	result.Properties = t.properties.result()
	result.Ordinal = w.totals.count(result.Status)
	return w.sink.Put(result)
}

// firstOf returns the first text that is not empty.
func firstOf(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}
