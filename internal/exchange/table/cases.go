package table

import (
	"maps"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// maxPending bounds what one case collects: rows of steps and the records that wait behind it.
const maxPending = 10_000

// pending is a case whose next rows may add steps to it, and the records of its rows, which follow it.
type pending struct {
	one    *record.Case
	behind []record.Record
	size   int // bytes of text in the rows of the case
	last   int // line of the last row that joined the case
}

// maxPendingBytes bounds the text of one case.
const maxPendingBytes = 16 << 20

// stepFields are the fields that make a row a step.
var stepFields = []string{"action", "data", "expected"}

// oneCase begins a case or adds the row to the one before: a row with the same key, or with no key where rows are
// steps, belongs to the case that the rows before it describe.
func (r row) oneCase() error {
	key := r.text("key")
	steps := slices.ContainsFunc(stepFields, r.rule.Has)
	open := r.sheet.pending.one
	if open != nil && (key == "" && steps || key != "" && key == open.Key) {
		return r.addTo(open)
	}
	if err := r.sheet.flush(); err != nil {
		return err
	}
	key = r.key("test case")
	one := &record.Case{
		Position: r.place, Key: key, Title: r.text("title"), Type: r.text("type"), Status: r.text("status"),
		Priority: r.text("priority"), Level: r.text("level"), Text: r.text("text"), Precondition: r.text("precondition"),
		AutomationID: r.text("automationId"), Aliases: r.list("aliases"), SuitePath: r.suite(), Tags: r.list("tags"),
		Attributes: r.attributes(), External: r.external(key), Stated: r.stated(),
	}
	r.sheet.pending = pending{one: one, last: r.place.Line}
	r.addStep(one)
	return nil
}

// addTo adds a further row to a case: its step, and fields that the case lacks. A field that contradicts the first row
// is not taken.
func (r row) addTo(one *record.Case) error {
	r.sheet.pending.last = r.place.Line
	r.addStep(one)
	for _, f := range []struct {
		name  string
		field *string
	}{
		{"title", &one.Title}, {"type", &one.Type}, {"status", &one.Status}, {"priority", &one.Priority},
		{"level", &one.Level}, {"text", &one.Text}, {"precondition", &one.Precondition},
		{"automationId", &one.AutomationID},
	} {
		text := r.text(f.name)
		switch {
		case text == "" || text == *f.field:
		case *f.field == "":
			*f.field = text
		default:
			r.warn(f.name, "the row belongs to the test case of line %d, which has another %s; the first one was kept",
				one.Line, f.name)
		}
	}
	for _, alias := range r.list("aliases") {
		if len(one.Aliases) <= maxPending && !slices.Contains(one.Aliases, alias) {
			one.Aliases = append(one.Aliases, alias)
		}
	}
	for _, tag := range r.list("tags") {
		if len(one.Tags) <= maxPending && !slices.Contains(one.Tags, tag) {
			one.Tags = append(one.Tags, tag)
		}
	}
	if suite := r.suite(); len(suite) > 0 && !slices.Equal(suite, one.SuitePath) {
		r.warn("suite", "the row belongs to the test case of line %d, which has another suite; the first one was kept", one.Line)
	}
	further := r.attributes()
	for _, name := range slices.Sorted(maps.Keys(further)) {
		if before := one.Attributes[name]; before == "" {
			one.Attributes[name] = further[name]
		} else if before != further[name] {
			r.sheet.warn(r.place.Line, name, "a further row of the test case has another value in this column; the first one was kept")
		}
	}
	return r.grow()
}

func (r row) addStep(one *record.Case) {
	step := record.Step{Action: r.text("action"), Data: r.text("data"), Expected: r.text("expected")}
	if step != (record.Step{}) {
		one.Steps = append(one.Steps, step)
	}
}

func (r row) grow() error {
	p := &r.sheet.pending
	for _, cell := range r.cells {
		p.size += len(cell)
	}
	if p.size > maxPendingBytes || len(p.one.Steps) > maxPending || len(p.one.Aliases) > maxPending || len(p.one.Tags) > maxPending {
		return record.Errorf(r.place, r.name("key"), "the rows from line %d to here are one test case with more than %d steps, "+
			"aliases or tags, or %d MiB; is the key's column the right one?", p.one.Line, maxPending, maxPendingBytes>>20)
	}
	return nil
}

// queue lets a record follow the case that is still collecting rows.
func (s *sheet) queue(r record.Record) error {
	p := &s.pending
	p.behind = append(p.behind, r)
	switch {
	case len(p.behind) <= maxPending:
		return nil
	case p.last == r.Place().Line:
		return record.Errorf(r.Place(), "", "more than %d records belong to the test case of line %d", maxPending, p.one.Line)
	}
	// The last rows stated no case, so the case is complete.
	return s.flush()
}

// flush puts the case that was collecting steps and what waits behind it.
func (s *sheet) flush() error {
	done := s.pending
	s.pending = pending{}
	if done.one == nil {
		return nil
	}
	if err := s.sink.Put(done.one); err != nil {
		return err
	}
	for _, r := range done.behind {
		if err := s.sink.Put(r); err != nil {
			return err
		}
	}
	return nil
}

// suite is the path that a row states, each name with single blanks.
func (r row) suite() []string {
	path := r.list("suite")
	for i, name := range path {
		path[i] = strings.Join(strings.Fields(name), " ")
	}
	return path
}
