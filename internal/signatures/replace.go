package signatures

import (
	"regexp"
	"strings"
	"unicode"
)

// The words that stand for what differs from one execution to the next.
const (
	aNumber, aTime, aDuration     = "<number>", "<time>", "<duration>"
	aPath, aLine, aPort, anIP     = "<path>", "<line>", "<port>", "<ip>"
	aUUID, anAddress, aHash, anID = "<uuid>", "<address>", "<hash>", "<id>"
)

var standIns = []string{aNumber, aTime, aDuration, aPath, aLine, aPort, anIP, aUUID, anAddress, aHash, anID}

var colours = regexp.MustCompile(`\x1b\[[0-9;?]*[A-Za-z]`)

// tidied is a line without colours and control characters, with single blanks.
func tidied(line string) string {
	line = strings.ToValidUTF8(line, "\uFFFD")
	if strings.IndexByte(line, 0x1b) >= 0 {
		line = colours.ReplaceAllString(line, "")
	}
	line = strings.Map(func(r rune) rune {
		switch {
		case r == '\uFEFF':
			return -1
		case unicode.IsControl(r) || unicode.IsSpace(r):
			return ' '
		}
		return r
	}, line)
	return strings.Join(strings.Fields(line), " ")
}

// scanner goes through a line from left to right, once, and writes it with stand-ins.
type scanner struct {
	text string
	at   int
	out  strings.Builder
}

// replaced is a line with stand-ins.
func replaced(line string) string {
	s := &scanner{text: line}
	s.out.Grow(len(line) + 16)
	for s.at < len(s.text) {
		s.step()
	}
	return s.out.String()
}

func (s *scanner) step() {
	c := s.text[s.at]
	rest, before := s.text[s.at:], s.before()
	switch {
	case c == '<':
		for _, known := range standIns {
			if strings.HasPrefix(rest, known) {
				s.put(known, len(known))
				return
			}
		}
	case isWord(c) && !isWord(before):
		s.word(rest)
		return
	case c == '/':
		if s.unixPath(rest, before) {
			return
		}
	case c == ':':
		if s.place(rest) {
			return
		}
	case c == '"' || c == '\'' || c == '`':
		if n := quotedID(rest); n > 0 {
			s.put(string(c)+anID+string(c), n)
			return
		}
	case c == '@':
		if n := run(rest[1:], isHex); n >= 5 && n <= 16 && !startsWord(rest[1+n:]) && hasDigit(rest[1:1+n]) {
			s.put("@"+anAddress, 1+n)
			return
		}
	case c == '-' && len(rest) > 1 && isDigit(rest[1]) && strings.IndexByte("\x00 ([{=,:\"'|", before) >= 0:
		s.at++ // the sign belongs to the number
		return
	}
	s.put(rest[:1], 1)
}

// before is the byte in front of the present one; 0 at the start.
func (s *scanner) before() byte {
	if s.at == 0 {
		return 0
	}
	return s.text[s.at-1]
}

// put writes a text for the next bytes.
func (s *scanner) put(text string, bytes int) {
	s.out.WriteString(text)
	s.at += bytes
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isWord(c byte) bool   { return isDigit(c) || isLetter(c) || c == '_' }
func isHex(c byte) bool    { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }

// run is how many bytes at the start of a text are of a kind.
func run(text string, kind func(byte) bool) (n int) {
	for n < len(text) && kind(text[n]) {
		n++
	}
	return n
}

func startsWord(text string) bool { return text != "" && isWord(text[0]) }

func hasDigit(text string) bool { return strings.ContainsAny(text, "0123456789") }
