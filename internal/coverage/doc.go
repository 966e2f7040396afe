// Package coverage answers one question: do executions show that the product does what a requirement says? It reads
// across the areas and writes nothing.
//
// # The word of a case
//
// A scope says which executions are looked at: those of one release (their build belongs to it), build, cycle or
// environment, of several of these at once, or simply all. For every pair of environment and scenario only the latest
// execution speaks: the one with the greatest (executed_at, id). "No environment" is an environment of its own here. The
// case is FAILED when any of these speakers failed or erred; PASSED when none did and at least one passed; NOT_RUN
// otherwise. A blocked, skipped, waived or unfinished execution is no evidence, but it does replace the one before it.
//
// # The direct cases of a requirement
//
// These are the test cases at the other end of its trace links, whatever the role, each counted once. A closed link does
// not count, nor does one that lacks an end, nor a case in the trash. A case stands behind a suspect link when all its
// links to this requirement are suspect; one other link is enough to vouch for it. A pass behind a suspect link was
// gathered for content that has changed since: it is counted as stale and not as passed. So is a pass of an older version
// of the case than the one that the link was made for, until somebody affirms the link: closing a suspect link and making
// it again is not affirming it. A failure counts all the same,
// since nobody would rather not know.
//
// # The word of a requirement with direct cases
//
// FAILED when one of them failed, or when a requirement that refines it is FAILED. Otherwise PASSED when all of them
// passed, PARTIAL when some did, STALE when none did but at least one is stale, and NOT_RUN when there is no evidence at
// all. What its children say short of FAILED does not matter.
//
// # The word of a requirement without direct cases
//
// It speaks for the requirements that refine it and are covered: FAILED when one of them is; PASSED when all are; PARTIAL
// when at least one is PASSED or PARTIAL; STALE when at least one is STALE; otherwise NOT_RUN. Without a covered child it
// is UNCOVERED. Children come from refinement links that are not closed; the place in the document does not matter, and
// a child in the trash is no child.
//
// # Circles
//
// Requirements may refine each other in a circle, by mistake or by import. On the way round, a requirement that is met
// again counts as UNCOVERED there, which adds nothing. The outcome does not depend on where one starts: the words of
// children are put together by an operation in which order and repetition do not matter (see Status.join), so the word of
// a requirement without cases is what the nearest tested requirements below it say together, with any failure below.
//
// # Unknown scopes
//
// A scope with a key that the project does not have makes every answer UNKNOWN. The cases are still counted, all of them
// as not run, and so are the open defects.
//
// # Counts
//
// Counts are of direct cases only; cases = passed + failed + stale + not run. Open defects are those linked to a direct
// case or to any of its executions, inside the scope or not, each once; a closed link, a defect in the trash and a defect
// that is VERIFIED, CLOSED, REJECTED or DUPLICATE do not count.
package coverage
