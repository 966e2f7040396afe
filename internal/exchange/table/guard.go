package table

import (
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// maxRow bounds one row. Without it a quote that is never closed would make the rest of the file one cell.
const maxRow = 1 << 20

// readAhead is the size of the parser's buffer: so much of the next rows it may hold.
const readAhead = 64 << 10

// guard stands between the file and the CSV parser. It ends the stream where the text is bad or a row too long, so
// that the parser still says on which line the row began, and keeps the reason.
type guard struct {
	from    io.Reader
	file    string
	line    int    // of the next byte
	taken   int    // bytes given out for the row under way
	partial []byte // the first bytes of a character whose last bytes are not read yet
	tooLong bool   // the row under way is longer than maxRow
	refused error  // what is wrong with the text
}

func newGuard(name string, from io.Reader) *guard { return &guard{from: from, file: name, line: 1} }

// newRow tells the guard that the parser begins a row.
func (g *guard) newRow() { g.taken = 0 }

// Read implements io.Reader.
func (g *guard) Read(p []byte) (int, error) {
	switch {
	case g.refused != nil:
		return 0, io.EOF
	case g.taken > maxRow+readAhead:
		g.tooLong = true
		return 0, io.EOF
	}
	kept := copy(p, g.partial)
	n, err := g.from.Read(p[kept:])
	n += kept
	good := g.check(p[:n], err == io.EOF)
	g.partial = append(g.partial[:0], p[good:n]...)
	g.taken += good
	switch {
	case g.refused != nil:
		return good, io.EOF
	case err != nil && err != io.EOF:
		g.refused = fmt.Errorf("reading %s: %w", g.file, err)
		return good, io.EOF
	}
	return good, err
}

// check returns how many bytes are good text and complete characters; it sets refused at the first that is not.
func (g *guard) check(text []byte, last bool) int {
	at := 0
	for at < len(text) {
		char, size := rune(text[at]), 1
		if char >= utf8.RuneSelf {
			if !last && !utf8.FullRune(text[at:]) {
				return at
			}
			char, size = utf8.DecodeRune(text[at:])
		}
		switch {
		case char == utf8.RuneError && size == 1:
			g.refuse("the text is not UTF-8; save the file as UTF-8 (other encodings, such as UTF-16, Windows-1252 and " +
				"GB18030, are not guessed)")
			return at
		case char == 0:
			g.refuse("the file holds a NUL character; it is damaged, no text or not UTF-8")
			return at
		case char == '\n':
			g.line++
		}
		at += size
	}
	return at
}

func (g *guard) refuse(message string) {
	g.refused = record.Errorf(record.Position{File: g.file, Line: g.line}, "", "%s", message)
}
