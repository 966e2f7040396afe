package strictdoc

import (
	"regexp"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

const (
	maxNode    = 16 << 20 // bytes of the values of one node
	maxDepth   = 100      // composite nodes and sections inside one another
	maxSection = 64 << 10 // bytes of the section titles around a node; every requirement repeats them
)

// tagLine is a line that begins or ends a node: [TAG], [[TAG]], [/TAG] or [[/TAG]].
var tagLine = regexp.MustCompile(`^(\[\[?)(/?)([A-Z][A-Z0-9_]*)(\]\]?)$`)

// fieldLine is a line that begins a field of a node.
var fieldLine = regexp.MustCompile(`^([A-Za-z_][A-Za-z0-9_]*):(.*)$`)

// document is the state of reading: what is open around the current line.
type document struct {
	source  record.Source
	sink    record.Sink
	lines   *lines
	title   string         // of the document, from its header
	grammar *grammar       // what the document declares; nil when it declares nothing
	node    *node          // the node whose fields are being read
	value   *value         // the value between >>> and <<< that is being read
	open    []*node        // composite nodes and sections around the node, outermost first
	uids    map[string]int // line of each UID of a requirement
	leftOut []*tally       // nodes that are no requirements, by tag in order of appearance
	free    int            // line of an open [FREETEXT], whose lines are prose
	begun   bool           // whether a header has been seen
}

// value is a multi-line value under way.
type value struct {
	name string
	line int
	text strings.Builder
}

// tally counts the nodes of one tag that are not imported.
type tally struct {
	tag   string
	first int
	count int
}

func newDocument(source record.Source, sink record.Sink) *document {
	return &document{
		source: source, sink: sink, lines: newLines(source.Name, source.Body), uids: map[string]int{},
	}
}

func (d *document) fail(line int, field, format string, args ...any) error {
	return record.Errorf(record.Position{File: d.source.Name, Line: line}, field, format, args...)
}

func (d *document) warn(line int, field, message string) {
	d.sink.Warn(record.Warning{File: d.source.Name, Line: line, Field: field, Message: message})
}

// line takes one line in the light of what is open.
func (d *document) line(text string) error {
	if d.value != nil {
		return d.valueLine(text)
	}
	text = strings.TrimRight(text, " \t")
	switch {
	case d.free > 0:
		if text == "[/FREETEXT]" {
			d.free = 0
		}
		return nil
	case text == "":
		return nil
	}
	if parts := tagLine.FindStringSubmatch(text); parts != nil && len(parts[1]) == len(parts[4]) {
		return d.tag(parts[3], parts[2] == "/", len(parts[1]) == 2)
	}
	if d.node == nil {
		return d.stray()
	}
	return d.fieldLine(text)
}

func (d *document) stray() error {
	if !d.begun {
		return d.fail(d.lines.place.Line, "", "a StrictDoc document begins with [DOCUMENT]")
	}
	return d.fail(d.lines.place.Line, "", "the line belongs to no node; a node begins with its tag, such as [REQUIREMENT]")
}

// tag takes a line that begins or ends a node. A node's fields end where the next tag stands.
func (d *document) tag(tag string, closing, composite bool) error {
	line := d.lines.place.Line
	if !d.begun && (closing || composite || tag != "DOCUMENT" && tag != "GRAMMAR") {
		return d.stray()
	}
	d.begun = true
	if err := d.finish(); err != nil {
		return err
	}
	if closing {
		return d.close(tag)
	}
	switch {
	case tag == "FREETEXT" && !composite:
		d.free = line
		return nil
	case tag == "DOCUMENT" && !composite:
		if err := d.closed(); err != nil {
			return err
		}
		d.title, d.grammar = "", nil
	}
	section := d.section()
	if len(section) > maxSection {
		return d.fail(line, tagSection, "the titles of the sections around this node are longer than %d KiB", maxSection>>10)
	}
	d.node = &node{tag: tag, line: line, fields: map[string][]string{}, section: section, parent: d.parent()}
	if composite || tag == tagSection || strings.HasPrefix(tag, compositePrefix) {
		if len(d.open) == maxDepth {
			return d.fail(line, "", "more than %d nodes are inside one another", maxDepth)
		}
		d.open = append(d.open, d.node)
	}
	return nil
}

func (d *document) close(tag string) error {
	line := d.lines.place.Line
	if len(d.open) == 0 {
		return d.fail(line, "", "[/%s] closes a node that was not opened", tag)
	}
	last := d.open[len(d.open)-1]
	// Older documents close every composite node, whatever its tag, by this one word.
	old := tag == tagComposite && strings.HasPrefix(last.tag, compositePrefix)
	if last.tag != tag && !old {
		return d.fail(line, "", "[/%s] stands where the %s of line %d must be closed first", tag, last.tag, last.line)
	}
	d.open = d.open[:len(d.open)-1]
	return nil
}

// closed refuses a document that ends inside a node.
func (d *document) closed() error {
	if len(d.open) == 0 {
		return nil
	}
	last := d.open[len(d.open)-1]
	return d.fail(last.line, last.tag, "the node is never closed; [[/%s]] is missing", last.tag)
}

// end takes the end of the file.
func (d *document) end() error {
	switch {
	case d.value != nil:
		return d.fail(d.value.line, d.value.name, "the text after >>> never ends; <<< is missing")
	case d.free > 0:
		return d.fail(d.free, "", "[FREETEXT] is never closed; [/FREETEXT] is missing")
	case !d.begun:
		return d.fail(0, "", "the file is empty")
	}
	if err := d.finish(); err != nil {
		return err
	}
	if err := d.closed(); err != nil {
		return err
	}
	d.warnLeftOut()
	return nil
}
