// Package defects keeps flaws that are to be fixed, and the links that say where each showed: in executions, in test
// cases or against requirements.
//
// A link whose other end the project does not have is kept as ORPHANED with the name of that end, and gets its end when
// it arrives.
//
// A defect is moved along its lifecycle by the verbs of the business; what is said with a move becomes a comment. A
// duplicate points at the defect that remains, which then shows wherever the duplicate did.
package defects
