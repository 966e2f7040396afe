// Package since tells what the demo team did after its year was imported: it revised requirements and test cases, looked
// at the links that became suspect, reviewed, sorted failures and defects, built suites, commented, tagged and attached.
//
// The words are written by hand: content/*.yaml, one file a working day, each a list of acts in the order in which they
// happened. An act is one verb of an area, spelled as the API spells it, and goes the way that an act of a user goes. The
// clock of each is fixed, so that the same program tells the same story everywhere.
//
// The bookmark lies open: the acts finish and lock releases, and Tell reads from the releases which part comes next.
package since
