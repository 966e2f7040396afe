// Package bulk holds what every area needs to write many rows at once: how many rows one statement carries, what came of
// the rows, look-ups by many keys in one statement, and database errors in words for people.
//
// A row that is written is described by a draft; what came of drafts is an outcome.
package bulk
