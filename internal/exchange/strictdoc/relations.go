package strictdoc

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// relation is one entry of RELATIONS (REFS in older documents).
type relation struct {
	line  int
	kind  string // TYPE: Parent, Child, File …
	value string
	role  string
	more  []string // further fields, such as the lines of a source file
}

// entry is one line of a list: the field, and whether a dash begins a new entry with it.
type entry struct {
	name, text string
	begins     bool
}

var listPattern = regexp.MustCompile(`^(\s*-\s+|\s+)([A-Z_]+):\s*(.*)$`)

func listLine(text string) (entry, bool) {
	parts := listPattern.FindStringSubmatch(text)
	if parts == nil {
		return entry{}, false
	}
	return entry{name: parts[2], text: parts[3], begins: strings.Contains(parts[1], "-")}, true
}

func (d *document) relationLine(e entry) error {
	line, n := d.lines.place.Line, d.node
	if err := d.grow(line, "RELATIONS", len(e.name)+len(e.text)); err != nil {
		return err
	}
	if e.begins {
		n.relations = append(n.relations, &relation{line: line})
	}
	if len(n.relations) == 0 {
		return d.fail(line, "RELATIONS", "a relation begins with a dash (- TYPE: Parent)")
	}
	last := n.relations[len(n.relations)-1]
	switch {
	case e.name == "TYPE":
		last.kind = e.text
	case e.name == "VALUE" || e.name == "PATH": // a file is named by either
		last.value = e.text
	case e.name == "ROLE":
		last.role = e.text
	case e.name == "FORMAT" && e.text == "Sourcecode": // what every file is
	default:
		last.more = append(last.more, e.name+": "+e.text)
	}
	return nil
}

// files checks the relations of a node and returns the source files among them, one a line with what else is said.
func (d *document) files(n *node) (string, error) {
	var files []string
	for _, r := range n.relations {
		if r.kind == "" || r.value == "" {
			return "", d.fail(r.line, "RELATIONS", "a relation needs TYPE and VALUE")
		}
		if r.kind != "File" {
			continue
		}
		more := r.more
		if r.role != "" {
			more = append(more, "ROLE: "+r.role)
		}
		text := r.value
		if len(more) > 0 {
			text += " (" + strings.Join(more, "; ") + ")"
		}
		files = append(files, text)
	}
	return strings.Join(files, "\n"), nil
}

// refinements puts the joins to other requirements, in the order of the document.
func (d *document) refinements(n *node) error {
	uid := n.text(fieldUID)
	for _, r := range n.relations {
		if r.kind == "File" {
			continue
		}
		refinement := &record.Refinement{Position: record.Position{File: d.source.Name, Line: r.line}, Child: uid, Parent: r.value}
		switch r.kind {
		case "Parent":
		case "Child":
			refinement.Child, refinement.Parent = r.value, uid
		default:
			d.warn(r.line, "TYPE", fmt.Sprintf("the relation %s to %q was left out; known are Parent, Child and File", r.kind, r.value))
			continue
		}
		if uid == "" {
			d.warn(r.line, fieldUID, fmt.Sprintf("the relation to %q was left out: its requirement has no UID", r.value))
			continue
		}
		refinement.Role = d.role(r)
		if err := d.sink.Put(refinement); err != nil {
			return err
		}
	}
	return nil
}

// role turns the words that documents use for a role (Refines, satisfied by, Derived from …) into ours.
func (d *document) role(r *relation) string {
	word := strings.ToLower(strings.TrimSpace(r.role))
	for _, known := range []struct{ stem, role string }{
		{"refine", "REFINES"}, {"satisf", "SATISFIES"}, {"deriv", "DERIVES"}, {"relat", "RELATES"},
	} {
		if strings.HasPrefix(word, known.stem) {
			return known.role
		}
	}
	if word != "" {
		d.warn(r.line, "ROLE", fmt.Sprintf("the role %q is not known; the relation to %q is kept as REFINES", r.role, r.value))
	}
	return "REFINES"
}
