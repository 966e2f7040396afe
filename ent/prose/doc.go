// Package prose turns the machine-written part of the API into text that a tester can read: it gives every generated
// type, argument and filter a description that says what it means, and adds the nodes shortcut to every connection.
// It is used at generation time only.
package prose
