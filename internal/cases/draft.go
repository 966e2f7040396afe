package cases

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Draft describes a test case as a source states it. Type, Status, Priority, Level, AutomationID and EstimateMS are left
// as they are when empty.
type Draft struct {
	// Key is the name that people use; empty asks for a made one.
	Key string
	// Title to DataRows are the content, which versions freeze.
	Title, Description, Precondition string
	Steps                            []schema.Step
	Parameters                       []string
	DataRows                         []map[string]string
	// The rest changes the case without a new version.
	Type         testcase.Type
	Status       testcase.Status
	Priority     testcase.Priority
	Level        testcase.Level
	AutomationID string
	Aliases      []string
	EstimateMS   int
	Attributes   map[string]string
	// External is the identity in the tool that it came from.
	External projects.External
	// Stated names what the source speaks of, empty for all: title, text, precondition, action, data and expected (of
	// steps), parameters, dataRows and attributes.
	Stated bulk.Stated
}

// over completes the draft by what is there where the source does not speak; found is nil when the case is new. A title is
// never emptied, and a new case without one is shown by its key.
func (d Draft) over(found *ent.TestCase, key string) Draft {
	is := found
	if is == nil {
		is = &ent.TestCase{Title: key}
	}
	if d.Title == "" || !d.Stated.Has("title") {
		d.Title = is.Title
	}
	if !d.Stated.Has("text") {
		d.Description = is.Description
	}
	if !d.Stated.Has("precondition") {
		d.Precondition = is.Precondition
	}
	if !d.Stated.Has("parameters") {
		d.Parameters = is.Parameters
	}
	if !d.Stated.Has("dataRows") {
		d.DataRows = is.DataRows
	}
	d.Steps = d.steps(is.Steps)
	d.Attributes = d.Stated.Attributes(d.Attributes, is.Attributes)
	return d
}

// steps completes each step by the one that stands in its place, as long as there are as many as before.
func (d Draft) steps(is []schema.Step) []schema.Step {
	switch {
	case !d.Stated.Has("action", "data", "expected"):
		return is
	case len(is) != len(d.Steps):
		return d.Steps
	}
	steps := slices.Clone(d.Steps)
	for i := range steps {
		if !d.Stated.Has("action") {
			steps[i].Action = is[i].Action
		}
		if !d.Stated.Has("data") {
			steps[i].Data = is[i].Data
		}
		if !d.Stated.Has("expected") {
			steps[i].Expected = is[i].Expected
		}
	}
	return steps
}

// content is what a version freezes; its JSON is canonical.
type content struct {
	Title        string              `json:"title"`
	Description  string              `json:"description"`
	Precondition string              `json:"precondition"`
	Steps        []schema.Step       `json:"steps,omitempty"`
	Parameters   []string            `json:"parameters,omitempty"`
	DataRows     []map[string]string `json:"dataRows,omitempty"`
}

func (c content) hash() string { return digest(c) }

// digest is equal for equal values.
func digest(value any) string {
	document, _ := json.Marshal(value) // texts and numbers cannot fail
	sum := sha256.Sum256(document)
	return hex.EncodeToString(sum[:])
}

func contentOf(c *ent.TestCase) content {
	return content{c.Title, c.Description, c.Precondition, c.Steps, c.Parameters, c.DataRows}
}

func (d Draft) content() content {
	return content{d.Title, d.Description, d.Precondition, d.Steps, d.Parameters, d.DataRows}
}

func (d Draft) check() error {
	for field, text := range map[string]string{
		"title": d.Title, "text": d.Description, "precondition": d.Precondition, "automationId": d.AutomationID,
		"external": d.External.System + d.External.ID + d.External.URL,
	} {
		if err := bulk.CheckText(field, text); err != nil {
			return err
		}
	}
	if len(d.AutomationID) > maxIndexed {
		return fault.New(fault.Invalid, "the automation id %.40s… of test case %s has %d bytes; at most %d can be looked up",
			d.AutomationID, d.Key, len(d.AutomationID), maxIndexed).At("automationId")
	}
	for _, step := range d.Steps {
		if err := bulk.CheckText("steps", step.Action, step.Data, step.Expected); err != nil {
			return err
		}
	}
	for _, row := range d.DataRows {
		if err := bulk.CheckTexts("dataRows", row); err != nil {
			return err
		}
	}
	if err := bulk.CheckText("aliases", slices.Concat(d.Aliases, d.Parameters)...); err != nil {
		return err
	}
	return bulk.CheckTexts("attributes", d.Attributes)
}
