package gherkin

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// exact is a value that Gherkin cannot hold as it is, such as a text with blanks at its ends.
type exact struct {
	// Read is the digest of the value that reading the visible text gives. Once a person has edited that text it is
	// another one, and the visible text holds.
	Read string `json:"read"`
	// Is is the value.
	Is json.RawMessage `json:"is"`
}

// keep notes a value that would be read as another one.
func keep[T any](into *map[string]exact, field string, read, is T) {
	if spelled(read) == spelled(is) {
		return
	}
	if *into == nil {
		*into = map[string]exact{}
	}
	(*into)[field] = exact{Read: digest(read), Is: json.RawMessage(spelled(is))}
}

// restore gives a value back as it was noted, unless the visible text has been edited since.
func restore[T any](from map[string]exact, field string, value *T) {
	noted, is := from[field]
	if !is || noted.Read != digest(*value) {
		return
	}
	var was T
	if json.Unmarshal(noted.Is, &was) == nil { // what somebody spoilt says nothing
		*value = was
	}
}

// digest is equal for equal values.
func digest(value any) string {
	sum := sha256.Sum256([]byte(spelled(value)))
	return hex.EncodeToString(sum[:6])
}

// keepCase notes what of a case would be read otherwise.
func keepCase(read, is *record.Case) map[string]exact {
	var kept map[string]exact
	keep(&kept, "title", read.Title, is.Title)
	keep(&kept, "text", read.Text, is.Text)
	keep(&kept, "precondition", read.Precondition, is.Precondition)
	if len(read.Steps) == len(is.Steps) {
		for i, was := range is.Steps {
			keep(&kept, stepField(i, "action"), read.Steps[i].Action, was.Action)
			keep(&kept, stepField(i, "data"), read.Steps[i].Data, was.Data)
			keep(&kept, stepField(i, "expected"), read.Steps[i].Expected, was.Expected)
		}
	} else {
		keep(&kept, "steps", read.Steps, is.Steps)
	}
	if len(read.Parameters)+len(is.Parameters) > 0 {
		keep(&kept, "parameters", read.Parameters, is.Parameters)
	}
	if len(read.DataRows)+len(is.DataRows) > 0 {
		keep(&kept, "dataRows", read.DataRows, is.DataRows)
	}
	return kept
}

// restoreCase gives a case back as it was noted, field by field.
func restoreCase(from map[string]exact, one *record.Case) {
	if len(from) == 0 {
		return
	}
	restore(from, "title", &one.Title)
	restore(from, "text", &one.Text)
	restore(from, "precondition", &one.Precondition)
	for i := range one.Steps {
		restore(from, stepField(i, "action"), &one.Steps[i].Action)
		restore(from, stepField(i, "data"), &one.Steps[i].Data)
		restore(from, stepField(i, "expected"), &one.Steps[i].Expected)
	}
	restore(from, "steps", &one.Steps)
	restore(from, "parameters", &one.Parameters)
	restore(from, "dataRows", &one.DataRows)
}

func stepField(i int, field string) string { return "steps." + strconv.Itoa(i) + "." + field }

// caught holds the case that a trial gave.
type caught struct{ one *record.Case }

// Put implements record.Sink.
func (c *caught) Put(r record.Record) error {
	if one, is := r.(*record.Case); is {
		c.one = one
	}
	return nil
}

// Warn implements record.Sink.
func (*caught) Warn(record.Warning) {}

// unkept reads what is about to be written of a case, and notes what comes back otherwise.
func (d *draft) unkept(n note, written []string, background string, is *record.Case) map[string]exact {
	trial := &draft{language: d.language}
	trial.line(0, "# language: "+d.language)
	trial.title(0, "feature", "x")
	trial.lines = append(append(trial.lines, n.write()...), written...)
	document, err := parse(context.Background(), record.Source{Body: strings.NewReader(strings.Join(trial.lines, "\n") + "\n")})
	if err != nil || document.Feature == nil || len(document.Feature.Children) != 1 || document.Feature.Children[0].Scenario == nil {
		return nil // longer than what is read
	}
	var got caught
	if newReading("", document, &got).scenario(place{background: background}, document.Feature.Children[0].Scenario) != nil {
		return nil
	}
	return keepCase(got.one, is)
}

// unkeptText is that for the description of a suite.
func (d *draft) unkeptText(text string) map[string]exact {
	var kept map[string]exact
	trial := &draft{language: d.language}
	trial.text(1, text)
	keep(&kept, "text", strings.Join(unguarded(strings.Join(trial.lines, "\n"), d.language), "\n"), text)
	return kept
}
