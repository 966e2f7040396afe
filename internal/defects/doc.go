// Package defects keeps flaws that are to be fixed, and the links that say where each showed: in executions, in test
// cases or against requirements.
//
// A link whose other end the project does not have is kept as ORPHANED with the name of that end, and gets its end when
// it arrives.
package defects
