package strictdoc

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// grammar is what a document says about its own node tags.
type grammar struct {
	tags   map[string]bool
	warned bool
}

// maxGrammarLines bounds what is read of a grammar file; real ones have a few hundred lines.
const maxGrammarLines = 100_000

// grammarLine takes a line below [GRAMMAR].
func (d *document) grammarLine(text string) error {
	if d.grammar == nil {
		d.grammar = &grammar{tags: map[string]bool{}}
	}
	name, rest, _ := strings.Cut(text, ":")
	rest = strings.TrimSpace(rest)
	switch name {
	case "IMPORT_FROM_FILE":
		d.grammar = d.importGrammar(rest)
	case "- TAG":
		d.grammar.tags[rest] = true
	}
	return nil
}

// importGrammar reads the tags of a grammar file beside the document. A grammar that cannot be read costs a warning
// only: the requirements say everything that is needed.
func (d *document) importGrammar(name string) *grammar {
	const field = "IMPORT_FROM_FILE"
	line := d.lines.place.Line
	if d.source.Sibling == nil {
		d.warn(line, field, fmt.Sprintf("the grammar %q is not part of the import; node tags were not checked", name))
		return nil
	}
	file, err := d.source.Sibling(name)
	if err != nil {
		reason := err.Error()
		if errors.Is(err, fs.ErrNotExist) {
			reason = "it is not part of the import"
		}
		d.warn(line, field, fmt.Sprintf("the grammar %q was not read: %s; node tags were not checked", name, reason))
		return nil
	}
	defer file.Close()
	found := &grammar{tags: map[string]bool{}}
	from, first := newLines(name, file), true
	for range maxGrammarLines {
		text, ok, err := from.next()
		text = strings.TrimSpace(text)
		switch {
		case err != nil:
			d.warn(line, field, fmt.Sprintf("the grammar was not read: %v; node tags were not checked", err))
			return nil
		case !ok:
			return found
		case text == "":
			continue
		case first && text != headGrammar:
			d.warn(line, field, fmt.Sprintf("%q is no grammar, it does not begin with [GRAMMAR]; node tags were not checked", name))
			return nil
		}
		first = false
		if tag, ok := strings.CutPrefix(text, "- TAG:"); ok {
			found.tags[strings.TrimSpace(tag)] = true
		}
	}
	d.warn(line, field, fmt.Sprintf("the grammar %q is too long; node tags were not checked", name))
	return nil
}

// checkDeclared warns, once a document, about requirements that the document's grammar does not know.
func (d *document) checkDeclared(n *node) {
	if d.grammar == nil || d.grammar.warned || d.grammar.tags[n.tag] {
		return
	}
	d.grammar.warned = true
	d.warn(n.line, n.tag, "the grammar of the document does not declare this tag; StrictDoc would refuse the document")
}

// included warns about a document that this one includes when the import does not hold it.
func (d *document) included(n *node) {
	name := n.text("FILE")
	if d.source.Sibling == nil || name == "" {
		return
	}
	file, err := d.source.Sibling(name)
	if err == nil {
		_ = file.Close()
		return
	}
	d.warn(n.line, "FILE", fmt.Sprintf("the document includes %q, which is not part of the import", name))
}
