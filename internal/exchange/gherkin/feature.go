package gherkin

import "github.com/asterism-qa/asterism/internal/exchange/record"

// Feature is a suite on its way into a feature file.
type Feature struct {
	Suite
	// Project is the key of the project whose keys the cases have.
	Project string
	// Rules are the suites below, in their order, each with its cases.
	Rules []Suite
}

// Suite is a part of a feature file: the feature itself, or a rule in it.
type Suite struct {
	// Path are the names of the suites from the top of the tree down to this one.
	Path []string
	// Name is what the file calls it; the last name of the path.
	Name string
	// Description is what the suite is for.
	Description string
	// Cases stand in the suite itself, in their order.
	Cases []record.Case
}
