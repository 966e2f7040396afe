package suites

import "github.com/asterism-qa/asterism/internal/ident"

// CreateInput describes a new suite.
type CreateInput struct {
	// Project is the key of the project.
	Project     string
	Name        string
	Description *string
	// Parent is the suite above it; nil puts it at the top. Before is the one that shall follow it; nil puts it last.
	Parent, Before *ident.ID
}

// ReviseInput gives a suite another name or description; what is left out stays.
type ReviseInput struct {
	ID                ident.ID
	ExpectedVersion   int
	Name, Description *string
}

// MoveInput gives a suite another place.
type MoveInput struct {
	ID              ident.ID
	ExpectedVersion int
	Parent, Before  *ident.ID
}

// PlaceInput puts test cases into a suite, in the given order; at most 1,000. A case that stands there already gets the
// new place. A case may stand in several suites.
type PlaceInput struct {
	Suite     ident.ID
	TestCases []ident.ID
	// Before is the case in the suite that shall follow them; nil puts them last.
	Before *ident.ID
}

// MoveCasesInput takes test cases from one suite to another, in the given order; at most 1,000.
type MoveCasesInput struct {
	From, To  ident.ID
	TestCases []ident.ID
	Before    *ident.ID
}

// RemoveInput takes test cases out of a suite; at most 1,000. The cases themselves stay.
type RemoveInput struct {
	Suite     ident.ID
	TestCases []ident.ID
}
