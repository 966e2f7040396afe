package plans

import (
	"time"

	"github.com/asterism-qa/asterism/internal/ident"
)

// ReleaseCreateInput describes a new release.
type ReleaseCreateInput struct {
	// Project is the key of the project; Key of the release is made when left out.
	Project     string
	Key         *string
	Name        string
	Description *string
	DueAt       *time.Time
}

// CycleCreateInput describes a new cycle, which starts PLANNED.
type CycleCreateInput struct {
	Project string
	Key     *string
	Name    string
	// Build and Environment are keys; they may be left out while undecided.
	Build, Environment *string
}

// CycleReadyInput says that a cycle can start: everything that it needs is there.
type CycleReadyInput struct {
	ID              ident.ID
	ExpectedVersion int
	// Build and Environment are keys; left out they stay. A cycle without either cannot be ready.
	Build, Environment *string
	Note               *string
}
