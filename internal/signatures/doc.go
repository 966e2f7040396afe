// Package signatures groups executions that failed in the same words. A failure signature is a failure text in which
// everything that differs from one execution to the next (numbers, times, addresses, paths) is replaced by what it is, so
// that a hundred failures with one cause are looked at once.
//
// Somebody classifies a signature, names the known defect behind it, or mutes it; executions join it when they are
// recorded.
package signatures
