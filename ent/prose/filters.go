package prose

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// operators are the endings of filter fields with what each asks of the property; longest ending first.
var operators = []struct{ ending, text string }{
	{"EqualFold", "%s equals this text, capitals or not (ASCII letters only)."},
	{"ContainsFold", "%s contains this text, capitals or not (ASCII letters only)."},
	{"Contains", "%s contains this text."},
	{"HasPrefix", "%s begins with this text."},
	{"HasSuffix", "%s ends with this text."},
	{"NotNil", "true: %s has a value."},
	{"IsNil", "true: %s is empty."},
	{"NotIn", "%s is none of these."},
	{"NEQ", "%s differs from this."},
	{"GTE", "%s is this or greater (for times: at this moment or later)."},
	{"LTE", "%s is this or smaller (for times: at this moment or earlier)."},
	{"GT", "%s is greater than this (for times: later)."},
	{"LT", "%s is smaller than this (for times: earlier)."},
	{"In", "%s is one of these."},
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
		if end, with := strings.CutSuffix(f.Name[3:], "With"); with && names["has"+end] {
			return fmt.Sprintf("The %s has at least one of its %s that fits all of these filters.", about, words(end))
		}
		if names[f.Name+"With"] {
			return fmt.Sprintf("true: the %s has %s; false: it has none.", about, words(f.Name[3:]))
		}
	}
	for _, operator := range operators {
		if base, found := strings.CutSuffix(f.Name, operator.ending); found && names[base] || found && operator.ending == "IsNil" || found && operator.ending == "NotNil" {
			return fmt.Sprintf(strings.Replace(operator.text, "%s", "%s", 1), "The "+words(base)+" of the "+about)
		}
	}
	return fmt.Sprintf("The %s of the %s is exactly this.", words(f.Name), about)
}
