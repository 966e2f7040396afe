package executions

import "github.com/asterism-qa/asterism/ent/gen/ent/execution"

// IsFinal tells whether an execution has come to an outcome: it is neither waiting nor going on.
func IsFinal(status execution.Status) bool {
	return status != execution.StatusNOT_RUN && status != execution.StatusIN_PROGRESS
}
