package xmlsafe

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// The limits that every XML file is held to.
const (
	MaxDepth      = 100     // elements inside one another
	MaxAttributes = 256     // attributes of one element
	MaxToken      = 8 << 20 // bytes of one tag, text or comment as the file (in UTF-8) spells it
)

// Reader hands out start tags, end tags and text of one file; after an error it repeats that error.
type Reader struct {
	file    string
	bytes   *source
	decoder *xml.Decoder
	open    []element // elements that are not closed yet, outermost first
	line    int       // where the newest token starts
	begun   bool      // something other than white space was seen
	rooted  bool      // the root was opened
	err     error
}

type element struct {
	name string
	line int
}

// New returns a Reader over in; file is the name that messages show. Reading ends with ctx's error when ctx does.
func New(ctx context.Context, file string, in io.Reader) *Reader {
	r := &Reader{file: file, bytes: newSource(ctx, in), line: 1}
	r.decoder = xml.NewDecoder(r.bytes)
	// The source has converted the bytes already, whatever the declaration says.
	r.decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return r
}

// Next returns the next xml.StartElement, xml.EndElement or xml.CharData, and io.EOF after a whole document. Text is
// valid until the next call only; text outside the root (which can only be white space) is not handed out.
func (r *Reader) Next() (xml.Token, error) {
	for r.err == nil {
		token, err := r.token()
		if err != nil {
			r.err = err
			break
		}
		if token != nil {
			return token, nil
		}
	}
	return nil, r.err
}

// Line is the line on which the newest token starts, counted from 1.
func (r *Reader) Line() int { return r.line }

// Position is the place of the newest token.
func (r *Reader) Position() record.Position {
	return record.Position{File: r.file, Line: r.line}
}

// Depth tells how many elements are open; it is 1 right after the root's start tag.
func (r *Reader) Depth() int { return len(r.open) }

// token returns nil without an error for what is read past.
func (r *Reader) token() (xml.Token, error) {
	// Between two tokens the decoder stands exactly where the next one starts.
	r.line, _ = r.decoder.InputPos()
	r.bytes.begin()
	raw, err := r.decoder.Token()
	if err != nil {
		return nil, r.refusal(err)
	}
	first := !r.begun
	switch token := raw.(type) {
	case xml.StartElement:
		r.begun = true
		return token, r.enter(token)
	case xml.EndElement:
		r.open = r.open[:len(r.open)-1]
		return token, nil
	case xml.CharData:
		if len(r.open) > 0 {
			return token, nil
		}
		if text := bytes.TrimLeft(token, " \t\r\n"); len(text) > 0 {
			r.line += bytes.Count(token[:len(token)-len(text)], []byte("\n"))
			return nil, r.Errorf("", "there is text outside the root element: %s", excerpt(token))
		}
		r.begun = r.begun || r.bytes.declared
		return nil, nil
	case xml.Directive:
		return nil, r.Errorf("", "DOCTYPE and other declarations are not accepted; remove <!%s", excerpt(token))
	case xml.ProcInst:
		if strings.EqualFold(token.Target, "xml") && !(first && r.bytes.declared) {
			return nil, r.Errorf("", "the XML declaration must be the very first thing in the file")
		}
	}
	r.begun = true
	return nil, nil
}

// enter checks a start tag and counts it as open.
func (r *Reader) enter(start xml.StartElement) error {
	if len(r.open) == 0 && r.rooted {
		return r.Errorf("", "there is a second root element <%s>; a file holds one", start.Name.Local)
	}
	if len(r.open) == MaxDepth {
		return r.Errorf("", "elements are nested more than %d deep", MaxDepth)
	}
	for i, attr := range start.Attr {
		for _, earlier := range start.Attr[:i] {
			if attr.Name == earlier.Name {
				return r.Errorf(attr.Name.Local, "<%s> states this attribute twice", start.Name.Local)
			}
		}
	}
	r.rooted = true
	r.open = append(r.open, element{name: start.Name.Local, line: r.line})
	return nil
}
