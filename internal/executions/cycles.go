package executions

import (
	"context"
	"maps"
	"slices"
	"strconv"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcycle"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// holdState keeps the cycles of a query in their state until the transaction ends, so that none is closed while executions
// go into it. Others may record into it meanwhile. SQLite needs no such thing: it has one writer.
func holdState(s *sql.Selector) {
	if s.Dialect() == dialect.Postgres {
		s.ForShare()
	}
}

// refuseEndedCycles keeps cycles as they are that were frozen or given up.
func refuseEndedCycles(ctx context.Context, tx *ent.Client, drafts []*Draft) error {
	cycles := map[ident.ID]bool{}
	for _, d := range drafts {
		if d.CycleID != nil {
			cycles[*d.CycleID] = true
		}
	}
	if len(cycles) == 0 {
		return nil
	}
	// The state is looked at once the cycles are held: what was open when the statement began may have been closed since.
	held, err := tx.TestCycle.Query().Where(
		bulk.IDs[predicate.TestCycle](testcycle.FieldID, slices.Collect(maps.Keys(cycles))), holdState).
		Unique(false).Order(ent.Asc(testcycle.FieldID)).All(ctx)
	if err != nil {
		return err
	}
	slices.SortFunc(held, func(a, b *ent.TestCycle) int { return slices.Compare([]byte(a.Key), []byte(b.Key)) })
	for _, one := range held {
		if one.Status == testcycle.StatusCLOSED || one.Status == testcycle.StatusABORTED {
			return fault.New(fault.Precondition, "the cycle %s is %s and takes no further executions; name another cycle", one.Key, one.Status).At("cycle")
		}
	}
	return nil
}

// cycleByHand finds the cycle that people execute in: one that is under way, or complete while results are looked over.
func cycleByHand(ctx context.Context, tx *ent.Client, project *ent.Project, key string) (*ent.TestCycle, error) {
	found, err := tx.TestCycle.Query().Where(testcycle.ProjectID(project.ID), testcycle.Key(key), holdState).Unique(false).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, absent(project, "cycle", key)
	}
	if err != nil {
		return nil, err
	}
	refuse := func(next string) error {
		return fault.New(fault.Precondition, "the cycle %s is %s and takes no executions now; %s", found.Key, found.Status, next).
			At("cycle").With("status", string(found.Status))
	}
	switch found.Status {
	case testcycle.StatusPLANNED:
		return nil, refuse("say that it is ready (cycleReady) and begin it (cycleStart)")
	case testcycle.StatusREADY:
		return nil, refuse("begin it (cycleStart)")
	case testcycle.StatusPAUSED:
		return nil, refuse("go on with it (cycleResume)")
	case testcycle.StatusCLOSED, testcycle.StatusABORTED:
		return nil, refuse("it never will again: name another cycle")
	}
	return found, nil
}

// settle takes from the cycle what the input leaves out, and notes where the two contradict each other. A cycle over
// several builds or environments says nothing of them.
func settle(check *fault.Check, field string, cycle *ent.TestCycle, of *ident.ID, given **ident.ID) {
	switch {
	case of == nil:
	case *given == nil:
		*given = of
	case **given != *of:
		check.Fail("the cycle "+cycle.Key+" goes against another "+field+"; leave the "+field+" out, or name another cycle", field)
	}
}

// absent says that the project lacks what a field names.
func absent(project *ent.Project, field, key string) error {
	return fault.New(fault.Invalid, "the project %s has no %s %s; name one that is there, or leave it out", project.Key, field, strconv.Quote(key)).At(field)
}
