package mapping

import "regexp"

// Policy says what happens to a result whose test case the project does not have.
type Policy string

// The policies for unknown cases.
const (
	// Create makes the test case from the result; it is what happens unless the mapping says otherwise.
	Create Policy = "create"
	// Skip leaves the result out, with a warning.
	Skip Policy = "skip"
	// Refuse refuses the whole import, so that a misspelt case name cannot pass unseen.
	Refuse Policy = "refuse"
)

// Results says where the results in the files that fit Match state what they belong to. A field that is nil stays as
// the format states it.
type Results struct {
	// Match is a glob such as "**/*.xml"; see Matches for its rules.
	Match string
	// Build is the identity of what was tested.
	Build *Origin
	// Environment is where it was tested: a board, a browser, a stage.
	Environment *Origin
	// Cycle is the key or name of the cycle in which the results count.
	Cycle *Origin
	// Release is the release under test.
	Release *Origin
	// Case is the test case; its pattern may also find the scenario.
	Case *Origin
	// UnknownCases says what happens to results whose case the project does not have; empty means Create.
	UnknownCases Policy
}

// Origin says where one identity is written. Exactly one of Property, From and Constant is set.
type Origin struct {
	// Property names a property of the result or of a suite around it.
	Property string
	// From names a part of the result: name, className, fullName (both, joined by a dot), suite (the innermost), rootSuite (the outermost) or file.
	From string
	// Constant is the identity itself, the same for every result of the file.
	Constant string
	// Pattern takes a part of the text that Property or From give: by its named group `value`, or for a case by its
	// named groups `case` and, when wanted, `scenario`. A build, environment, cycle or release whose text does not fit
	// stays empty; a case whose text does not fit is named by the whole text.
	Pattern *regexp.Regexp
}

// The places that an origin's From can name.
const (
	fromName      = "name"
	fromClassName = "className"
	fromSuite     = "suite"
	fromRootSuite = "rootSuite"
	fromFile      = "file"
	fromFullName  = "fullName" // the class name and the name joined by a dot
)

// places lists the words of From in the order in which messages show them.
var places = []string{fromName, fromClassName, fromFullName, fromSuite, fromRootSuite, fromFile}

// policies lists the words of unknownCases in the order in which messages show them.
var policies = []string{string(Create), string(Skip), string(Refuse)}

// ResultsFor returns the first entry that fits the path, or nil when the mapping says nothing about such results.
func (m *Mapping) ResultsFor(path string) *Results {
	if m == nil {
		return nil
	}
	for _, results := range m.Results {
		if Matches(results.Match, m.called(path)) {
			return results
		}
	}
	return nil
}

// UnknownCases says what happens to results in this file whose case the project does not have.
func (m *Mapping) UnknownCases(path string) Policy {
	if results := m.ResultsFor(path); results != nil && results.UnknownCases != "" {
		return results.UnknownCases
	}
	return Create
}
