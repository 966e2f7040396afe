// Package house keeps the rules of the house that no linter knows: every package says its job, files have a natural
// size, words are those of the glossary, and nothing committed speaks of one machine.
//
// It holds tests only. They read the whole project, machine-written folders named gen apart where a rule is about
// people's work, and each failure names the file, the line and what to do instead.
package house
