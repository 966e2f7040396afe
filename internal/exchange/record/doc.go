// Package record holds the words that every format reader and the import pipeline share.
//
// A reader turns one file into a stream of records; it knows its format and nothing else: no database, no project, no
// identity rules. What a record means for a project (which case a result belongs to, which key a requirement gets) is
// decided later, by the mapping and by the publish step.
//
// A reader reports in three ways: a record (something that the file holds), a warning (something that was skipped,
// changed or guessed, always with its place), and an error (the file cannot be trusted; the whole import is refused).
package record
