package guard

import (
	"encoding/base64"
	"strings"
	"testing"

	"entgo.io/contrib/entgql"
)

// FuzzCursor promises that what passes for a cursor holds few values and can be decoded without harm.
func FuzzCursor(f *testing.F) {
	for _, raw := range []string{"", "\x80", "\x81\xa1i\xc4\x03abc", "\x82\xa1i\xa1a\xa1v\x92\xa3id \xd7\xff12345678", "\x82\xa1i\xa1a\xa1v\xdd\xff\xff\xff\xff", strings.Repeat("\x91", 100), "\xda\xff", "\xc7"} {
		f.Add([]byte(raw))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		text := base64.RawStdEncoding.EncodeToString(raw)
		if !cursor(text) {
			return
		}
		var decoded entgql.Cursor[string]
		_ = decoded.UnmarshalGQL(text) // may be refused, must not burst
		if values, _ := decoded.Value.([]any); len(values) > maxCursorEntries {
			t.Fatalf("%d values passed", len(values))
		}
	})
}
