package bulk

import (
	"strings"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/fault"
)

// Explain turns an error of the model into a fault in words for people; thing is what was written, for example "test
// case". Other errors pass unchanged, so that the transaction may be tried again.
func Explain(err error, thing string) error {
	switch {
	case err == nil || fault.Of(err) != nil:
		return err
	case ent.IsConstraintError(err):
		return fault.New(fault.Conflict, "somebody else stored the same %s at the same moment: nothing was written; try again", thing).Because(err)
	case ent.IsValidationError(err):
		return fault.New(fault.Invalid, "a %s has a value that cannot be stored", thing).Because(err)
	}
	return err
}

// CheckText refuses texts that not every database can keep.
func CheckText(field string, texts ...string) error {
	for _, text := range texts {
		if !utf8.ValidString(text) || strings.IndexByte(text, 0) >= 0 {
			return fault.New(fault.Invalid, "%s holds bytes that are not text (not UTF-8, or the character NUL); remove them", field).At(field)
		}
	}
	return nil
}

// CheckTexts refuses attributes whose names or values not every database can keep.
func CheckTexts(field string, texts map[string]string) error {
	for name, text := range texts {
		if err := CheckText(field, name, text); err != nil {
			return err
		}
	}
	return nil
}

// Filled is the map itself, or nothing when it is empty, so that equal content is stored alike.
func Filled(texts map[string]string) map[string]string {
	if len(texts) == 0 {
		return nil
	}
	return texts
}
