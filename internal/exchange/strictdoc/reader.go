package strictdoc

import (
	"bytes"
	"context"
	"path"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// Reader reads .sdoc documents and recognises .sgra grammars, which hold no requirements.
type Reader struct{}

// NewReader returns the reader of StrictDoc documents.
func NewReader() *Reader { return &Reader{} }

// Name is the word for --format.
func (*Reader) Name() string { return "strictdoc" }

// Detect knows a document by its first line with text; the name only adds certainty.
func (*Reader) Detect(name string, head []byte) int {
	head = bytes.TrimPrefix(head, []byte("\uFEFF"))
	first, _, _ := bytes.Cut(bytes.TrimLeft(head, " \t\r\n"), []byte("\n"))
	switch strings.TrimRight(string(first), " \t\r") {
	case headDocument, headGrammar:
	default:
		return 0
	}
	switch path.Ext(name) {
	case ".sdoc", ".sgra":
		return 100
	}
	return 90
}

// The tags that a file can begin with.
const (
	headDocument = "[DOCUMENT]"
	headGrammar  = "[GRAMMAR]"
)

// Read streams the requirements of a document and, after each, its refinements.
func (*Reader) Read(ctx context.Context, source record.Source, sink record.Sink) error {
	d := newDocument(source, sink)
	for count := 0; ; count++ {
		if count%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		text, ok, err := d.lines.next()
		if err != nil {
			return err
		}
		if !ok {
			return d.end()
		}
		if err := d.line(text); err != nil {
			return err
		}
	}
}
