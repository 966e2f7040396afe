package junit

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/xmlsafe"
)

// totalNames are the attributes with which a file declares what it holds.
var totalNames = [...]string{"tests", "failures", "errors", "skipped"}

// totals are what the file declares and what it turned out to hold, in the order of totalNames.
type totals struct {
	line     int  // of the root
	many     bool // the root is <testsuites>
	declared [len(totalNames)]sum
	held     [len(totalNames)]int
}

// sum adds up what the suites directly in <testsuites> declare, unless the root itself declares it.
type sum struct {
	value            int
	byRoot, bySuites bool
	incomplete       bool // one of the suites does not declare it
}

// declare notes the totals of a suite that stands in depth others.
func (t *totals) declare(e xml.StartElement, depth, line int) {
	if depth == 0 {
		t.line, t.many = line, e.Name.Local == "testsuites"
	}
	if depth > 1 || depth == 1 && !t.many {
		return
	}
	for i, name := range totalNames {
		text, _ := xmlsafe.Attr(e, name)
		number, err := strconv.Atoi(strings.TrimSpace(text))
		s := &t.declared[i]
		switch {
		case s.byRoot:
		case err != nil && depth == 1:
			s.incomplete = true
		case err != nil:
		case depth == 0:
			s.value, s.byRoot = number, true
		default:
			s.value, s.bySuites = s.value+number, true
		}
	}
}

// count adds a result and returns its ordinal.
func (t *totals) count(status string) int {
	switch status {
	case "FAILED":
		t.held[1]++
	case "ERROR":
		t.held[2]++
	case "SKIPPED":
		t.held[3]++
	}
	t.held[0]++
	return t.held[0] - 1
}

// compareTotals warns once a file about totals that differ from what it holds; the results themselves are believed.
func (w *walk) compareTotals() {
	field, differences := "", []string{}
	for i, name := range totalNames {
		s, held := w.totals.declared[i], w.totals.held[i]
		known := s.byRoot || s.bySuites && !s.incomplete
		if !known || s.value == held {
			continue
		}
		field = firstOf(field, name)
		differences = append(differences, fmt.Sprintf("%s=%d but holds %d", name, s.value, held))
	}
	if field != "" {
		w.warn(w.totals.line, field, "the file declares %s; what it holds is counted", strings.Join(differences, ", "))
	}
}
