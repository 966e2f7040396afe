package xmlsafe

import (
	"context"
	"fmt"
	"io"
	"unicode/utf8"
)

const (
	chunk      = 32 << 10
	emptyReads = 100 // as bufio: a reader that gives nothing this often is stuck
)

// source gives the decoder checked UTF-8, byte by byte, so that no more is read than the token at hand may hold.
type source struct {
	ctx      context.Context
	in       io.Reader
	charset  string // converted from this; empty when the file is UTF-8
	declared bool   // the file starts with an XML declaration
	buf      [chunk]byte
	pos, end int   // checked bytes not yet handed out
	filled   int   // bytes read; those from end on are the start of a character
	err      error // after the checked bytes
	used     int   // bytes of the current token
	tag      tag
}

func newSource(ctx context.Context, in io.Reader) *source {
	s := &source{ctx: ctx}
	s.in, s.charset, s.declared, s.err = convert(in)
	return s
}

// begin starts a new token.
func (s *source) begin() {
	s.used = 0
	s.tag.begin()
}

// ReadByte implements io.ByteReader, which the decoder uses without a buffer of its own.
func (s *source) ReadByte() (byte, error) {
	if s.pos == s.end {
		if err := s.fill(); err != nil {
			return 0, err
		}
	}
	if s.used == MaxToken {
		return 0, refused(fmt.Sprintf("one tag or text is longer than %d MiB", MaxToken>>20))
	}
	b := s.buf[s.pos]
	if s.tag.see(b) > MaxAttributes {
		return 0, refused(fmt.Sprintf("an element has more than %d attributes", MaxAttributes))
	}
	s.pos++
	s.used++
	return b, nil
}

// Read implements io.Reader, because the decoder hands its input to a charset reader under that type.
func (s *source) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	b, err := s.ReadByte()
	if err != nil {
		return 0, err
	}
	p[0] = b
	return 1, nil
}

// fill reads and checks more bytes; without an error at least one is ready.
func (s *source) fill() error {
	rest := copy(s.buf[:], s.buf[s.end:s.filled])
	s.pos, s.end, s.filled = 0, 0, rest
	for tries := 0; s.err == nil && s.end == 0; tries++ {
		if err := s.ctx.Err(); err != nil {
			s.err = err
			break
		}
		n, err := s.in.Read(s.buf[s.filled:])
		s.filled += n
		switch {
		case err == io.EOF:
			s.err = io.EOF
		case err != nil:
			s.err = refused("the file cannot be read to its end: " + err.Error())
		case n == 0 && tries >= emptyReads:
			s.err = refused("the file cannot be read to its end: its reader gives no bytes")
		}
		good, problem := s.check(s.buf[:s.filled], s.err != nil)
		s.end = good
		if problem != nil {
			s.err = problem
		}
	}
	if s.end == 0 {
		return s.err
	}
	return nil
}

// check tells how many leading bytes are whole characters that XML 1.0 allows, and what is wrong with the next one.
func (s *source) check(p []byte, last bool) (int, error) {
	for i := 0; i < len(p); {
		if c := p[i]; c < utf8.RuneSelf {
			if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
				return i, refused(fmt.Sprintf("the file holds the control character %U, which XML forbids", rune(c)))
			}
			i++
			continue
		}
		char, size := utf8.DecodeRune(p[i:])
		switch {
		case char == utf8.RuneError && size == 1 && !last && !utf8.FullRune(p[i:]):
			return i, nil
		case char == utf8.RuneError && size == 1:
			return i, refused(fmt.Sprintf("byte 0x%02X is not valid UTF-8; save the file as UTF-8 or declare its encoding", p[i]))
		case char == utf8.RuneError && s.charset != "":
			return i, refused("there are bytes that are not valid " + s.charset)
		case char == 0xFFFE || char == 0xFFFF:
			return i, refused(fmt.Sprintf("the file holds the character %U, which XML forbids", char))
		}
		i += size
	}
	return len(p), nil
}
