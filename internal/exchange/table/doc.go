// Package table reads CSV files with the help of a mapping, which says what their columns mean.
//
// The header is the first row; a row is one line or, where a quoted cell holds line breaks, several. A rule of the
// mapping turns each row into one record, into several when a cell is split, or into none. The package reads the file
// as a stream, one row at a time, and never guesses an encoding or the meaning of a column.
package table
