package search

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Piece is a stretch of a text that was found.
type Piece struct {
	// Text is as it stands in the thing.
	Text string
	// Hit tells that it is what was looked for.
	Hit bool
}

// span is a stretch of the original text, in bytes.
type span struct{ from, to int }

// spans are the places in a text where something that was asked for stands, in order and apart from each other.
func (a asked) spans(f folded) []span {
	var found []span
	mark := func(start, end int) {
		if start < end {
			found = append(found, span{f.from[start], f.to[end-1]})
		}
	}
	exact, begun := a.wanted()
	f.tokens(func(t token) {
		if exact[t.term] {
			mark(t.start, t.end)
			return
		}
		for _, beginning := range begun {
			if strings.HasPrefix(t.term, beginning) {
				mark(t.start, f.extent(t.start, beginning))
			}
		}
	})
	for _, unit := range a.units {
		if unit.piece == "" {
			continue
		}
		for at := 0; ; at += len(unit.piece) {
			next := strings.Index(f.text[at:], unit.piece)
			if next < 0 {
				break
			}
			at += next
			mark(at, at+len(unit.piece))
		}
	}
	return merged(found)
}

// extent is where the beginning of a term ends in the text, over the signs between the parts of a name.
func (f folded) extent(start int, beginning string) int {
	left := utf8.RuneCountInString(beginning)
	for at, r := range f.text[start:] {
		if is, _ := kindOf(r); is {
			left--
		}
		if left == 0 {
			return start + at + utf8.RuneLen(r)
		}
	}
	return len(f.text)
}

// wanted are the terms to mark, and those that are only the beginning of one. What is a piece is marked as such.
func (a asked) wanted() (exact map[string]bool, begun []string) {
	exact = map[string]bool{}
	for _, unit := range a.units {
		if unit.piece != "" {
			continue
		}
		for i, term := range unit.terms {
			if unit.open && i == len(unit.terms)-1 {
				begun = append(begun, term)
			} else {
				exact[term] = true
			}
		}
	}
	return exact, begun
}

// merged puts spans in order and joins those that touch.
func merged(all []span) []span {
	slices.SortFunc(all, func(a, b span) int { return a.from - b.from })
	var joined []span
	for _, one := range all {
		if last := len(joined) - 1; last >= 0 && one.from <= joined[last].to {
			joined[last].to = max(joined[last].to, one.to)
			continue
		}
		joined = append(joined, one)
	}
	return joined
}

// pieces cuts the stretch of a text from one place to another at the spans in it.
func pieces(text string, spans []span, from, to int) []Piece {
	var cut []Piece
	add := func(from, to int, hit bool) {
		if from < to {
			cut = append(cut, Piece{text[from:to], hit})
		}
	}
	at := from
	for _, one := range spans {
		one.from, one.to = max(one.from, from), min(one.to, to)
		if one.from >= one.to {
			continue
		}
		add(at, one.from, false)
		add(one.from, one.to, true)
		at = one.to
	}
	add(at, to, false)
	return cut
}
