// Package plans knows what is tested and when: releases, the builds made for them, and the cycles in which test cases
// are executed. A thing that results name and the project does not have yet is made, with its key as its name.
//
// People plan releases and cycles ahead and move them through their lifecycles, ReleaseLifecycle and CycleLifecycle, by
// one verb for each move. A note is demanded where a move takes something back, so that nobody does it unawares; what was
// said with the last move stays with the thing. What belongs to a LOCKED release is settled: the requirements area sees
// to it.
package plans
