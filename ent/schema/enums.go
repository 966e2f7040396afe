package schema

// The enumerations of the domain. Their spelling is the same in tables, Go, the API and files.
var (
	executionStatuses = []string{"NOT_RUN", "IN_PROGRESS", "PASSED", "FAILED", "ERROR", "BLOCKED", "SKIPPED", "INCONCLUSIVE", "NOT_APPLICABLE", "WAIVED"}
	linkRoles         = []string{"VERIFIES", "VALIDATES", "SATISFIES", "REFINES", "DERIVES", "RELATES"}
	linkStates        = []string{"VALID", "SUSPECT", "ORPHANED", "CLOSED"}
	severities        = []string{"BLOCKER", "CRITICAL", "MAJOR", "MINOR", "TRIVIAL"}
	priorities        = []string{"P0", "P1", "P2", "P3", "P4"}
	reviewVerdicts    = []string{"APPROVED", "REWORK"}
	failureClasses    = []string{"PRODUCT", "AUTOMATION", "ENVIRONMENT", "DATA", "REQUIREMENT", "NO_DEFECT", "TO_INVESTIGATE"}
)
