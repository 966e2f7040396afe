package table

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// raw is the cell of a field as the source writes it, without spaces around.
func (r row) raw(field string) string {
	if at, mapped := r.rule.columns[field]; mapped && at < len(r.cells) {
		return strings.TrimSpace(r.cells[at])
	}
	return ""
}

// text is the value of a field in our words.
func (r row) text(field string) string {
	if constant, fixed := r.rule.Constants[field]; fixed {
		return constant
	}
	return r.translate(field, r.raw(field))
}

func (r row) translate(field, word string) string {
	if ours, listed := r.rule.Values[field][word]; listed {
		return ours
	}
	return word
}

// texts are the values of a field whose cell may hold several; a cell without any gives one empty value.
func (r row) texts(field string) []string {
	separator, split := r.rule.Split[field]
	if _, mapped := r.rule.columns[field]; !split || !mapped {
		return []string{r.text(field)}
	}
	var parts []string
	for _, part := range strings.Split(r.raw(field), separator) {
		if part = r.translate(field, strings.TrimSpace(part)); part != "" {
			parts = append(parts, part)
		}
	}
	if parts == nil {
		return []string{""}
	}
	return parts
}

// list is a field that the record itself keeps as a list.
func (r row) list(field string) []string {
	parts := r.texts(field)
	if len(parts) == 1 && parts[0] == "" {
		return nil
	}
	return parts
}

// skipped tells whether the row lacks what the rule says it must have to state this record.
func (r row) skipped() bool {
	for field := range r.rule.SkipEmpty {
		if r.texts(field)[0] == "" {
			return true
		}
	}
	return false
}

// stated lists the fields that the row speaks of, also with an empty cell: those of its rule, and the columns that are kept
// as attributes, of which the empty ones are enough to say.
func (r row) stated() []string {
	var fields []string
	for _, field := range mapping.Fields(r.rule.Kind) {
		if r.rule.Has(field) {
			fields = append(fields, field)
		}
	}
	if !r.rule.KeepRest {
		return fields
	}
	for at := range r.sheet.header.names {
		name, kept := r.sheet.rest[at]
		if kept && (at >= len(r.cells) || strings.TrimSpace(r.cells[at]) == "") {
			fields = append(fields, "attributes."+name)
		}
	}
	return fields
}

// attributes keeps the columns that no rule uses; nil when the rule does not ask for them.
func (r row) attributes() map[string]string {
	if !r.rule.KeepRest {
		return nil
	}
	kept := map[string]string{}
	for at, name := range r.sheet.rest {
		if at < len(r.cells) && strings.TrimSpace(r.cells[at]) != "" {
			kept[name] = strings.TrimSpace(r.cells[at])
		}
	}
	return kept
}

func (r row) warn(field, format string, args ...any) {
	r.sheet.warn(r.place.Line, r.name(field), fmt.Sprintf(format, args...))
}

// name is the column of a field, which the reader of a message knows; the field itself when it has none.
func (r row) name(field string) string {
	if at, mapped := r.rule.columns[field]; mapped {
		return r.sheet.header.names[at]
	}
	return field
}

// external is the identity of the row's thing in the tool that it came from.
func (r row) external(key string) record.External {
	external := record.External{URL: r.text("url")}
	if r.sheet.file.System != "" && key != "" {
		external.System, external.ID = r.sheet.file.System, key
	}
	return external
}

// dates are the ways of writing a date that are understood; without a zone the time is UTC.
var dates = []string{time.RFC3339, time.DateOnly, time.DateTime, "02/Jan/06 3:04 PM"}

func (r row) date(field string) time.Time {
	text := r.text(field)
	if text == "" {
		return time.Time{}
	}
	for _, layout := range dates {
		if at, err := time.Parse(layout, text); err == nil {
			return at
		}
	}
	r.warn(field, "%q is no date that is understood (2006-01-31, 2006-01-31 15:04:05, 2006-01-31T15:04:05Z, 31/Jan/06 3:04 PM); "+
		"it was left out", text)
	return time.Time{}
}

// seconds reads a duration.
func (r row) seconds(field string) time.Duration {
	text := r.text(field)
	if text == "" {
		return 0
	}
	const longest = 100 * 365 * 24 * 3600
	number, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(number) || number < 0 || number > longest {
		r.warn(field, "%q is no number of seconds; it was left out", text)
		return 0
	}
	return time.Duration(number * float64(time.Second))
}
