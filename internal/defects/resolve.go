package defects

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/build"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/environment"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Resolve says how the defect ended, and which build fixes it.
func Resolve(ctx context.Context, tx *ent.Client, in ResolveInput) (*ent.Defect, error) {
	var check fault.Check
	switch {
	case in.Resolution == defect.ResolutionDUPLICATE:
		check.Fail("a duplicate names the other defect; use defectMarkDuplicate", "resolution")
	case defect.ResolutionValidator(in.Resolution) != nil:
		check.Fail("resolution is one of FIXED, BY_DESIGN, CANNOT_REPRODUCE, EXTERNAL, POSTPONED and WONT_FIX", "resolution")
	}
	if in.FixedInBuild != nil {
		if in.Resolution != defect.ResolutionFIXED {
			check.Fail("only a defect that is FIXED has a build that fixes it; leave the build out", "fixedInBuild")
		}
		if err := check.Note(bulk.CheckText("fixedInBuild", *in.FixedInBuild)); err != nil {
			return nil, err
		}
	}
	if err := check.Note(checkNote("defectResolve", in.Note)); err != nil {
		return nil, err
	}
	if err := check.Err(); err != nil {
		return nil, err
	}
	return move(ctx, tx, "defectResolve", lifecycle.Input{ID: in.ID, ExpectedVersion: in.ExpectedVersion, Note: in.Note},
		func(project *ent.Project, _ *ent.Defect, update *ent.DefectUpdateOne) error {
			update.SetResolution(in.Resolution)
			switch {
			case in.FixedInBuild != nil:
				id, err := buildOf(ctx, tx, project, "fixedInBuild", *in.FixedInBuild)
				if err != nil {
					return err
				}
				update.SetFixedInBuildID(id)
			case in.Resolution != defect.ResolutionFIXED:
				update.ClearFixedInBuildID()
			}
			return nil
		})
}

// buildOf finds a build by the key that a field names.
func buildOf(ctx context.Context, tx *ent.Client, project *ent.Project, field, key string) (ident.ID, error) {
	id, err := tx.Build.Query().Where(build.ProjectID(project.ID), build.Key(key)).OnlyID(ctx)
	if ent.IsNotFound(err) {
		return id, absent(project, field, "build", key)
	}
	return id, err
}

// environmentOf finds an environment by the key that a field names.
func environmentOf(ctx context.Context, tx *ent.Client, project *ent.Project, field, key string) (ident.ID, error) {
	id, err := tx.Environment.Query().Where(environment.ProjectID(project.ID), environment.Key(key)).OnlyID(ctx)
	if ent.IsNotFound(err) {
		return id, absent(project, field, "environment", key)
	}
	return id, err
}

func absent(project *ent.Project, field, thing, key string) error {
	return fault.New(fault.Invalid, "the project %s has no %s %q; name one that is there, or leave it out", project.Key, thing, key).At(field)
}
