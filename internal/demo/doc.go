// Package demo holds the demo workspace: what a team that tests a bank's mobile payments app would have after three
// releases. It gives the same records that a reader of a file gives, so the demo enters by the ordinary import.
//
// The words are written by hand: content/*.yaml, one file an area of the app, each requirement with its test cases and
// each test case with the defects that were found by it. The history (which case was executed on which build, where,
// and how it ended) is told by rules from a fixed seed; the defects decide most of it. No clock and no machine has any
// part in it: the same program gives the same bytes everywhere, which a test pins.
//
// What the team did after the import (revisions, suspect links, suites, comments) is told by the package since below.
package demo
