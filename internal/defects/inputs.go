package defects

import (
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/internal/ident"
)

// ReportInput describes a new defect. With an execution its context is carried over: the build and environment in which
// it was found, and the title and text unless they are given.
type ReportInput struct {
	// Project is the key of the project; it may be left out when Execution says it.
	Project *string
	// Execution is the one that showed the defect; it is linked.
	Execution *ident.ID
	// Title may be left out only with an execution.
	Title *string
	Text  *string
	// Severity and Priority stay undecided when left out.
	Severity *defect.Severity
	Priority *defect.Priority
	DueAt    *time.Time
	Assignee *ident.ID
	// Build and Environment are keys of where it was found; without an execution.
	Build, Environment *string
	// Links are further executions, test cases and requirements in which it shows.
	Links []ident.ID
}

// ReviseInput changes a defect; what is left out stays.
type ReviseInput struct {
	ID              ident.ID
	ExpectedVersion int
	Title, Text     *string
	Severity        *defect.Severity
	Priority        *defect.Priority
	DueAt           *time.Time
	// Clear names the fields that shall be undecided again: SEVERITY, PRIORITY or DUE_AT.
	Clear []string
}

// AssignInput gives a defect to somebody.
type AssignInput struct {
	ID              ident.ID
	ExpectedVersion int
	Assignee        ident.ID
	Note            *string
}

// ResolveInput says how a defect ended.
type ResolveInput struct {
	ID              ident.ID
	ExpectedVersion int
	Resolution      defect.Resolution
	// FixedInBuild is the key of the build that fixes it; only with FIXED.
	FixedInBuild *string
	Note         *string
}

// DuplicateInput says that another defect reports the same flaw.
type DuplicateInput struct {
	ID              ident.ID
	ExpectedVersion int
	// Of is the other defect.
	Of   ident.ID
	Note *string
}

// LinkInput joins a defect to the executions, test cases and requirements in which it shows, or takes it off them; at most
// 1,000 at once.
type LinkInput struct {
	ID ident.ID
	To []ident.ID
	// Commit is one that fixes it; may be left out.
	Commit *string
}
