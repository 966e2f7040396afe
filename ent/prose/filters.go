package prose

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// operators are the endings of filter fields with what each asks of the property; an ending stands before those that
// it ends with.
var operators = []struct{ ending, text string }{
	{"EqualFold", "%s equals this text, capitals or not (ASCII letters only)."},
	{"ContainsFold", "%s contains this text, capitals or not (ASCII letters only)."},
	{"Contains", "%s contains this text."},
	{"HasPrefix", "%s begins with this text."},
	{"HasSuffix", "%s ends with this text."},
	{"NotNil", "true: %s is there."},
	{"IsNil", "true: %s is empty."},
	{"NotIn", "%s is none of these."},
	{"NEQ", "%s differs from this."},
	{"GTE", "%s is this or "},
	{"LTE", "%s is this or "},
	{"GT", "%s is "},
	{"LT", "%s is "},
	{"In", "%s is one of these; without values nothing fits."},
}

// comparisons are the words for greater and smaller, by the type of the property.
var comparisons = map[string]struct{ greater, smaller string }{
	"Time":   {"later.", "earlier."},
	"Int":    {"greater.", "smaller."},
	"String": {"greater byte by byte.", "smaller byte by byte."},
	"ID":     {"later in the order of making.", "earlier in the order of making."},
}

func where(d *ast.Definition) {
	about := subject(d.Name, "WhereInput")
	d.Description = fmt.Sprintf("Which %ss to keep: all conditions given must hold; use or and not to say otherwise.", about)
	names := map[string]bool{}
	for _, f := range d.Fields {
		names[f.Name] = true
	}
	for _, f := range d.Fields {
		f.Description = condition(f, names, about)
	}
}

func condition(f *ast.FieldDefinition, names map[string]bool, about string) string {
	switch f.Name {
	case "not":
		return fmt.Sprintf("The %s must not fit this filter.", about)
	case "and":
		return fmt.Sprintf("The %s must fit every one of these filters.", about)
	case "or":
		return fmt.Sprintf("The %s must fit at least one of these filters.", about)
	}
	if strings.HasPrefix(f.Name, "has") && len(f.Name) > 3 {
		if edge, with := strings.CutSuffix(f.Name[3:], "With"); with && names["has"+edge] {
			what, several := end(edge)
			if several {
				return fmt.Sprintf("The %s has %s, and at least one of them fits all of these filters.", about, what)
			}
			return fmt.Sprintf("The %s has %s, and it fits all of these filters.", about, what)
		}
		if names[f.Name+"With"] {
			what, _ := end(f.Name[3:])
			return fmt.Sprintf("true: the %s has %s; false: it has none.", about, what)
		}
	}
	for _, operator := range operators {
		base, found := strings.CutSuffix(f.Name, operator.ending)
		if !found || !names[base] && operator.ending != "IsNil" && operator.ending != "NotNil" {
			continue
		}
		subject := its(base)
		if strings.HasPrefix(operator.text, "true") {
			subject = strings.ToLower(subject[:1]) + subject[1:]
		}
		text := fmt.Sprintf(operator.text, subject)
		switch operator.ending {
		case "GT", "GTE":
			text += strings.Replace(comparisons[f.Type.Name()].greater, ".", than(operator.ending), 1)
		case "LT", "LTE":
			text += strings.Replace(comparisons[f.Type.Name()].smaller, ".", than(operator.ending), 1)
		}
		return text
	}
	return its(f.Name) + " is exactly this."
}

// than ends a comparison: "later than this." but "this or later."
func than(operator string) string {
	if strings.HasSuffix(operator, "E") {
		return "."
	}
	return " than this."
}
