package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stretch is a row of signs that belong together: a word, or characters of a script without blanks.
type stretch struct {
	start, end int // in the folded text
	// dense tells a script without blanks.
	dense bool
	// bound tells that nothing but a sign such as - or . or _ joins this word to the one before it.
	bound bool
}

// longest is how many characters of a word count.
const longest = 64

// binders join the parts of a name, so that PAY-12 is more than PAY and 12.
const binders = "-_./:#@'’\\+"

// stretches splits a folded text.
func (f folded) stretches() []stretch {
	var found []stretch
	open := false
	for at, r := range f.text {
		is, dense := kindOf(r)
		last := len(found) - 1
		switch {
		case unicode.IsMark(r):
			if open {
				found[last].end = at + utf8.RuneLen(r)
			}
			continue
		case !is:
			open = false
			continue
		case open && found[last].dense == dense:
			found[last].end = at + utf8.RuneLen(r)
			continue
		}
		next := stretch{start: at, end: at + utf8.RuneLen(r), dense: dense}
		if last >= 0 && !dense && !found[last].dense {
			next.bound = binds(f.text[found[last].end:at])
		}
		found, open = append(found, next), true
	}
	return found
}

// binds tells whether what stands between two words makes them one name.
func binds(between string) bool {
	return between != "" && len(between) <= 3 && strings.Trim(between, binders) == ""
}

// kindOf tells whether a character belongs to a stretch, and whether its script goes without blanks.
func kindOf(r rune) (is, dense bool) {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9', false
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return r == '〇', r == '〇' // a number to Unicode, a character to people
	}
	return true, isDense(r)
}

func isDense(r rune) bool {
	return r == 'ー' || r == '〇' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo)
}

// word is a stretch as a term: without marks, and no longer than counts.
func (f folded) word(r stretch) string {
	text := f.text[r.start:r.end]
	if len(text) <= longest && strings.IndexFunc(text, unicode.IsMark) < 0 {
		return text
	}
	var kept strings.Builder
	count := 0
	for _, sign := range text {
		if unicode.IsMark(sign) {
			continue
		}
		if count++; count > longest {
			break
		}
		kept.WriteRune(sign)
	}
	return kept.String()
}

// token is a term and where it stands in the folded text.
type token struct {
	term       string
	start, end int
}

// tokens gives every term of a text, as often as it stands there.
func (f folded) tokens(give func(token)) {
	all := f.stretches()
	before := ""
	for i, r := range all {
		if r.dense {
			f.pairs(r, give)
			continue
		}
		word := f.word(r)
		give(token{word, r.start, r.end})
		f.parts(r, give)
		if r.bound {
			give(token{before + word, all[i-1].start, r.end})
		}
		before = word
	}
}

// pairs gives every two neighbouring characters, and the last one alone: so a single character begins some term wherever
// it stands.
func (f folded) pairs(r stretch, give func(token)) {
	last, term := -1, ""
	for at, sign := range f.text[r.start:r.end] {
		if unicode.IsMark(sign) {
			continue
		}
		if last >= 0 {
			give(token{term + string(sign), r.start + last, r.start + at + utf8.RuneLen(sign)})
		}
		last, term = at, string(sign)
	}
	give(token{term, r.start + last, r.end})
}

// parts gives what a word such as semReset is made of; single signs are left out.
func (f folded) parts(r stretch, give func(token)) {
	first, _ := slices.BinarySearch(f.humps, r.start+1)
	start := r.start
	for _, hump := range f.humps[first:] {
		if hump >= r.end {
			break
		}
		f.part(stretch{start: start, end: hump}, give)
		start = hump
	}
	if start > r.start {
		f.part(stretch{start: start, end: r.end}, give)
	}
}

func (f folded) part(r stretch, give func(token)) {
	if r.end-r.start < 2 {
		return
	}
	if term := f.word(r); term != "" {
		give(token{term, r.start, r.end})
	}
}
