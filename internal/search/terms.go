package search

import (
	"maps"
	"slices"
	"strings"
)

// What one entry holds at most: PostgreSQL keeps less than a megabyte of terms, and a text of more distinct terms than
// this is no text for people.
const (
	maxTerms     = 20_000
	maxTermBytes = 900_000
)

// Terms are the distinct terms of a text, in order. They hold letters and digits only.
func Terms(text string) []string {
	var all terms
	all.add(fold(text))
	return all.sorted()
}

// terms collects distinct ones; those that come first are kept when there are too many.
type terms struct {
	seen  map[string]bool
	bytes int
}

func (t *terms) add(text folded) {
	text.tokens(func(one token) { t.put(one.term) })
}

func (t *terms) put(term string) {
	if t.seen == nil {
		t.seen = map[string]bool{}
	}
	if t.seen[term] || len(t.seen) >= maxTerms || t.bytes+len(term) > maxTermBytes {
		return
	}
	t.seen[strings.Clone(term)] = true // not the whole text that it is a piece of
	t.bytes += len(term) + 1
}

func (t *terms) sorted() []string { return slices.Sorted(maps.Keys(t.seen)) }
