package gherkin

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	gherkin "github.com/cucumber/gherkin/go/v42"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// A feature is read as a whole, so these bound what one file may take of the memory. They lie far beyond what people
// write.
const (
	maxLine  = 256 << 10
	maxFile  = 4 << 20
	maxLines = 100_000
	maxCells = 200_000
	// A doc string costs the parser time with the square of its length.
	maxDoc      = 256 << 10
	maxDocLines = 5_000
)

// lines hands a file to the parser line by line.
type lines struct {
	ctx    context.Context
	from   *bufio.Reader
	place  record.Position // of the line handed out last
	size   int
	done   bool
	failed error // why the reading ended early
}

func newLines(ctx context.Context, source record.Source) *lines {
	return &lines{ctx: ctx, from: bufio.NewReaderSize(source.Body, 64<<10), place: record.Position{File: source.Name}}
}

// ended stands for a line that could not be read: the parser, looking ahead behind tags, reads lines before it looks at what
// went wrong with them.
var ended = &gherkin.Line{AtEof: true}

// Scan implements gherkin.Scanner.
func (l *lines) Scan() (*gherkin.Line, bool, error) {
	if l.failed != nil {
		return ended, true, l.failed
	}
	text, err := l.next()
	if err != nil {
		l.failed = err
		return ended, true, err
	}
	atEnd := l.done && text == ""
	return &gherkin.Line{LineText: text, LineNumber: l.place.Line, TrimmedLineText: strings.TrimLeft(text, " \t"), AtEof: atEnd}, atEnd, nil
}

func (l *lines) next() (string, error) {
	l.place.Line++
	if l.done {
		return "", nil
	}
	if l.place.Line%1024 == 1 && l.ctx.Err() != nil {
		return "", l.ctx.Err()
	}
	raw, err := l.raw()
	if err != nil {
		return "", err
	}
	if l.place.Line == 1 {
		raw = bytes.TrimPrefix(raw, []byte(mark))
	}
	raw = bytes.TrimSuffix(bytes.TrimSuffix(raw, []byte("\n")), []byte("\r"))
	switch {
	case !utf8.Valid(raw):
		return "", record.Errorf(l.place, "", "the line is not UTF-8 text; save the feature as UTF-8")
	case bytes.IndexByte(raw, 0) >= 0:
		return "", record.Errorf(l.place, "", "the line holds a NUL character; the feature is damaged")
	case l.size > maxFile || l.place.Line > maxLines:
		return "", record.Errorf(l.place, "", "the feature has more than %d MiB or %d lines; split it into several files", maxFile>>20, maxLines)
	}
	return string(raw), nil
}

// raw reads up to and with the next line end.
func (l *lines) raw() ([]byte, error) {
	var long []byte
	for {
		part, err := l.from.ReadSlice('\n')
		l.size += len(part)
		if len(long)+len(part) > maxLine {
			return nil, record.Errorf(l.place, "", "the line is longer than %d KiB", maxLine>>10)
		}
		long = append(long, part...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF):
			l.done = true
		case err != nil:
			return nil, err
		}
		return long, nil
	}
}
