package guard

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/asterism-qa/asterism/internal/fault"
)

// number reads a count from a literal or a variable.
func number(value any) (int, bool) {
	switch typed := value.(type) {
	case int64:
		return int(typed), true
	case int:
		return typed, true
	case float64:
		return int(typed), true
	case json.Number:
		read, err := typed.Int64()
		if err != nil {
			return 1 << 62, true // larger than any page
		}
		return int(read), true
	}
	return 0, false
}

// arguments refuses texts that no database stores and filters that would cost too much to plan.
func (p *pricing) arguments(field *ast.FieldDefinition, arguments map[string]any) {
	for name, value := range arguments {
		if p.refusal != nil {
			return
		}
		if name == "where" {
			f := &filter{}
			f.walk(value, 1)
			p.refusal = f.refusal
		}
		if text, ok := value.(string); ok && isCursor(field, name) && !cursor(text) {
			p.refusal = fault.New(fault.Invalid, "%s is not a cursor of this server; give back an endCursor or startCursor as it came", name).At(name)
		}
		if criteria, _ := value.([]any); name == "orderBy" && len(criteria) > maxOrders {
			p.refusal = fault.New(fault.Invalid, "orderBy takes at most %d criteria, not %d", maxOrders, len(criteria)).At(name)
		}
		if p.refusal == nil && !plain(value) {
			p.refusal = fault.New(fault.Invalid, "the text of %s holds characters that no text may hold (NUL or broken UTF-8)", name).At(name)
		}
	}
}

// isCursor tells whether an argument is a mark in a list. A place in the feed is another thing, which the feed reads itself.
func isCursor(field *ast.FieldDefinition, name string) bool {
	argument := field.Arguments.ForName(name)
	return argument != nil && argument.Type.Name() == "Cursor"
}

// plain tells whether all texts in a value can be stored.
func plain(value any) bool {
	switch typed := value.(type) {
	case string:
		return !strings.ContainsRune(typed, 0) && utf8.ValidString(typed)
	case []any:
		for _, one := range typed {
			if !plain(one) {
				return false
			}
		}
	case map[string]any:
		for _, one := range typed {
			if !plain(one) {
				return false
			}
		}
	}
	return true
}

// filter measures a where argument.
type filter struct {
	conditions int
	refusal    *fault.Fault
}

func (f *filter) walk(value any, depth int) {
	if f.refusal != nil {
		return
	}
	switch typed := value.(type) {
	case map[string]any:
		if depth > maxFilterDepth {
			f.refuse("levels", depth, maxFilterDepth)
			return
		}
		for _, one := range typed {
			switch nested := one.(type) {
			case map[string]any:
				f.walk(nested, depth+1)
			case []any:
				f.list(nested, depth)
			default:
				f.condition()
			}
		}
	case []any:
		f.list(typed, depth)
	}
}

// list is either a list of values, which is one condition, or a list of filters.
func (f *filter) list(values []any, depth int) {
	if len(values) > maxFilterList {
		f.refuse("values in a list", len(values), maxFilterList)
		return
	}
	f.condition()
	for _, one := range values {
		if nested, ok := one.(map[string]any); ok {
			f.walk(nested, depth+1)
		}
	}
}

func (f *filter) condition() {
	if f.conditions++; f.conditions > maxFilterConditions {
		f.refuse("conditions", f.conditions, maxFilterConditions)
	}
}

func (f *filter) refuse(what string, found, limit int) {
	if f.refusal == nil {
		f.refusal = fault.New("COMPLEXITY_LIMIT_EXCEEDED", "the filter has %d %s; at most %d are taken", found, what, limit).
			At("where").With("requested", found).With("limit", limit)
	}
}
