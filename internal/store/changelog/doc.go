// Package changelog keeps the log of changes: the rows behind the feed, in plain SQL that is the same on both databases.
//
// Each project has a head, the number of its last change. A transaction that changed something raises the head as its
// last statement before the commit and numbers its changes with what it gained. The row of the head stays locked until
// the transaction is visible, so whoever gets a greater number began to count after the smaller ones could be read:
// numbers are dense, their order is the order of commits, and an undone transaction gives its numbers back. The numbers
// of a project at or below its floor are no longer kept. The epoch names the history in which the numbers count.
//
// It knows rows, not readers: who may read what, and how a reader waits, is the business of internal/feed.
package changelog
