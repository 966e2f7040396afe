package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// folded is a text made comparable. One blank stands for any white space.
type folded struct {
	text string
	// humps are the places at which a word such as semReset or ISO26262 has an inner boundary, in order.
	humps []int
	// from and to say for each byte which bytes of the original it came from; empty unless they were asked for.
	from, to []int
}

// fold makes a text comparable: compatibility forms and capitals are evened out, and Latin letters lose their marks.
func fold(text string) folded {
	f := folding{memo: map[string]string{}}
	f.run(text)
	return folded{text: f.out.String(), humps: f.humps}
}

// foldTraced is fold for showing: it remembers where everything came from.
func foldTraced(text string) folded {
	f := folding{memo: map[string]string{}, traced: true}
	f.run(text)
	return folded{text: f.out.String(), humps: f.humps, from: f.from, to: f.to}
}

type folding struct {
	out      strings.Builder
	memo     map[string]string // of segments
	traced   bool
	from, to []int
	humps    []int
	blank    bool // the last byte written is a blank
	shapes   [2]shape
	last     int // where the last segment begins in out
}

// shape is what a sign is for finding the humps of a word.
type shape byte

const (
	other shape = iota
	lower
	upper
	digit
)

func (f *folding) run(text string) {
	f.out.Grow(len(text))
	for at := 0; at < len(text); {
		size, plain := segment(text[at:])
		part := text[at : at+size]
		f.hump(shapeOf(part))
		if plain {
			f.byte(part[0], at)
		} else {
			f.write(f.comparable(part), at, at+size)
		}
		at += size
	}
}

// segment is the length of the first piece of a text that can be folded alone, and whether that is one ASCII sign.
func segment(text string) (size int, plain bool) {
	if text[0] < utf8.RuneSelf && (len(text) == 1 || text[1] < utf8.RuneSelf) {
		return 1, true
	}
	size = norm.NFKC.NextBoundaryInString(text, true)
	return max(size, 1), false
}

func (f *folding) byte(sign byte, at int) {
	switch {
	case sign == ' ' || sign >= '\t' && sign <= '\r':
		f.write(" ", at, at+1)
		return
	case sign >= 'A' && sign <= 'Z':
		sign += 'a' - 'A'
	}
	f.blank = false
	f.out.WriteByte(sign)
	if f.traced {
		f.from, f.to = append(f.from, at), append(f.to, at+1)
	}
}

func (f *folding) write(text string, from, to int) {
	if text == " " {
		if f.blank {
			return
		}
		f.blank = true
	} else if text != "" {
		f.blank = false
	}
	f.out.WriteString(text)
	if f.traced {
		for range len(text) {
			f.from, f.to = append(f.from, from), append(f.to, to)
		}
	}
}

// comparable folds one segment.
func (f *folding) comparable(part string) string {
	if known, ok := f.memo[part]; ok {
		return known
	}
	made := norm.NFKD.String(cases.Fold().String(norm.NFKD.String(part)))
	var kept strings.Builder
	latin := false
	for _, r := range made {
		switch {
		case unicode.Is(unicode.Mn, r):
			if latin {
				continue
			}
		case unicode.IsSpace(r):
			r = ' '
			latin = false
		case r == 0xAD || r == 0x200C || r == 0x200D || r == 0x2060 || r == 0xFEFF: // invisible inside words
			continue
		default:
			latin = unicode.Is(unicode.Latin, r)
		}
		kept.WriteRune(r)
	}
	made = norm.NFKC.String(kept.String())
	if len(f.memo) < 10_000 {
		f.memo[part] = made
	}
	return made
}

// hump notes an inner boundary before the sign that is about to be written, or before the one before it: HTTPServer is
// HTTP and Server.
func (f *folding) hump(now shape) {
	before, last := f.shapes[0], f.shapes[1]
	here := f.out.Len()
	switch {
	case now == upper && (last == lower || last == digit), now == digit && (last == lower || last == upper):
		f.humps = append(f.humps, here)
	case now == lower && last == upper && before == upper:
		f.humps = append(f.humps, f.last)
	}
	f.shapes, f.last = [2]shape{last, now}, here
}

func shapeOf(part string) shape {
	r, _ := utf8.DecodeRuneInString(part)
	switch {
	case unicode.IsLower(r):
		return lower
	case unicode.IsUpper(r):
		return upper
	case unicode.IsDigit(r):
		return digit
	}
	return other
}
