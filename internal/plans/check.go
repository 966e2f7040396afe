package plans

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// maxName is the most bytes that a key or a name may have.
const maxName = 200

// maxProse is the most letters that a description or a note may have.
const maxProse = 20_000

// checkProse finds fault with what people write in sentences.
func checkProse(field, text string) error {
	if err := bulk.CheckText(field, text); err != nil {
		return err
	}
	if length := utf8.RuneCountInString(text); length > maxProse {
		return fault.New(fault.Invalid, "%s has %d letters; the most is %d", field, length, maxProse).At(field)
	}
	return nil
}

// checkName finds fault with the name of a new release or cycle.
func checkName(check *fault.Check, name string) {
	switch {
	case name == "":
		check.Fail("the name is empty; say what people shall call it", "name")
	case len(name) > maxName:
		check.Fail("the name is too long: it has at most 200 bytes", "name")
	case strings.ContainsFunc(name, unicode.IsControl) || bulk.CheckText("name", name) != nil:
		check.Fail("the name holds characters that cannot be seen, such as a line break; remove them", "name")
	}
}

// checkDue finds fault with times that not every database and browser can show.
func checkDue(check *fault.Check, due *time.Time) {
	if due != nil && (due.UTC().Year() < 1 || due.UTC().Year() > 9999) {
		check.Fail("the time is outside the years 1 to 9999", "dueAt")
	}
}
