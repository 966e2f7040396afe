package ident

import (
	"database/sql/driver"
	"encoding/base32"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/google/uuid"
)

// ID identifies one entity. The zero value identifies nothing.
type ID uuid.UUID

// kindByte is the position of the kind: the last byte, which UUIDv7 fills at random.
const kindByte = 15

// alphabet is Crockford's base32 in lower case: no letter that can be mistaken for a digit, and it keeps sort order.
var alphabet = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// New makes an ID of a kind. It panics only when the machine has no source of randomness.
func New(kind Kind) ID {
	made := ID(uuid.Must(uuid.NewV7()))
	made[kindByte] = byte(kind)
	return made
}

// Kind tells what the ID identifies, without asking a database.
func (i ID) Kind() Kind { return Kind(i[kindByte]) }

// IsZero tells whether the ID identifies nothing.
func (i ID) IsZero() bool { return i == ID{} }

// String shows the ID as people see it: the prefix of its kind, an underscore, 26 letters and digits.
func (i ID) String() string { return i.Kind().Prefix() + "_" + alphabet.EncodeToString(i[:]) }

// UUID shows the ID as databases see it.
func (i ID) UUID() string { return uuid.UUID(i).String() }

// Parse reads the form that String writes. The error says what is wrong in words for the person who typed it.
func Parse(text string) (ID, error) {
	prefix, letters, found := strings.Cut(text, "_")
	kind, known := kinds[prefix]
	if !found || !known {
		return ID{}, fmt.Errorf("%q is not an id: expected a prefix such as req_ or case_", clip(text))
	}
	raw, err := alphabet.DecodeString(letters)
	if err != nil || len(raw) != len(ID{}) {
		return ID{}, fmt.Errorf("%q is not an id: expected 26 letters and digits after %s_", clip(text), prefix)
	}
	parsed := ID(raw)
	if alphabet.EncodeToString(raw) != letters { // the last letter has bits to spare, which must be empty
		return ID{}, fmt.Errorf("%q is not an id: its last letter is wrong", clip(text))
	}
	if parsed.Kind() != kind {
		return ID{}, fmt.Errorf("%q is not an id: its prefix does not fit its content", clip(text))
	}
	return parsed, nil
}

// clip keeps hostile input out of messages and logs.
func clip(text string) string {
	if len(text) > 60 {
		return text[:60] + "…"
	}
	return text
}

// Value implements driver.Valuer: the UUID as text, since lib/pq refuses sixteen raw bytes.
func (i ID) Value() (driver.Value, error) { return i.UUID(), nil }

// Scan implements sql.Scanner for the text and byte forms that both databases return.
func (i *ID) Scan(source any) error {
	if source == nil {
		*i = ID{}
		return nil
	}
	return (*uuid.UUID)(i).Scan(source)
}

// MarshalText implements encoding.TextMarshaler, so that JSON documents show an ID as people see it.
func (i ID) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (i *ID) UnmarshalText(text []byte) error {
	parsed, err := Parse(string(text))
	*i = parsed
	return err
}

// MarshalGQL implements graphql.Marshaler.
func (i ID) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(i.String())) }

// UnmarshalGQL implements graphql.Unmarshaler. It also accepts an ID, since generated code converts twice.
func (i *ID) UnmarshalGQL(value any) error {
	switch typed := value.(type) {
	case ID:
		*i = typed
		return nil
	case string:
		return i.UnmarshalText([]byte(typed))
	default:
		return fmt.Errorf("an id is text such as req_…, not %T", value)
	}
}
