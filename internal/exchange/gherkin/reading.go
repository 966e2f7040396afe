package gherkin

import (
	"fmt"
	"path"
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v34"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// attributePlace is the attribute that says in which file the scenario stands. It holds no line, since a line more above
// would change every case below; what was written by an export has none, since its home is here.
const attributePlace = "feature file"

// speaks are the fields of a case that a feature speaks of. What a case holds beside them stays as people made it, the
// expected results of its steps among them.
var speaks = []string{"key", "title", "type", "text", "precondition", "action", "data", "parameters", "dataRows"}

// reading turns the tree of one file into records.
type reading struct {
	file     string
	sink     record.Sink
	notes    *notes
	language string
	seen     map[string]int // how often an identity was given
}

func newReading(file string, document *messages.GherkinDocument, sink record.Sink) *reading {
	return &reading{file: file, sink: sink, notes: newNotes(document.Comments), language: document.Feature.Language, seen: map[string]int{}}
}

// place is a part of the feature in which scenarios stand.
type place struct {
	names      []string // of the feature and the rule, as the file calls them
	path       []string // of the suite
	tags       []*messages.Tag
	background string
}

func (r *reading) at(location *messages.Location) record.Position {
	return record.Position{File: r.file, Line: int(location.Line)}
}

func (r *reading) feature(f *messages.Feature) error {
	name := f.Name
	if name == "" {
		name = strings.TrimSuffix(path.Base(r.file), path.Ext(r.file))
	}
	p := place{names: []string{name}, path: []string{oneLine(name)}, tags: f.Tags}
	n := r.notes.before(f.Location.Line)
	if len(n.Suite) > 0 {
		p.path = n.Suite
	}
	if err := r.suite(p, n, f.Location, f.Description); err != nil {
		return err
	}
	for _, child := range f.Children {
		var err error
		switch {
		case child.Background != nil:
			p.background = r.background(child.Background)
		case child.Scenario != nil:
			err = r.scenario(p, child.Scenario)
		case child.Rule != nil:
			err = r.rule(p, child.Rule)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *reading) rule(above place, rule *messages.Rule) error {
	name := rule.Name
	if name == "" {
		name = rule.Keyword
	}
	p := place{
		names: slices.Concat(above.names, []string{name}), path: slices.Concat(above.path, []string{oneLine(name)}),
		tags: slices.Concat(above.tags, rule.Tags), background: above.background,
	}
	n := r.notes.before(rule.Location.Line)
	if len(n.Suite) > 0 {
		p.path = n.Suite
	}
	if err := r.suite(p, n, rule.Location, rule.Description); err != nil {
		return err
	}
	for _, child := range rule.Children {
		if child.Background != nil {
			p.background = strings.TrimPrefix(p.background+"\n"+r.background(child.Background), "\n")
		} else if err := r.scenario(p, child.Scenario); err != nil {
			return err
		}
	}
	return nil
}

func (r *reading) suite(p place, n note, at *messages.Location, description string) error {
	one := &record.Suite{Position: r.at(at), Path: p.path, Text: strings.Join(unguarded(description, r.language), "\n")}
	restore(n.Exact, "text", &one.Text)
	return r.sink.Put(one)
}

func (r *reading) scenario(p place, s *messages.Scenario) error {
	n := r.notes.before(s.Location.Line)
	one := &record.Case{
		Position: r.at(s.Location), Title: s.Name, Type: "GHERKIN", Precondition: p.background, SuitePath: p.path,
		Key: n.Key, KeyOf: n.Project,
		Attributes: map[string]string{},
		External:   record.External{System: System, ID: r.identity(slices.Concat(p.names, []string{s.Name}))},
		Stated:     slices.Clone(speaks),
	}
	if n.Key == "" || n.Project == "" {
		one.Key, one.KeyOf = "", ""
		one.Attributes[attributePlace] = path.Base(r.file)
	}
	if one.Attributes[attributePlace] != "" {
		one.Stated = append(one.Stated, "attributes."+attributePlace)
	}
	if n.Type != "" {
		one.Type = n.Type
	}
	text := unguarded(s.Description, r.language)
	if n.Precondition > 0 && n.Precondition <= len(text) {
		one.Precondition = strings.Join(text[:n.Precondition], "\n")
		text = text[n.Precondition:]
		if len(text) > 0 && text[0] == "" {
			text = text[1:]
		}
	}
	one.Text = strings.Join(text, "\n")
	if n.IsPaired {
		one.Steps = paired(s.Steps)
		one.Stated = append(one.Stated, "expected")
	} else {
		one.Steps = steps(s.Steps)
	}
	r.table(one, s.Examples)
	tags := slices.Concat(p.tags, s.Tags)
	for _, examples := range s.Examples {
		tags = slices.Concat(tags, examples.Tags)
	}
	for _, tag := range tags {
		one.Tags = append(one.Tags, strings.TrimPrefix(tag.Name, "@"))
	}
	one.Tags = append(one.Tags, n.Tags...)
	n.complete(one)
	return r.sink.Put(one)
}

// identity is that of a scenario: its names from the feature down, with a number from the second of the same names on.
func (r *reading) identity(names []string) string {
	id := strings.Join(names, " / ")
	r.seen[id]++
	if r.seen[id] > 1 {
		return fmt.Sprintf("%s #%d", id, r.seen[id])
	}
	return id
}

// table joins all examples of an outline: the columns of each in the order in which they first come.
func (r *reading) table(one *record.Case, all []*messages.Examples) {
	known := map[string]bool{}
	for _, examples := range all {
		if examples.TableHeader == nil {
			continue
		}
		own := map[string]bool{}
		for _, column := range values(examples.TableHeader) {
			if own[column] {
				r.warn(examples.TableHeader.Location, "examples", fmt.Sprintf("the column %q comes twice; the first one was taken", column))
			}
			if own[column] = true; !known[column] {
				known[column] = true
				one.Parameters = append(one.Parameters, column)
			}
		}
	}
	for _, examples := range all {
		if examples.Name != "" || strings.TrimSpace(examples.Description) != "" {
			r.warn(examples.Location, "examples", fmt.Sprintf("the examples of a case are one table; the name %q and the description of this one were left out", clip(examples.Name)))
		}
		if examples.TableHeader == nil {
			continue
		}
		header := values(examples.TableHeader)
		for _, body := range examples.TableBody {
			row := make(map[string]string, len(one.Parameters))
			for _, column := range one.Parameters {
				row[column] = ""
			}
			cells := values(body)
			for at := len(header) - 1; at >= 0; at-- { // so that the first of two holds
				row[header[at]] = cells[at]
			}
			one.DataRows = append(one.DataRows, row)
		}
	}
}

func (r *reading) warn(at *messages.Location, field, message string) {
	r.sink.Warn(record.Warning{File: r.file, Line: int(at.Line), Field: field, Message: message})
}

// background is what holds before each scenario, as text.
func (r *reading) background(b *messages.Background) string {
	if b.Name != "" {
		b.Description = strings.TrimSuffix(b.Name+"\n"+strings.Join(unguarded(b.Description, r.language), "\n"), "\n")
	}
	return setting(b, r.language)
}
