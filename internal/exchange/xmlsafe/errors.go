package xmlsafe

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// refused is what the source says about bytes that it does not let through; the line is added by the Reader.
type refused string

// Error implements error.
func (r refused) Error() string { return string(r) }

// Errorf refuses the file at the newest token.
func (r *Reader) Errorf(field, format string, args ...any) *record.Error {
	return record.Errorf(r.Position(), field, format, args...)
}

// refusal turns what the decoder reports into words for the person who imports the file.
func (r *Reader) refusal(err error) error {
	line, _ := r.decoder.InputPos()
	at := record.Position{File: r.file, Line: line}
	var syntax *xml.SyntaxError
	var words refused
	switch {
	case errors.Is(err, io.EOF) && r.rooted:
		return io.EOF
	case errors.Is(err, io.EOF) && !r.begun && !r.bytes.declared:
		return record.Errorf(record.Position{File: r.file}, "", "the file is empty")
	case errors.Is(err, io.EOF):
		return record.Errorf(at, "", "the file holds no element")
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.As(err, &words):
		return record.Errorf(at, "", "%s", string(words))
	case errors.As(err, &syntax) && strings.HasPrefix(syntax.Msg, "unexpected EOF"):
		return record.Errorf(at, "", "the file ends too early%s", r.unclosed())
	case errors.As(err, &syntax) && strings.HasPrefix(syntax.Msg, "illegal character"):
		// The decoder notices this at the end of the text, which may be far below the character.
		return record.Errorf(at, "", "not well-formed XML: %s between line %d and here", syntax.Msg, r.line)
	case errors.As(err, &syntax):
		return record.Errorf(at, "", "not well-formed XML: %s", excerpt([]byte(syntax.Msg)))
	}
	return record.Errorf(at, "", "%s", strings.TrimPrefix(err.Error(), "xml: "))
}

// unclosed names the innermost element that still waits for its end tag.
func (r *Reader) unclosed() string {
	if len(r.open) == 0 {
		return ""
	}
	last := r.open[len(r.open)-1]
	return fmt.Sprintf("; <%s> of line %d is not closed", excerpt([]byte(last.name)), last.line)
}

// excerpt shortens text from a file so that a message stays one readable line.
func excerpt(text []byte) string {
	const most = 120
	start := strings.ToValidUTF8(string(text[:min(len(text), 4*most)]), "")
	words := strings.Join(strings.Fields(start), " ")
	kept, cut := Clip(words, most)
	if cut > 0 || len(text) > 4*most {
		kept += "…"
	}
	return kept
}
