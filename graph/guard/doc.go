// Package guard refuses requests that are malformed or would cost too much, before anything is executed. All limits stand
// in one table, limits.go. Refusals say which limit, by how much, and what to do.
package guard
