package strictdoc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// maxLine bounds one line; a longer one is no document that a person or StrictDoc wrote.
const maxLine = 1 << 20

// lines hands out a document line by line, without line ends and without a byte order mark.
type lines struct {
	from  *bufio.Reader
	place record.Position // of the line handed out last
	done  bool
}

func newLines(name string, body io.Reader) *lines {
	return &lines{from: bufio.NewReaderSize(body, 64<<10), place: record.Position{File: name}}
}

// next returns the next line; ok is false at the end.
func (l *lines) next() (text string, ok bool, err error) {
	if l.done {
		return "", false, nil
	}
	l.place.Line++
	raw, err := l.raw()
	if err != nil {
		return "", false, err
	}
	if l.place.Line == 1 {
		raw = bytes.TrimPrefix(raw, []byte("\uFEFF"))
	}
	if len(raw) == 0 && l.done {
		return "", false, nil
	}
	raw = bytes.TrimSuffix(bytes.TrimSuffix(raw, []byte("\n")), []byte("\r"))
	if !utf8.Valid(raw) {
		return "", false, record.Errorf(l.place, "", "the line is not UTF-8 text; save the document as UTF-8")
	}
	if bytes.IndexByte(raw, 0) >= 0 {
		return "", false, record.Errorf(l.place, "", "the line holds a NUL character; the document is damaged")
	}
	return string(raw), true, nil
}

// raw reads up to and with the next line end.
func (l *lines) raw() ([]byte, error) {
	var long []byte
	for {
		part, err := l.from.ReadSlice('\n')
		if len(long)+len(part) > maxLine {
			return nil, record.Errorf(l.place, "", "the line is longer than %d KiB", maxLine>>10)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			long = append(long, part...)
			continue
		case errors.Is(err, io.EOF):
			l.done = true
		case err != nil:
			return nil, fmt.Errorf("reading %s: %w", l.place.File, err)
		}
		if long == nil {
			return part, nil
		}
		return append(long, part...), nil
	}
}
