package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/versions"
)

func (r *mutationResolver) ProjectConfigure(ctx context.Context, input projects.ConfigureInput, idempotencyKey *string) (*model.ProjectPayload, error) {
	var seen ident.ID
	if found, err := projects.ByKey(ctx, r.reader(ctx), input.Project); err == nil {
		seen = found.ID
	}
	one, wrong, err := onOne(ctx, r.Resolver, idempotencyKey, seen, input, projects.Configure, func(x *ent.Project) ident.ID { return x.ID }, r.reader(ctx).Project.LoadByIDs)
	return &model.ProjectPayload{Project: one, UserErrors: wrong}, err
}

func (r *projectResolver) RequirementFieldsThatCount(ctx context.Context, obj *ent.Project) ([]string, error) {
	return orAll(obj.RequirementFieldsThatCount, requirements.ContentFields), nil
}

func (r *projectResolver) CaseFieldsThatCount(ctx context.Context, obj *ent.Project) ([]string, error) {
	return orAll(obj.CaseFieldsThatCount, cases.ContentFields), nil
}

func (r *projectResolver) Members(ctx context.Context, obj *ent.Project) ([]*model.Member, error) {
	return members(ctx, r.reader(ctx), obj)
}

func (r *requirementVersionResolver) Author(ctx context.Context, obj *ent.RequirementVersion) (*ent.User, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.RequirementVersion) *ident.ID { return x.CreatedByID }, r.reader(ctx).User.LoadByIDs)
}

func (r *requirementVersionResolver) Changes(ctx context.Context, obj *ent.RequirementVersion, since *int) ([]*versions.Change, error) {
	return requirementChanges(ctx, r.reader(ctx), obj, since)
}

func (r *testCaseVersionResolver) Author(ctx context.Context, obj *ent.TestCaseVersion) (*ent.User, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.TestCaseVersion) *ident.ID { return x.CreatedByID }, r.reader(ctx).User.LoadByIDs)
}

func (r *testCaseVersionResolver) Changes(ctx context.Context, obj *ent.TestCaseVersion, since *int) ([]*versions.Change, error) {
	return caseChanges(ctx, r.reader(ctx), obj, since)
}
