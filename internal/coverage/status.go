package coverage

// Status is the answer for a requirement, or for a case, in one word.
type Status string

// The words, as the API spells them.
const (
	// Uncovered says that no case is linked to the requirement or to one that refines it.
	Uncovered Status = "UNCOVERED"
	// NotRun says that there are cases, but no evidence either way.
	NotRun Status = "NOT_RUN"
	// Partial says that some cases passed, none failed.
	Partial Status = "PARTIAL"
	// Passed says that all cases passed.
	Passed Status = "PASSED"
	// Failed says that a case failed, here or in a requirement that refines this one.
	Failed Status = "FAILED"
	// Stale says that the only evidence stands behind suspect links.
	Stale Status = "STALE"
	// Unknown says that the scope names something that the project does not have.
	Unknown Status = "UNKNOWN"
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
		return Uncovered
	case a.Failed > 0:
		return Failed
	case a.Passed == a.Cases:
		return Passed
	case a.Passed > 0:
		return Partial
	case a.Stale > 0:
		return Stale
	}
	return NotRun
}

// join puts the words of two children together. UNCOVERED adds nothing, FAILED outweighs everything, and in between
// order, grouping and repetition do not matter.
func (s Status) join(other Status) Status {
	either := func(word Status) bool { return s == word || other == word }
	switch {
	case s == other, other == Uncovered:
		return s
	case s == Uncovered:
		return other
	case either(Failed):
		return Failed
	case either(Passed), either(Partial):
		return Partial
	case either(Stale):
		return Stale
	}
	return NotRun
}
