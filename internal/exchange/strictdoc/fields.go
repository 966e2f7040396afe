package strictdoc

import (
	"fmt"
	"strings"
)

// onceOnly are the fields that say one thing each; a second one is added to the first, with a warning.
var onceOnly = map[string]bool{
	"TITLE": true, "STATEMENT": true, "RATIONALE": true, "STATUS": true, "TYPE": true, "MID": true,
}

// fieldLine takes a line of a node's head: a field, or an entry of the list that a field without a value began.
func (d *document) fieldLine(text string) error {
	line := d.lines.place.Line
	if d.node.isHeader() {
		return d.headerLine(text)
	}
	if d.node.listing {
		if entry, ok := listLine(text); ok {
			return d.relationLine(entry)
		}
		d.node.listing = false
	}
	parts := fieldLine.FindStringSubmatch(text)
	if parts == nil {
		return d.fail(line, "", "the line is no field (NAME: value); several lines of text stand between >>> and <<<")
	}
	name, rest := parts[1], strings.TrimSpace(parts[2])
	switch {
	case rest == ">>>":
		d.value = &value{name: name, line: line}
		return nil
	case rest == "" && (name == "RELATIONS" || name == "REFS"):
		d.node.listing = true
		return nil
	}
	return d.set(name, rest, line)
}

// valueLine takes a line between >>> and <<<. Only a <<< at the very beginning of a line ends the text: examples of
// StrictDoc inside a text are indented and hold indented <<< of their own.
func (d *document) valueLine(text string) error {
	if !strings.HasPrefix(text, "<<<") {
		return d.append(text)
	}
	if strings.TrimRight(text, " \t") != "<<<" {
		return d.fail(d.lines.place.Line, d.value.name, "<<< ends a text and must stand alone on its line")
	}
	done := d.value
	d.value = nil
	text = strings.TrimRight(strings.TrimLeft(done.text.String(), "\n"), " \t\n")
	return d.set(done.name, text, done.line)
}

func (d *document) append(text string) error {
	if err := d.grow(d.value.line, d.value.name, len(text)); err != nil {
		return err
	}
	if d.value.text.Len() > 0 {
		d.value.text.WriteByte('\n')
	}
	d.value.text.WriteString(text)
	return nil
}

func (d *document) set(name, text string, line int) error {
	if err := d.grow(line, name, len(name)+len(text)); err != nil {
		return err
	}
	if name == fieldUID {
		d.node.uidLine = line
	}
	if len(d.node.fields[name]) > 0 {
		if name == fieldUID {
			return d.fail(line, name, "the node has a second UID")
		}
		if onceOnly[name] && d.node.isRequirement() {
			d.warn(line, name, fmt.Sprintf("the field stands twice in the node of line %d; both texts were joined", d.node.line))
		}
	}
	d.node.fields[name] = append(d.node.fields[name], text)
	return nil
}

// grow counts what the node holds, so that no document makes the reader hold more than one node's worth.
func (d *document) grow(line int, field string, size int) error {
	const bookkeeping = 128 // what a field or a relation costs beside its text
	d.node.size += size + bookkeeping
	if d.node.size > maxNode {
		return d.fail(line, field, "the node is larger than %d MiB", maxNode>>20)
	}
	return nil
}

// headerLine takes a line of [DOCUMENT], [GRAMMAR] or another part that describes the document.
func (d *document) headerLine(text string) error {
	if d.node.tag == "GRAMMAR" {
		return d.grammarLine(text)
	}
	if parts := fieldLine.FindStringSubmatch(text); parts != nil {
		rest := strings.TrimSpace(parts[2])
		if rest == ">>>" {
			d.value = &value{name: parts[1], line: d.lines.place.Line}
			return nil
		}
		if d.node.tag == "DOCUMENT" && parts[1] == "TITLE" && d.title == "" {
			d.title = rest
		}
	}
	return nil
}
