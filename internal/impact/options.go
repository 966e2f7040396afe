package impact

import (
	"fmt"
	"slices"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
)

// What an asker may ask for, and gets without asking.
const (
	defaultDepth, maxDepth   = 10, 20
	defaultBudget, maxBudget = 1_000, 10_000
)

// maxWalked is how many things one walk meets at most, shown or not, so that a question about few kinds in a huge
// project ends.
const maxWalked = 100_000

// shown are the kinds that an answer can hold, in their order within a level.
var shown = []ident.Kind{ident.Requirement, ident.TestCase, ident.Execution, ident.Defect, ident.Release}

// Options narrow the answer.
type Options struct {
	// Depth is how many steps the walk takes, from 1 to 20; 10 when it is 0.
	Depth int
	// Budget is how many nodes the answer holds at most, from 1 to 10,000; 1,000 when it is 0.
	Budget int
	// Kinds are those to show: requirements, test cases, executions, defects, releases; all when empty. The walk goes
	// through the others nevertheless.
	Kinds []ident.Kind
}

// filled checks the options and fills in what was left out.
func (o Options) filled() (Options, error) {
	var check fault.Check
	o.Depth = within(&check, "depth", o.Depth, defaultDepth, maxDepth)
	o.Budget = within(&check, "budget", o.Budget, defaultBudget, maxBudget)
	for i, kind := range o.Kinds {
		if !slices.Contains(shown, kind) {
			check.Fail("an impact holds requirements, test cases, executions, defects and releases only", "kinds", fmt.Sprint(i))
		}
	}
	if len(o.Kinds) == 0 {
		o.Kinds = shown
	}
	return o, check.Err()
}

func within(check *fault.Check, field string, asked, usual, most int) int {
	if asked == 0 {
		return usual
	}
	if asked < 0 || asked > most {
		check.Fail(fmt.Sprintf("the %s is from 1 to %d, not %d", field, most, asked), field)
	}
	return asked
}
