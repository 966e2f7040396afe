package xmlsafe

// tag counts the attributes of a start tag while its bytes pass, so that a flood is stopped before it is stored.
type tag struct {
	state      tagState
	last       byte
	quote      byte
	attributes int
}

type tagState int

const (
	tagUnknown tagState = iota // nothing of the token was seen
	tagOpen                    // "<" was seen
	tagInside                  // in a start tag
	tagOther                   // text, end tag, comment, CDATA …
)

// begin starts a new token. The decoder learns that a text has ended by reading the "<" of what follows.
func (t *tag) begin() {
	*t = tag{last: t.last}
	if t.last == '<' {
		t.state = tagOpen
	}
}

// see takes one byte and returns how many attributes the tag has so far.
func (t *tag) see(b byte) int {
	t.last = b
	switch t.state {
	case tagUnknown:
		t.state = tagOther
		if b == '<' {
			t.state = tagOpen
		}
	case tagOpen:
		t.state = tagInside
		if b == '/' || b == '!' || b == '?' {
			t.state = tagOther
		}
	case tagInside:
		switch {
		case t.quote != 0 && b == t.quote:
			t.quote = 0
		case t.quote != 0:
		case b == '"' || b == '\'':
			t.quote = b
		case b == '=':
			t.attributes++
		}
	}
	return t.attributes
}
