// Package requirements keeps the test basis: requirements with their immutable numbered versions, their order in the
// document, and the links by which one refines another.
//
// A draft describes a requirement as a source or a person states it. A link whose other end the project does not have is
// kept as ORPHANED with the name of that end, and gets its end when it arrives.
package requirements
