// Package cases keeps test cases with their immutable numbered versions, and the trace links that say which requirement
// a case gives evidence for.
//
// Results name cases by their key, by their automation id or by an alias; Find knows all three. A trace link is pinned to
// the versions of both ends: it becomes SUSPECT when one of them changes, and waits as ORPHANED for an end that is not
// there yet.
package cases
