package defects

import (
	"strings"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// How much people may write, in letters. Imports are not bound to it: what a source holds is kept.
const (
	maxTitle = 1000
	maxText  = 200_000
	maxNote  = 20_000 // a comment
)

// checkLength refuses texts that not every database can keep, and longer ones than people read.
func checkLength(field string, most int, text string) error {
	if err := bulk.CheckText(field, text); err != nil {
		return err
	}
	if length := utf8.RuneCountInString(text); length > most {
		return fault.New(fault.Invalid, "%s has %d letters; the most is %d", field, length, most).At(field)
	}
	return nil
}

// checkContent collects what is wrong with the fields that people write.
func checkContent(check *fault.Check, title, text *string, severity *defect.Severity, priority *defect.Priority) error {
	for _, given := range []struct {
		field string
		text  *string
		most  int
	}{{"title", title, maxTitle}, {"text", text, maxText}} {
		if given.text == nil {
			continue
		}
		if err := check.Note(checkLength(given.field, given.most, *given.text)); err != nil {
			return err
		}
	}
	if title != nil && strings.TrimSpace(*title) == "" {
		check.Fail("title is empty; say in one line what is wrong", "title")
	}
	if severity != nil && defect.SeverityValidator(*severity) != nil {
		check.Fail("severity is one of BLOCKER, CRITICAL, MAJOR, MINOR and TRIVIAL", "severity")
	}
	if priority != nil && defect.PriorityValidator(*priority) != nil {
		check.Fail("priority is one of P0, P1, P2, P3 and P4", "priority")
	}
	return nil
}
