// Package process starts children that a test may kill, stop and start again at any moment: the program itself as a
// server, and any other command.
//
// A Process is one life of a command; a Server is the program serving one workspace over many lives. Where the system can,
// children end with the test's own process, however that one ends.
package process
