package executions

import (
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/ident"
)

// RecordInput is one execution of a test case, recorded by hand.
type RecordInput struct {
	TestCase ident.ID
	Status   execution.Status
	// Build, Environment and Cycle are keys; they must be there, and may be left out. What is left out is that of the cycle.
	Build, Environment, Cycle *string
	// Scenario tells variants apart that are executed side by side.
	Scenario *string
	// ExecutedAt is now when left out; Executor is the viewer.
	ExecutedAt *time.Time
	DurationMs *int64
	// Message says in one line why it failed; FailureText holds the details.
	Message, FailureText *string
	Steps                []schema.StepResult
}
