// Package lifecycle keeps moves between the states of a thing as data, so that the rule which refuses a move, the answer
// that names the legal ones and the buttons of a page all read the same table.
//
// A move is named by the verb of the business that makes it. It leads from some states to one.
package lifecycle
