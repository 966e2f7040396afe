package feed

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"hash/crc32"
	"math"
	"slices"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Position is a place in the feed of one project: behind a change, in front of the next.
type Position struct {
	// Project is whose feed it is.
	Project ident.ID
	// Epoch names the history in which the number counts: sixteen hexadecimal digits, all zero while there is no feed.
	Epoch string
	// Seq is the number of the change behind which it is; 0 is in front of the first.
	Seq int64
}

// Cursor says where a reader goes on: one position for each project that it follows, by the ids of the projects. It is no
// secret and gives no right to anything.
type Cursor []Position

const (
	cursorFormat = 1
	// maxCursor is how long the text of a cursor can be, in bytes: that of several hundred projects.
	maxCursor = 16 << 10

	idSize, epochSize, sumSize = 16, 8, 4
)

// noEpoch is the epoch of a project that has no feed yet.
const noEpoch = "0000000000000000"

// String is the cursor as clients see it, an opaque text for URLs and headers; empty for no positions. The same cursor is
// always the same text.
func (c Cursor) String() string {
	if len(c) == 0 {
		return ""
	}
	if !slices.IsSortedFunc(c, byProject) {
		c = slices.Clone(c)
		slices.SortFunc(c, byProject)
	}
	raw := make([]byte, 0, 1+len(c)*(idSize+epochSize+binary.MaxVarintLen64)+sumSize)
	raw = append(raw, cursorFormat)
	for _, at := range c {
		raw = append(raw, at.Project[:]...)
		var epoch [epochSize]byte
		if len(at.Epoch) == 2*epochSize {
			_, _ = hex.Decode(epoch[:], []byte(at.Epoch)) // the log makes epochs of digits only
		}
		raw = append(raw, epoch[:]...)
		raw = binary.AppendUvarint(raw, uint64(at.Seq))
	}
	raw = binary.BigEndian.AppendUint32(raw, crc32.ChecksumIEEE(raw))
	return base64.RawURLEncoding.EncodeToString(raw)
}

// ParseCursor reads the text that String wrote. Anything else is CURSOR_INVALID: cut off, changed, or made up.
func ParseCursor(text string) (Cursor, error) {
	broken := func() (Cursor, error) { return nil, invalid("this is no cursor of a feed") }
	if len(text) > maxCursor {
		return broken()
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(text)
	if err != nil || len(raw) < 1+sumSize || raw[0] != cursorFormat {
		return broken()
	}
	rest, sum := raw[1:len(raw)-sumSize], raw[len(raw)-sumSize:]
	if crc32.ChecksumIEEE(raw[:len(raw)-sumSize]) != binary.BigEndian.Uint32(sum) {
		return broken()
	}
	var c Cursor
	for len(rest) > 0 {
		if len(rest) < idSize+epochSize {
			return broken()
		}
		at := Position{Project: ident.ID(rest[:idSize]), Epoch: hex.EncodeToString(rest[idSize : idSize+epochSize])}
		rest = rest[idSize+epochSize:]
		seq, n := binary.Uvarint(rest)
		if n <= 0 || seq > math.MaxInt64 || at.Project.Kind() != ident.Project {
			return broken()
		}
		at.Seq, rest = int64(seq), rest[n:]
		if len(c) > 0 && byProject(c[len(c)-1], at) >= 0 {
			return broken()
		}
		c = append(c, at)
	}
	if c.String() != text { // a number can be written with empty digits in front
		return broken()
	}
	return c, nil
}

// of is the position in a project.
func (c Cursor) of(project ident.ID) (Position, bool) {
	i := slices.IndexFunc(c, func(at Position) bool { return at.Project == project })
	if i < 0 {
		return Position{}, false
	}
	return c[i], true
}

func byProject(a, b Position) int { return bytes.Compare(a.Project[:], b.Project[:]) }
