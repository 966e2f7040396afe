package projects

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// maxKey is the most bytes that the key of a thing in a project may have.
const maxKey = 200

// CheckKey finds fault with a key that somebody gives to a new thing; nil asks for a made one. What people type to find
// the thing again is the key as it stands, so nothing of it is trimmed.
func CheckKey(check *fault.Check, field string, key *string) {
	switch {
	case key == nil:
	case strings.TrimSpace(*key) == "":
		check.Fail("the key is empty; give one, or leave it out to get a made one", field)
	case strings.TrimSpace(*key) != *key:
		check.Fail("the key begins or ends with a space; remove it", field)
	case len(*key) > maxKey:
		check.Fail(fmt.Sprintf("the key has %d bytes; at most %d are allowed", len(*key), maxKey), field)
	case strings.ContainsFunc(*key, unicode.IsControl) || bulk.CheckText(field, *key) != nil:
		check.Fail("the key holds characters that cannot be seen, such as a line break; remove them", field)
	}
}
