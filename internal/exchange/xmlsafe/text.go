package xmlsafe

import (
	"encoding/xml"
	"slices"
	"strings"
	"unicode/utf8"
)

// Clip keeps at most limit bytes of text, ending at a character, and tells how many bytes it left out.
func Clip(text string, limit int) (kept string, cut int) {
	if len(text) <= limit {
		return text, 0
	}
	end := limit
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end], len(text) - end
}

// Text gathers text up to a limit and counts what did not fit. The zero value keeps nothing; see NewText.
type Text struct {
	limit int
	kept  strings.Builder
	cut   int
}

// NewText returns a Text that keeps at most limit bytes.
func NewText(limit int) *Text { return &Text{limit: limit} }

// Add appends text. Once something did not fit nothing more is kept, so that what is kept has no holes.
func (t *Text) Add(text string) {
	room := t.limit - t.kept.Len()
	if t.cut > 0 {
		room = 0
	}
	kept, cut := Clip(text, room)
	t.kept.WriteString(kept)
	t.cut += cut
}

// AddBytes appends text as the decoder hands it out, without copying what does not fit.
func (t *Text) AddBytes(text []byte) {
	room := max(t.limit-t.kept.Len(), 0) + utf8.UTFMax
	over := max(len(text)-room, 0)
	t.Add(string(text[:len(text)-over]))
	t.cut += over
}

// String is what was kept.
func (t *Text) String() string { return t.kept.String() }

// Cut is the number of bytes that did not fit.
func (t *Text) Cut() int { return t.cut }

// Attr returns the attribute of that name that stands in no name space, and whether the tag has it.
func Attr(start xml.StartElement, name string) (string, bool) {
	for _, attr := range start.Attr {
		if attr.Name.Space == "" && attr.Name.Local == name {
			return attr.Value, true
		}
	}
	return "", false
}

// Skip reads to the end of the element whose start tag came last.
func (r *Reader) Skip() error {
	_, err := r.Text(0)
	return err
}

// Text reads to the end of the element whose start tag came last and gathers its text and that of the elements inside
// it, up to limit bytes, leaving out elements with the names in except.
func (r *Reader) Text(limit int, except ...string) (*Text, error) {
	text, outside := NewText(limit), r.Depth()-1
	left := 0 // depth of the element being left out; 0: none is
	for r.Depth() > outside {
		token, err := r.Next()
		if err != nil {
			return text, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if left == 0 && slices.Contains(except, token.Name.Local) {
				left = r.Depth()
			}
		case xml.EndElement:
			if r.Depth() < left {
				left = 0
			}
		case xml.CharData:
			if left == 0 {
				text.AddBytes(token)
			}
		}
	}
	return text, nil
}
