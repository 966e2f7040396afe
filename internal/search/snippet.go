package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// How many characters are shown: of a title, of a snippet, and of that before its first hit.
const (
	shownTitle   = 400
	shownSnippet = 160
	shownBefore  = 40
)

// ellipsis stands where something was left out.
const ellipsis = "…"

// title marks the words in a title.
func (a asked) title(text string) []Piece {
	text = first(text, maxTitle)
	return window(text, a.spans(foldTraced(text)), shownTitle)
}

// snippet shows the first of the other texts in which something stands, around it; otherwise the beginning of the first.
func (a asked) snippet(t *thing) []Piece {
	var shown []Piece
	done := false
	t.searched(func(part string) {
		if done {
			return
		}
		part = strings.TrimSpace(part)
		spans := a.spans(foldTraced(part))
		if len(spans) > 0 || shown == nil {
			shown = window(part, spans, shownSnippet)
		}
		done = len(spans) > 0
	})
	return shown
}

// window shows so many characters of a text, from a little before its first span.
func window(text string, spans []span, most int) []Piece {
	from := 0
	if len(spans) > 0 && utf8.RuneCountInString(text) > most {
		from = begin(text, spans[0].from)
	}
	to := ending(text, from, most)
	shown := pieces(text, spans, from, to)
	if from > 0 {
		shown = joined(append([]Piece{{ellipsis, false}}, shown...))
	}
	if to < len(text) {
		shown = joined(append(shown, Piece{ellipsis, false}))
	}
	return shown
}

// begin is a good place to begin before a hit: behind a blank, or else where no character is cut apart.
func begin(text string, hit int) int {
	at, best := hit, hit
	for count := 0; at > 0 && count < shownBefore; count++ {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
		if unicode.IsSpace(r) {
			best = at + size
		}
	}
	if at == 0 {
		return 0
	}
	if best < hit {
		return best
	}
	for at < hit && !mayCut(text, at) {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// ending is where a window ends that begins somewhere: after so many characters and what belongs to the last of them.
func ending(text string, from, most int) int {
	at := from
	for count := 0; at < len(text) && (count < most || !mayCut(text, at) && count < most+longest); count++ {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// mayCut tells whether a person sees two signs on either side of a place, not one.
func mayCut(text string, at int) bool {
	if at == 0 || at == len(text) {
		return true
	}
	const joiner = '\u200D'
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	isTone := after >= 0x1F3FB && after <= 0x1F3FF // of skin, which belongs to the sign before it
	return before != joiner && after != joiner && !isTone && !unicode.IsMark(after) && norm.NFC.PropertiesString(text[at:]).BoundaryBefore()
}

// joined makes one piece of neighbours that are no hits.
func joined(all []Piece) []Piece {
	var kept []Piece
	for _, one := range all {
		if last := len(kept) - 1; last >= 0 && !one.Hit && !kept[last].Hit {
			kept[last].Text += one.Text
			continue
		}
		kept = append(kept, one)
	}
	return kept
}
