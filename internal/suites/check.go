package suites

import (
	"context"
	"strconv"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/suite"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// MaxName is the most bytes that the name of a suite may have.
const MaxName = 200

// MaxDepth is how many suites may stand one in another.
const MaxDepth = 20

// maxThings is how many cases or suites one verb takes.
const maxThings = 1000

// name checks and trims the name of a suite.
func name(check *fault.Check, given string) string {
	given = strings.TrimSpace(given)
	if given == "" || len(given) > MaxName {
		check.Fail("the name of a suite has 1 to "+strconv.Itoa(MaxName)+" bytes", "name")
	}
	return given
}

// text checks a text that may be left out.
func text(check *fault.Check, field string, given *string) {
	if given != nil {
		_ = check.Note(bulk.CheckText(field, *given)) // finds faults only
	}
}

// list checks how many things are named, and that none is named twice.
func list(check *fault.Check, field string, ids []ident.ID) {
	if len(ids) == 0 || len(ids) > maxThings {
		check.Fail(field+" names 1 to "+strconv.Itoa(maxThings)+" things", field)
		return
	}
	seen := make(map[ident.ID]bool, len(ids))
	for i, id := range ids {
		if seen[id] {
			check.Fail("is named twice; name it once", field, strconv.Itoa(i))
		}
		seen[id] = true
	}
}

// absent is what a viewer learns of a thing that is not there, or not for the viewer.
func absent(thing string, path ...string) error {
	return fault.New(fault.NotFound, "there is no such %s, or you may not see it", thing).At(path...)
}

// one finds a suite that the viewer may change, and its project.
func one(ctx context.Context, tx *ent.Client, id ident.ID, field string) (*ent.Suite, *ent.Project, error) {
	found, err := tx.Suite.Query().Where(suite.ID(id)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil, absent("suite", field)
	}
	if err != nil {
		return nil, nil, err
	}
	project, err := projects.For(ctx, tx, found.ProjectID, membership.RoleEDITOR)
	return found, project, err
}

// lock keeps others from placing cases in these suites until the transaction ends, and gives the suites as they are
// then. They are locked in the order of their ids, so that two who move cases to and fro wait for each other in turn.
func lock(ctx context.Context, tx *ent.Client, ids ...ident.ID) (map[ident.ID]*ent.Suite, error) {
	all, err := tx.Suite.Query().Where(bulk.IDs[predicate.Suite](suite.FieldID, ids), bulk.Lock[predicate.Suite]()).
		Unique(false).Order(ent.Asc(suite.FieldID)).All(ctx)
	found := make(map[ident.ID]*ent.Suite, len(all))
	for _, s := range all {
		found[s.ID] = s
	}
	return found, err
}
