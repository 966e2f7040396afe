package projects

import (
	"context"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// ConfigureInput changes what a project is called and how strict it is; what is left out stays.
type ConfigureInput struct {
	// Project is the key of the project, ExpectedVersion the state of it that the caller saw.
	Project         string
	ExpectedVersion int
	Name            *string
	Description     *string
	// RequirementFieldsThatCount and CaseFieldsThatCount are the fields whose change makes links SUSPECT; left out (nil)
	// they stay, empty means all.
	RequirementFieldsThatCount, CaseFieldsThatCount []string
}

// Configure changes a project. It is for its administrators.
func Configure(ctx context.Context, tx *ent.Client, in ConfigureInput) (*ent.Project, error) {
	var wrong fault.Check
	if in.Name != nil {
		name := strings.TrimSpace(*in.Name)
		in.Name = &name // the caller's stays as it was given
		if name == "" || len(name) > maxName {
			wrong.Fail("the name of a project has 1 to 200 bytes", "name")
		}
		if err := wrong.Note(bulk.CheckText("name", name)); err != nil {
			return nil, err
		}
	}
	if in.Description != nil {
		if err := wrong.Note(bulk.CheckText("description", *in.Description)); err != nil {
			return nil, err
		}
	}
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	found, err := Named(ctx, tx, in.Project, membership.RoleADMIN)
	if err != nil {
		return nil, err
	}
	locked, err := tx.Project.Query().Where(project.ID(found.ID), bulk.Lock[predicate.Project]()).Unique(false).Only(ctx)
	if err != nil {
		return nil, err
	}
	if err := bulk.Expect("project", locked.Key, locked.Version, in.ExpectedVersion); err != nil {
		return nil, err
	}
	update := tx.Project.UpdateOneID(locked.ID).SetNillableName(in.Name).SetNillableDescription(in.Description).AddVersion(1)
	if in.RequirementFieldsThatCount != nil {
		update.SetRequirementFieldsThatCount(in.RequirementFieldsThatCount)
	}
	if in.CaseFieldsThatCount != nil {
		update.SetCaseFieldsThatCount(in.CaseFieldsThatCount)
	}
	changed, err := update.Save(ctx)
	return changed, bulk.Explain(err, "project")
}
