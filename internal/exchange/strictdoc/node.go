package strictdoc

import (
	"fmt"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// Tags and fields with a meaning of their own.
const (
	tagRequirement  = "REQUIREMENT"
	tagSection      = "SECTION"
	tagText         = "TEXT"
	tagComposite    = "COMPOSITE_REQUIREMENT"
	compositePrefix = "COMPOSITE_"

	fieldUID = "UID"
)

// System is the name under which the identities of StrictDoc are kept.
const System = "strictdoc"

// Attributes that a requirement gets from where it stands.
const (
	// AttributeSection is the titles of the sections around a requirement, outermost first.
	AttributeSection = "SECTION"
	// AttributeDocument is the title of the document that holds a requirement.
	AttributeDocument = "DOCUMENT"
	// AttributeFile lists the source files that a requirement names, one a line.
	AttributeFile = "FILE"
)

// node is one node of a document while its fields are read.
type node struct {
	tag       string
	line      int
	fields    map[string][]string // every text of a field; most have one
	relations []*relation
	listing   bool // inside RELATIONS or REFS
	size      int
	section   string // titles of the sections around it
	parent    *node  // nearest requirement around it
	uidLine   int
}

// text is the value of a field; several values, such as comments, are separate paragraphs.
func (n *node) text(field string) string { return strings.Join(n.fields[field], "\n\n") }

func (n *node) isRequirement() bool { return n.tag == tagRequirement || n.tag == tagComposite }

// isHeader tells whether the node describes the document and is no content of it.
func (n *node) isHeader() bool {
	return n.tag == "DOCUMENT" || n.tag == "GRAMMAR" || n.tag == "BIBLIOGRAPHY"
}

// finish takes the end of a node's fields.
func (d *document) finish() error {
	n := d.node
	d.node = nil
	switch {
	case n == nil || n.isHeader() || n.tag == tagSection || n.tag == tagText:
		return nil
	case n.tag == "DOCUMENT_FROM_FILE" || n.tag == "FRAGMENT_FROM_FILE":
		d.included(n)
		return nil
	case n.isRequirement():
		return d.requirement(n)
	}
	d.leaveOut(n)
	return nil
}

func (d *document) requirement(n *node) error {
	uid := n.text(fieldUID)
	if first, again := d.uids[uid]; again && uid != "" {
		return d.fail(n.uidLine, fieldUID, "%q is also the UID of the requirement in line %d", uid, first)
	}
	d.uids[uid] = n.line
	requirement := &record.Requirement{
		Position:  record.Position{File: d.source.Name, Line: n.line},
		Key:       uid,
		Title:     n.text("TITLE"),
		Text:      n.text("STATEMENT"),
		Rationale: n.text("RATIONALE"),
		Status:    n.text("STATUS"),
		Type:      n.text("TYPE"),
	}
	if requirement.Type == "" {
		requirement.Type = n.tag
	}
	if n.parent != nil {
		requirement.Parent = n.parent.text(fieldUID)
	}
	if uid == "" {
		d.warn(n.line, fieldUID, "the requirement has no UID; it gets a made key, so importing it again makes another")
	} else {
		requirement.External = record.External{System: System, ID: uid}
	}
	d.checkDeclared(n)
	files, err := d.files(n)
	if err != nil {
		return err
	}
	requirement.Attributes = d.attributes(n, files)
	if err := d.sink.Put(requirement); err != nil {
		return err
	}
	return d.refinements(n)
}

// attributes are the fields without a place of their own in a requirement, and where it stands.
func (d *document) attributes(n *node, files string) map[string]string {
	kept := make(map[string]string, len(n.fields)+3)
	for name := range n.fields {
		switch name {
		case fieldUID, "TITLE", "STATEMENT", "RATIONALE", "STATUS", "TYPE":
		default:
			kept[name] = n.text(name)
		}
	}
	for name, text := range map[string]string{
		AttributeSection: n.section, AttributeDocument: d.title, AttributeFile: files,
	} {
		if _, own := kept[name]; !own && text != "" {
			kept[name] = text
		}
	}
	return kept
}

// section is the path of section titles around the current line.
func (d *document) section() string {
	var titles []string
	for _, n := range d.open {
		if title := n.text("TITLE"); n.tag == tagSection && title != "" {
			titles = append(titles, title)
		}
	}
	return strings.Join(titles, " / ")
}

// parent is the nearest requirement around the current line.
func (d *document) parent() *node {
	for i := len(d.open) - 1; i >= 0; i-- {
		if d.open[i].isRequirement() {
			return d.open[i]
		}
	}
	return nil
}

func (d *document) leaveOut(n *node) {
	for _, t := range d.leftOut {
		if t.tag == n.tag {
			t.count++
			return
		}
	}
	d.leftOut = append(d.leftOut, &tally{tag: n.tag, first: n.line, count: 1})
}

func (d *document) warnLeftOut() {
	for _, t := range d.leftOut {
		d.warn(t.first, t.tag, fmt.Sprintf(
			"%d node(s) of tag %s were left out; only REQUIREMENT nodes are requirements", t.count, t.tag))
	}
}
