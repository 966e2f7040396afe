// Package feed lets people and programs follow the log of changes: from a cursor on, in order, each change once, nothing
// left out in silence.
//
// A change is one row of the log, its envelope the bytes that are delivered for it, the same wherever and how often it is.
// A cursor says after which change a reader goes on, in one project or in several. A stream waits for news, a page answers
// at once. A bookmark is a cursor without a change, for readers whose filter lets nothing through.
//
// Streams pull: what they have not taken lies in the log, and the last changes of each project that is being followed lie
// in memory too, read once for all who follow it. That something was committed is told by hints, which may come late,
// twice or never; what was committed is always read from the log.
package feed
