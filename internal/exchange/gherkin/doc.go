// Package gherkin reads feature files into suites and test cases, and writes them back.
//
// A feature is a suite and each rule in it a suite below; a scenario is a case with its steps, and a scenario outline one
// case with parameters and data rows. A background is the precondition of every case that it stands above. What a case
// holds and Gherkin has no place for travels in a note: a comment line that begins with "# asterism:".
package gherkin
