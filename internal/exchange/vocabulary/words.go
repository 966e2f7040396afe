package vocabulary

import (
	"slices"
	"strings"
	"unicode"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// Words are the words of one field: each entry begins with ours, and the rest of it means the same elsewhere, in lower
// case with single spaces.
type Words [][]string

// Of gives the words of a field of a record kind; nil when the field takes any text.
func Of(kind record.Kind, field string) Words { return fields[kind][field] }

// Ours lists our words in their usual order.
func (w Words) Ours() []string {
	var ours []string
	for _, entry := range w {
		ours = append(ours, entry[0])
	}
	return ours
}

// Translate finds our word for one of any tool, however it is written; empty when there is none.
func (w Words) Translate(word string) string {
	word = plain(word)
	for _, entry := range w {
		if word == plain(entry[0]) || slices.Contains(entry[1:], word) {
			return entry[0]
		}
	}
	return ""
}

// Unsaid tells whether a word says that its field has no value.
func Unsaid(word string) bool { return slices.Contains(unsaid, plain(word)) }

// unsaid are words by which tools say that a field has no value.
var unsaid = []string{"", "unresolved", "none", "n a", "not set", "unspecified"}

// plain writes a word in lower case with single spaces for everything that is neither letter nor digit.
func plain(word string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(word), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}
