// Package versions compares contents: what differs between two versions of a requirement or a test case, field by field,
// and which of those differences make links suspect.
//
// A content is a map from the name of a field, in the spelling of the API, to its text. A field that counts is one whose
// change makes links suspect.
package versions
