// Package impact answers what a requirement or a defect bears upon: everything downstream of it, with the way to each. It
// reads across the areas and writes nothing.
//
// # Downstream of a requirement
//
// The requirements that refine, satisfy or derive from it; the test cases that trace links join to any of these; for each
// case the executions that speak, and the defects linked to a requirement, a case, or an execution of a case. For every
// pair of environment and scenario only the latest execution of a case speaks, as in package coverage; the rest of the
// history is left out. A defect that an earlier execution showed still counts: the step to it goes from the case.
//
// # Downstream of a defect
//
// The executions, test cases and requirements that it is linked to, be they the latest or not; the cases of those
// executions; the requirements of all those cases; what these requirements refine, satisfy or derive from, since harm
// rolls up there; and the releases in which any of these requirements is to be delivered.
//
// # What does not count
//
// No way leads over a CLOSED link, a link that lacks an end, or a link that merely relates two requirements; nor to or
// through anything in the trash. An execution of a case in the trash is in the trash with it. What the viewer may not see
// is not there.
//
// # The way
//
// Each thing is met once, by a shortest way. Of several shortest ways the one that goes over no SUSPECT link is taken, then
// the one whose last station comes first in the answer, then the one with the smallest link. Circles end, since nothing
// is met twice. The answer is ordered by depth, then by kind, key, time (executions, newest first) and id.
//
// # Cost
//
// The walk goes level by level with at most a handful of statements for each level, whatever the number of things on it.
package impact
