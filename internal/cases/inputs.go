package cases

import (
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
)

// Row is one set of values for the parameters of a case, in the order of the parameters.
type Row struct{ Values []string }

// CreateInput describes a new test case; what is left out is empty.
type CreateInput struct {
	// Project is the key of the project; Key of the case is made when left out.
	Project string
	Key     *string
	Title   string
	Type    *testcase.Type
	// Priority and Level stay undecided when left out.
	Priority *testcase.Priority
	Level    *testcase.Level
	// Description, Precondition, Steps, Parameters and DataRows are further content.
	Description, Precondition *string
	Steps                     []schema.Step
	Parameters                []string
	DataRows                  []Row
	// AutomationID and Aliases are the names under which results report the case.
	AutomationID *string
	Aliases      []string
	EstimateMs   *int
	Attributes   []projects.Attribute
	// Requirements are those that the case verifies from the start.
	Requirements []ident.ID
	// Suite is where it stands from the start, last in order; nil for nowhere. The suites area looks after it.
	Suite *ident.ID
	// Reason says why the case is made.
	Reason *string
}

// ReviseInput changes a test case; what is left out stays. Other content makes the next version; title, description,
// precondition, steps, parameters and data rows are content.
type ReviseInput struct {
	ID                               ident.ID
	ExpectedVersion                  int
	Title, Description, Precondition *string
	// Steps, Parameters, DataRows, Aliases and Attributes replace all there are; left out (nil) they stay.
	Steps        []schema.Step
	Parameters   []string
	DataRows     []Row
	Type         *testcase.Type
	Priority     *testcase.Priority
	Level        *testcase.Level
	AutomationID *string
	Aliases      []string
	EstimateMs   *int
	Attributes   []projects.Attribute
	// Reason says why; it is kept with the version.
	Reason *string
}

// RestoreVersionInput makes the content of an earlier version the next version.
type RestoreVersionInput struct {
	ID              ident.ID
	ExpectedVersion int
	// Number is the version whose content comes back.
	Number int
	Reason *string
}

// SubmitInput asks for a review.
type SubmitInput struct {
	ID              ident.ID
	ExpectedVersion int
	// Reviewer is the user who is asked; nil leaves the one before, or nobody.
	Reviewer *ident.ID
	Note     *string
}

// LinkCreateInput joins a requirement and a test case.
type LinkCreateInput struct {
	Requirement, TestCase ident.ID
	// Role is VERIFIES when left out.
	Role *tracelink.Role
}
