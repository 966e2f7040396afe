package signatures

import (
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent/failuresignature"
	"github.com/asterism-qa/asterism/internal/ident"
)

// ClassifyInput says where the failures of a signature come from.
type ClassifyInput struct {
	ID              ident.ID
	ExpectedVersion int
	Class           failuresignature.Class
	Note            *string
	// Defect is the one that the failures show; left out it stays. Its executions are linked to it when LinkExecutions.
	Defect *ident.ID
	// LinkExecutions links every execution of the signature to the defect.
	LinkExecutions *bool
	// MuteUntil hides the signature until then; left out it is not muted.
	MuteUntil *time.Time
}
