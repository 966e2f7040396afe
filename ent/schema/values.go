package schema

import "github.com/asterism-qa/asterism/internal/ident"

// Step is one action of a test case.
type Step struct {
	// Action is what the tester does.
	Action string `json:"action"`
	// Data is what the tester enters or uses; empty when the action needs none.
	Data string `json:"data,omitempty"`
	// Expected is what must be seen for the step to pass; empty when the step only prepares.
	Expected string `json:"expected,omitempty"`
}

// StepResult is what happened in one step of an execution.
type StepResult struct {
	// Name is the step as the source names it.
	Name string `json:"name"`
	// Status is the outcome in the shared spelling of execution status.
	Status string `json:"status"`
	// Message says why it did not pass; empty when it passed.
	Message string `json:"message,omitempty"`
	// DurationMS is how long the step took, in milliseconds; 0 when unknown.
	DurationMS int64 `json:"durationMs,omitempty"`
}

// ImportWarning says that something in an imported file was skipped, changed or guessed.
type ImportWarning struct {
	// File is the imported file as the user named it.
	File string `json:"file"`
	// Line is the place in it, from 1; 0 when the format has no lines.
	Line int `json:"line"`
	// Field is the field or attribute that it is about; empty when it is about the whole.
	Field string `json:"field"`
	// Message says what was done and why.
	Message string `json:"message"`
}

// ReceiptOutcome is what a mutation changed, for answering the same mutation again.
type ReceiptOutcome struct {
	// IDs are the things that the mutation made or changed, as the answer shows them.
	IDs []string `json:"ids,omitempty"`
	// Count is how many things it made or changed.
	Count int `json:"count,omitempty"`
}

// LinkBefore is how a link stood before an end of it went into the trash, for when that end comes back.
type LinkBefore struct {
	// State was VALID or SUSPECT.
	State string `json:"state"`
	// Reason was why.
	Reason string `json:"reason,omitempty"`
}

// ChangeFilter says which changes of a project somebody wants to hear of; conditions narrow together, and an empty one
// narrows nothing.
type ChangeFilter struct {
	// EntityTypes are kinds of entity as the feed spells them, for example REQUIREMENT.
	EntityTypes []string `json:"entityTypes,omitempty"`
	// Ops are operations: CREATE, UPDATE, DELETE.
	Ops []string `json:"ops,omitempty"`
	// Fields are names of changed fields; one of them is enough. A creation and a deletion change every field that they tell.
	Fields []string `json:"fields,omitempty"`
	// Entities are ids of the things themselves.
	Entities []ident.ID `json:"entities,omitempty"`
	// Requirements are ids of requirements: everything under one of them.
	Requirements []ident.ID `json:"requirements,omitempty"`
	// Releases are ids of releases: everything that belongs to one of them.
	Releases []ident.ID `json:"releases,omitempty"`
}
