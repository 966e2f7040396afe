package cases

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// open finds a test case that an editor wants to change, and keeps others from changing it meanwhile. It must be in the
// version that the editor saw.
func open(ctx context.Context, tx *ent.Client, id ident.ID, saw int) (*ent.TestCase, error) {
	found, err := tx.TestCase.Query().Where(testcase.ID(id), bulk.Lock[predicate.TestCase]()).Unique(false).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, absent("test case", "id")
	}
	if err != nil {
		return nil, err
	}
	if _, err := owner(ctx, tx, found.ProjectID, "test case", "id"); err != nil {
		return nil, err
	}
	return found, bulk.Expect("test case", found.Key, found.Version, saw)
}

// owner is the project of a thing that an editor wants to change; a project in the trash hides what it owns.
func owner(ctx context.Context, tx *ent.Client, project ident.ID, thing string, path ...string) (*ent.Project, error) {
	found, err := projects.For(ctx, tx, project, membership.RoleEDITOR)
	if ent.IsNotFound(err) {
		return nil, absent(thing, path...)
	}
	return found, err
}

// absent says the same of what is not there, of what the viewer may not see and of what another project owns.
func absent(thing string, path ...string) *fault.Fault {
	return fault.New(fault.NotFound, "there is no such %s, or you may not see it", thing).At(path...)
}
