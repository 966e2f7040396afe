package bulk

import (
	"fmt"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Size is how many rows one statement carries: enough that a statement's own cost no longer counts, few enough for the
// limit on parameters that both databases have.
const Size = 500

// Outcome says what came of drafts.
type Outcome struct {
	// Created, Updated and Unchanged count the drafts that made something, changed something, or said what is there.
	Created, Updated, Unchanged int
	// Warnings say what was left out or kept differently than a draft says.
	Warnings []Warning
	// Became says for each draft of a thing with a key what it is now; empty where drafts have no keys.
	Became []Became
	// Known holds, by their places, the drafts of executions that were recorded before, with their test case then.
	Known map[int]ident.ID
}

// Became is the thing that a draft became.
type Became struct {
	// Key is its key, which may be a made one.
	Key string
	// IsNew tells that it was made; otherwise it was there before.
	IsNew bool
}

// Warning says that a draft was not taken as it is.
type Warning struct {
	// Index is the draft's place among those that were given, from 0.
	Index int
	// Field is the field that it is about; empty when it is about the whole.
	Field string
	// Message says what was done and why.
	Message string
}

// Warn adds a warning about a draft.
func (o *Outcome) Warn(index int, field, format string, args ...any) {
	o.Warnings = append(o.Warnings, Warning{Index: index, Field: field, Message: fmt.Sprintf(format, args...)})
}

// Add adds what came of further drafts, the first of which stands at the place first among all.
func (o *Outcome) Add(other Outcome, first int) {
	o.Created += other.Created
	o.Updated += other.Updated
	o.Unchanged += other.Unchanged
	o.Became = append(o.Became, other.Became...)
	for index, under := range other.Known {
		if o.Known == nil {
			o.Known = map[int]ident.ID{}
		}
		o.Known[first+index] = under
	}
	for _, w := range other.Warnings {
		w.Index += first
		o.Warnings = append(o.Warnings, w)
	}
}
