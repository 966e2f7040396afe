package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// What a person may ask for at once.
const (
	maxText  = 200
	maxWords = 20
)

// unit is one thing that must occur.
type unit struct {
	// terms must all be there. The last one may go on when open.
	terms []string
	open  bool
	// piece must stand in a text as it is; empty when the terms say it all.
	piece string
}

// asked is a text that was understood.
type asked struct {
	whole string // folded, for comparing with keys
	units []unit
}

// parse understands what a person typed. Nothing in it is an operator but quotation marks, which hold a phrase together.
func parse(text string) (asked, error) {
	if err := bulk.CheckText("text", text); err != nil {
		return asked{}, err
	}
	if utf8.RuneCountInString(text) > maxText {
		return asked{}, fault.New(fault.Invalid, "the search text is too long: at most %d characters", maxText).At("text")
	}
	p := parser{}
	for rest := text; rest != ""; {
		open := strings.IndexFunc(rest, isQuote)
		if open < 0 {
			p.words(rest, true)
			break
		}
		_, size := utf8.DecodeRuneInString(rest[open:])
		end := strings.IndexFunc(rest[open+size:], isQuote)
		if end < 0 { // a phrase that is still being typed
			p.words(rest[:open], false)
			p.words(rest[open+size:], true)
			break
		}
		p.words(rest[:open], false)
		p.phrase(rest[open+size : open+size+end])
		rest = rest[open+size+end:]
		_, size = utf8.DecodeRuneInString(rest)
		rest = rest[size:]
	}
	switch {
	case p.count == 0:
		return asked{}, fault.New(fault.Invalid, "the search text holds no letter and no digit; type a word to search for").At("text")
	case p.count > maxWords:
		return asked{}, fault.New(fault.Invalid, "the search text holds %d words; at most %d are searched for at once", p.count, maxWords).At("text")
	}
	whole := strings.TrimSpace(fold(strings.Map(dropQuotes, text)).text)
	return asked{whole: whole, units: p.units}, nil
}

func isQuote(r rune) bool { return strings.ContainsRune("\"“”„«»", r) }

func dropQuotes(r rune) rune {
	if isQuote(r) {
		return -1
	}
	return r
}

type parser struct {
	units []unit
	count int
}

// words takes words outside quotation marks. The last of all may be unfinished.
func (p *parser) words(text string, last bool) {
	f := fold(text)
	all := f.stretches()
	p.count += len(all)
	for i := 0; i < len(all); i++ {
		if all[i].dense {
			p.units = append(p.units, f.characters(all[i]))
			continue
		}
		one := unit{}
		for i+1 < len(all) && all[i+1].bound { // a name: its parts in this order
			one.terms = append(one.terms, f.word(all[i])+f.word(all[i+1]))
			i++
		}
		if one.terms == nil {
			one.terms = []string{f.word(all[i])}
		}
		ending := one.terms[len(one.terms)-1]
		one.open = last && i == len(all)-1 && utf8.RuneCountInString(ending) >= 2
		p.units = append(p.units, one)
	}
}

// characters is a stretch of a script without blanks; it may begin and end anywhere in a text.
func (f folded) characters(r stretch) unit {
	var one unit
	f.pairs(r, func(t token) { one.terms = append(one.terms, t.term) })
	if len(one.terms) == 1 {
		one.open = true // a single character is the beginning of a term wherever it stands
		return one
	}
	one.terms = one.terms[:len(one.terms)-1] // the last character alone ends it here, but perhaps not there
	if len(one.terms) > 1 || strings.IndexFunc(f.text[r.start:r.end], unicode.IsMark) >= 0 {
		one.piece = f.text[r.start:r.end]
	}
	return one
}

// phrase takes what stood between quotation marks: whole words that stand side by side as they were typed.
func (p *parser) phrase(text string) {
	f := fold(text)
	all := f.stretches()
	if len(all) == 0 {
		return
	}
	p.count += len(all)
	one := unit{piece: strings.TrimSpace(f.text)}
	for _, r := range all {
		if !r.dense {
			one.terms = append(one.terms, f.word(r))
			continue
		}
		inner := f.characters(r)
		if inner.open { // one character: looked up beside the others, so that those stay whole
			p.units = append(p.units, inner)
			continue
		}
		one.terms = append(one.terms, inner.terms...)
	}
	p.units = append(p.units, one)
}
