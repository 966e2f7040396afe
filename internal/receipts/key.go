package receipts

import (
	"strings"
	"unicode"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// maxKey is the most bytes that an idempotency key may have: what the model keeps. A UUID has 36.
const maxKey = 200

// checkKey refuses keys that were hardly made up on purpose.
func checkKey(key string) error {
	if err := bulk.CheckText("idempotencyKey", key); err != nil {
		return err
	}
	wrong := ""
	switch {
	case strings.TrimSpace(key) == "":
		wrong = "is blank; leave it out, or make up a text such as a UUID"
	case len(key) > maxKey:
		wrong = "is too long: it has at most 200 bytes; a UUID is enough"
	case strings.ContainsFunc(key, unicode.IsControl):
		wrong = "holds characters that cannot be seen, such as a line break; use letters, digits and hyphens"
	default:
		return nil
	}
	return fault.New(fault.Invalid, "the idempotency key %s", wrong).At("idempotencyKey")
}
