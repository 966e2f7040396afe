// Package cases keeps test cases with their immutable numbered versions, and the trace links that say which requirement
// a case gives evidence for.
//
// Imports put drafts; people make edits and moves. An edit that changes the content makes the next version. A move follows
// the lifecycle of a case or of a link.
//
// Results name cases by their key, by their automation id or by an alias; Find knows all three. A trace link is pinned to
// the versions of both ends: it becomes SUSPECT when what counts of one of them changes, and is ORPHANED while an end is in
// the trash or not there yet.
package cases
