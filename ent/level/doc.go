// Package level lets nested lists be loaded level by level instead of row by row.
//
// Entities that one statement loaded are siblings. When a nested field is asked of one of them, it is loaded for all of
// them at once and remembered, so a nested query costs a constant number of statements for each level, whatever the
// number of rows. Nothing waits for a clock: the siblings are known before any of their fields is asked for.
package level
