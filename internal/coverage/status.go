package coverage

// Status is the answer for a requirement, or for a case, in one word.
type Status string

// The words, as the API spells them.
const (
	// UNCOVERED: no case is linked to the requirement or to one that refines it.
	UNCOVERED Status = "UNCOVERED"
	// NOT_RUN: there are cases, but no evidence either way.
	NOT_RUN Status = "NOT_RUN"
	// PARTIAL: some cases passed, none failed.
	PARTIAL Status = "PARTIAL"
	// PASSED: all cases passed.
	PASSED Status = "PASSED"
	// FAILED: a case failed, here or in a requirement that refines this one.
	FAILED Status = "FAILED"
	// STALE: the only evidence stands behind suspect links.
	STALE Status = "STALE"
	// UNKNOWN: the scope names something that the project does not have.
	UNKNOWN Status = "UNKNOWN"
)

// Answer is what the executions within a scope say about one requirement. The counts are of its direct cases only.
type Answer struct {
	// Status takes the requirements that refine this one into account.
	Status Status
	// Cases is the number of test cases linked to the requirement: the sum of the next four.
	Cases int
	// Passed cases have a pass and no failure, behind a link that is not suspect.
	Passed int
	// Failed cases failed or erred in an environment and scenario.
	Failed int
	// NotRun cases have no evidence either way.
	NotRun int
	// Stale cases passed, but only suspect links lead to them.
	Stale int
	// OpenDefects are linked to those cases or to their executions, each counted once.
	OpenDefects int
}

// direct is the word of a requirement as far as its own cases go.
func (a Answer) direct() Status {
	switch {
	case a.Cases == 0:
		return UNCOVERED
	case a.Failed > 0:
		return FAILED
	case a.Passed == a.Cases:
		return PASSED
	case a.Passed > 0:
		return PARTIAL
	case a.Stale > 0:
		return STALE
	}
	return NOT_RUN
}

// join puts the words of two children together. UNCOVERED adds nothing, FAILED outweighs everything, and in between
// order, grouping and repetition do not matter.
func (s Status) join(other Status) Status {
	either := func(word Status) bool { return s == word || other == word }
	switch {
	case s == other, other == UNCOVERED:
		return s
	case s == UNCOVERED:
		return other
	case either(FAILED):
		return FAILED
	case either(PASSED), either(PARTIAL):
		return PARTIAL
	case either(STALE):
		return STALE
	}
	return NOT_RUN
}
