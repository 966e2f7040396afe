package junit

import (
	"encoding/xml"
	"fmt"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/xmlsafe"
)

// Limits on what one testcase or suite may bring along; what goes beyond is cut and warned about.
const (
	maxText     = 64 << 10 // bytes of a name, a property, a failure text
	maxMessage  = 1 << 10  // bytes of a message, which is one line
	maxFindings = 16       // outcome elements of one testcase that are kept
	maxAttempts = 100      // attempts of one testcase that are kept
	maxStrange  = 20       // names of unknown elements that are warned about
)

// walk is the state of reading one file.
type walk struct {
	xml     *xmlsafe.Reader
	file    string
	sink    record.Sink
	frames  []*frame // open elements, outermost first
	suites  []*suite // open suites, outermost first
	totals  totals
	strange map[string]bool // unknown elements that were warned about
}

// frame is one open element; at most one of its pointers besides text is set.
type frame struct {
	line       int
	suite      *suite
	test       *test
	properties *propertySet // <properties>: whose they are
	property   *property
	finding    *finding
	text       *xmlsafe.Text // where its character data goes; nil: it is not kept
}

// top is the innermost open element.
func (w *walk) top() *frame { return w.frames[len(w.frames)-1] }

// start opens an element according to its name and the element that it stands in.
func (w *walk) start(e xml.StartElement) error {
	name := e.Name.Local
	next := &frame{line: w.xml.Line()}
	if len(w.frames) == 0 {
		if !isSuite(name) {
			return w.xml.Errorf("", "the root element is <%s>; JUnit XML starts with <testsuites> or <testsuite>", name)
		}
		w.frames = append(w.frames, &frame{}) // so that the root has a parent as well
	}
	parent := w.top()
	switch {
	case isSuite(name):
		next.suite = w.openSuite(e)
	case name == "testcase":
		next.test = w.openTest(e)
	case name == "properties" && (parent.test != nil || parent.suite != nil):
		next.properties = w.openProperties(parent)
	case name == "property" && parent.properties != nil:
		next.property = w.openProperty(e)
		next.text = next.property.text
	case parent.test != nil && (outcomes[name].rank > 0 || attempts[name].name != ""):
		next.finding = w.openFinding(e)
		next.text = next.finding.text
	case name == "system-out" || name == "system-err":
	case parent.text != nil:
		next.text = parent.text // <stackTrace> and other markup in a failure
	case parent.suite != nil && outcomes[name].rank > 0:
		w.warn(next.line, name, "this <%s> stands in a suite, not in a testcase; it is no result and was not read", name)
	case parent.test != nil || parent.suite != nil || parent.properties != nil:
		w.warnStrange(name)
	}
	w.frames = append(w.frames, next)
	return nil
}

// end closes the innermost element.
func (w *walk) end() error {
	closed := w.top()
	w.frames = w.frames[:len(w.frames)-1]
	switch {
	case closed.suite != nil:
		w.suites = w.suites[:len(w.suites)-1]
	case closed.property != nil:
		w.closeProperty(closed.property, w.top().properties, closed.line)
	case closed.finding != nil:
		w.closeFinding(w.top().test, closed.finding, closed.line)
	case closed.test != nil:
		return w.closeTest(closed.test)
	}
	return nil
}

// warn tells the person who imports what was guessed, cut or not understood at a line.
func (w *walk) warn(line int, field, format string, args ...any) {
	w.sink.Warn(record.Warning{File: w.file, Line: line, Field: field, Message: fmt.Sprintf(format, args...)})
}

// warnStrange names an element that is no part of JUnit XML, once a file.
func (w *walk) warnStrange(name string) {
	if w.strange[name] || len(w.strange) == maxStrange {
		return
	}
	if w.strange == nil {
		w.strange = map[string]bool{}
	}
	w.strange[name] = true
	shown, _ := xmlsafe.Clip(name, 100)
	w.warn(w.xml.Line(), shown, "<%s> is not known in JUnit XML; it was not read, here and wherever else the file has it", shown)
	if len(w.strange) == maxStrange {
		w.warn(w.xml.Line(), "", "further unknown elements are not listed")
	}
}

// keep limits a value that is stored, with a warning when it is cut.
func (w *walk) keep(line int, field, value string) string {
	kept, cut := xmlsafe.Clip(value, maxText)
	if cut > 0 {
		w.warn(line, field, "%d bytes were cut; the first %d are kept", cut, len(kept))
	}
	return kept
}
