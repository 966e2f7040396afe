// Package suites keeps the tree of suites in which test cases are filed, and the places of cases in them.
//
// A suite is a named node of the tree; its siblings are the suites under the same parent. A member is one place of a case
// in a suite, and a case may have several. The order of siblings and of members is kept by positions with wide gaps, so
// that putting something between two others changes nothing else.
package suites
