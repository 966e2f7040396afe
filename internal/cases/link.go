package cases

import (
	"context"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// LinkCreate joins a requirement and a test case in their present versions. One that was retired is made anew.
func LinkCreate(ctx context.Context, tx *ent.Client, in LinkCreateInput) (*ent.TraceLink, error) {
	role := tracelink.DefaultRole
	if in.Role != nil {
		role = *in.Role
	}
	// Both ends are held: a version that another writer is about to replace would be missed by Suspect.
	basis, err := tx.Requirement.Query().Where(requirement.ID(in.Requirement), bulk.Lock[predicate.Requirement]()).Unique(false).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return nil, err
	}
	test, err := tx.TestCase.Query().Where(testcase.ID(in.TestCase), bulk.Lock[predicate.TestCase]()).Unique(false).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return nil, err
	}
	var wrong check
	if basis == nil {
		_ = wrong.Note(absent("requirement", "requirement")) // a fault is kept
	}
	if test == nil || basis != nil && basis.ProjectID != test.ProjectID {
		_ = wrong.Note(absent("test case", "testCase")) // a fault is kept
	}
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	if _, err := owner(ctx, tx, basis.ProjectID, "requirement", "requirement"); err != nil {
		return nil, err
	}
	is, err := tx.TraceLink.Query().Where(tracelink.ProjectID(basis.ProjectID), tracelink.RequirementID(basis.ID), tracelink.TestCaseID(test.ID),
		tracelink.RoleEQ(role), tracelink.StateNEQ(tracelink.StateCLOSED)).Only(ctx)
	switch {
	case err == nil:
		return nil, fault.New(fault.Conflict, "%s is linked to %s as %s already; the link %s is %s", basis.Key, test.Key, role, is.ID, is.State).
			With("link", is.ID.String())
	case !ent.IsNotFound(err):
		return nil, err
	}
	made, err := joining(tx, basis, test, role, clock.Now(ctx)).Save(ctx)
	return made, bulk.Explain(err, "trace link")
}

// joining is a new link, pinned to what both ends are now.
func joining(tx *ent.Client, basis *ent.Requirement, test *ent.TestCase, role tracelink.Role, now time.Time) *ent.TraceLinkCreate {
	return tx.TraceLink.Create().SetProjectID(basis.ProjectID).SetRole(role).
		SetRequirementID(basis.ID).SetRequirementVersion(basis.ContentVersion).
		SetTestCaseID(test.ID).SetTestCaseVersion(test.ContentVersion).SetCreatedAt(now).SetUpdatedAt(now)
}
