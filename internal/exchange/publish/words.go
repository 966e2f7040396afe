package publish

import (
	"fmt"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/vocabulary"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// doubt is a word that nobody knows, of the draft at a place of the batch.
type doubt struct {
	index       int
	at          place
	kind        record.Kind
	field, said string
}

// usual are the words that a new thing gets when its source has none that is known; other fields stay empty then.
var usual = map[record.Kind]map[string]string{
	record.KindRequirement: {"status": "DRAFT", "criticality": "UNDEFINED"},
	record.KindCase:        {"status": "DRAFT", "type": "what its steps and automation id suggest"},
	record.KindDefect:      {"status": "NEW"},
}

// word translates a word of a field; empty when it says nothing. What a word that nobody knows comes to is told by settle,
// once it is known whether the thing is new. Index is the place of the draft in its batch.
func word[T ~string](p *publisher, r record.Record, index int, field, said string) T {
	found := vocabulary.Of(r.RecordKind(), field).Translate(said)
	if found == "" && !vocabulary.Unsaid(said) {
		p.doubts = append(p.doubts, doubt{index, placeOf(r), r.RecordKind(), field, said})
	}
	return T(found)
}

// unknown gathers the same words of a field with the same end into one warning.
type unknown struct {
	kind               record.Kind
	field, said, taken string
}

// settle tells what came of the words of a batch that nobody knows.
func (p *publisher) settle(became []bulk.Became) {
	for _, d := range p.doubts {
		taken := "it was left as it was"
		if became[d.index].IsNew {
			if taken = "it was left out"; usual[d.kind][d.field] != "" {
				taken = "it was taken as " + usual[d.kind][d.field]
			}
		}
		p.words.note(unknown{d.kind, d.field, d.said, taken}, d.at, func(count int) (string, string) {
			return p.in.Mapping.Column(d.at.file, d.kind, d.field), fmt.Sprintf("the word %q is not known; %s (%s); the words here are %s",
				d.said, taken, counted(count, "time", "times"), strings.Join(vocabulary.Of(d.kind, d.field).Ours(), ", "))
		})
	}
	p.doubts = p.doubts[:0]
}

// untitled tells that a new thing has no title of its own.
func (p *publisher) untitled(kind record.Kind, at place, one, many string) {
	p.words.note([2]string{"untitled", string(kind)}, at, func(count int) (string, string) {
		text := fmt.Sprintf("%d %s have no title; each is shown by its key, a defect with a text by the first line of it", count, many)
		if count == 1 {
			text = fmt.Sprintf("the %s has no title; it is shown by its key, a defect with a text by the first line of it", one)
		}
		if kind != record.KindDefect {
			text, _, _ = strings.Cut(text, ", a defect")
		}
		return p.in.Mapping.Column(at.file, kind, "title"), text
	})
}

// keyless tells that a new thing can never be recognised: its table has no column for keys. Where one has, the empty cell
// was told when it was read.
func (p *publisher) keyless(r record.Record, stated bulk.Stated, one, many string) {
	if len(stated) == 0 || stated.Has("key") {
		return
	}
	p.words.note([2]string{"keyless", string(r.RecordKind())}, placeOf(r), func(count int) (string, string) {
		return "key", fmt.Sprintf("%s no key; a made one is given, so importing the file again makes further %s; "+
			"a column for the key in the mapping prevents it", counted(count, one+" has", many+" have"), many)
	})
}

// counted writes a number with its noun.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
