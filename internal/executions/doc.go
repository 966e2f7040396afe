// Package executions records that test cases were executed. An execution is an attempt and is never overwritten; the
// same result that comes in again is recognised by its fingerprint.
//
// A cycle that ended takes no executions. People record into one that is under way, or complete; imports also into one that
// has not begun or is paused, since their results are there already.
//
// Each test case keeps its latest execution, the one with the greatest (time, id), so that reading it costs nothing.
package executions
