package guard

import (
	"encoding/base64"
	"encoding/binary"
)

// cursor tells whether a text has the form of a cursor, before anything decodes it: MessagePack lets a few bytes claim
// millions of entries, one inside the other. What it says is checked by the list that it is given to.
func cursor(text string) bool {
	if len(text) > maxCursor {
		return false
	}
	raw, err := base64.RawStdEncoding.DecodeString(text)
	if err != nil {
		return false
	}
	rest, ok := packed(raw, 1)
	return ok && len(rest) == 0 && len(raw) > 0 && raw[0]&0xf0 == 0x80
}

// The most that a cursor of ours holds: a map with an array of a few values in it.
const (
	maxCursorDepth   = 3
	maxCursorEntries = 2 * (maxOrders + 1)
)

// packed skips one MessagePack value and gives what follows it.
func packed(raw []byte, depth int) ([]byte, bool) {
	if len(raw) == 0 || depth > maxCursorDepth {
		return nil, false
	}
	sign, rest := raw[0], raw[1:]
	switch {
	case sign <= 0x7f, sign >= 0xe0, sign == 0xc0, sign == 0xc2, sign == 0xc3: // small numbers, nothing, false, true
		return rest, true
	case sign <= 0x8f:
		return entries(rest, 2*int(sign&0x0f), depth)
	case sign <= 0x9f:
		return entries(rest, int(sign&0x0f), depth)
	case sign <= 0xbf:
		return skip(rest, int(sign&0x1f))
	case sign == 0xd9, sign == 0xc4: // texts, and the id
		return sized(rest, 1)
	case sign == 0xda:
		return sized(rest, 2)
	case sign >= 0xcc && sign <= 0xcf: // natural numbers
		return skip(rest, 1<<(sign-0xcc))
	case sign >= 0xd0 && sign <= 0xd3: // whole numbers
		return skip(rest, 1<<(sign-0xd0))
	case sign >= 0xd4 && sign <= 0xd8: // times of fixed length
		return skip(rest, 1+1<<(sign-0xd4))
	case sign == 0xc7 && len(rest) > 0: // longer times
		return skip(rest[1:], 1+int(rest[0]))
	}
	return nil, false
}

func entries(raw []byte, count, depth int) ([]byte, bool) {
	if count > maxCursorEntries {
		return nil, false
	}
	for range count {
		rest, ok := packed(raw, depth+1)
		if !ok {
			return nil, false
		}
		raw = rest
	}
	return raw, true
}

func sized(raw []byte, digits int) ([]byte, bool) {
	if len(raw) < digits {
		return nil, false
	}
	length := int(raw[0])
	if digits == 2 {
		length = int(binary.BigEndian.Uint16(raw))
	}
	return skip(raw[digits:], length)
}

func skip(raw []byte, length int) ([]byte, bool) {
	if len(raw) < length {
		return nil, false
	}
	return raw[length:], true
}
