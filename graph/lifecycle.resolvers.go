package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/plans"
	"github.com/asterism-qa/asterism/internal/requirements"
)

func (r *defectResolver) AllowedTransitions(ctx context.Context, obj *ent.Defect) ([]*model.Transition, error) {
	return transitions(defects.Lifecycle, obj.Status), nil
}

func (r *defectResolver) CreatedBy(ctx context.Context, obj *ent.Defect) (*ent.User, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Defect) *ident.ID { return x.CreatedByID }, r.reader(ctx).User.LoadByIDs)
}

func (r *defectResolver) UpdatedBy(ctx context.Context, obj *ent.Defect) (*ent.User, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Defect) *ident.ID { return x.UpdatedByID }, r.reader(ctx).User.LoadByIDs)
}

func (r *releaseResolver) AllowedTransitions(ctx context.Context, obj *ent.Release) ([]*model.Transition, error) {
	return transitions(plans.ReleaseLifecycle, obj.Status), nil
}

func (r *requirementResolver) AllowedTransitions(ctx context.Context, obj *ent.Requirement) ([]*model.Transition, error) {
	return transitions(requirements.Lifecycle, obj.Status), nil
}

func (r *requirementResolver) Reviewer(ctx context.Context, obj *ent.Requirement) (*ent.User, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Requirement) *ident.ID { return x.ReviewerID }, r.reader(ctx).User.LoadByIDs)
}

func (r *requirementResolver) CreatedBy(ctx context.Context, obj *ent.Requirement) (*ent.User, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Requirement) *ident.ID { return x.CreatedByID }, r.reader(ctx).User.LoadByIDs)
}

func (r *requirementResolver) UpdatedBy(ctx context.Context, obj *ent.Requirement) (*ent.User, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Requirement) *ident.ID { return x.UpdatedByID }, r.reader(ctx).User.LoadByIDs)
}

func (r *requirementLinkResolver) AllowedTransitions(ctx context.Context, obj *ent.RequirementLink) ([]*model.Transition, error) {
	return transitions(requirements.LinkLifecycle, obj.State), nil
}

func (r *testCaseResolver) AllowedTransitions(ctx context.Context, obj *ent.TestCase) ([]*model.Transition, error) {
	return transitions(cases.Lifecycle, obj.Status), nil
}

func (r *testCaseResolver) Reviewer(ctx context.Context, obj *ent.TestCase) (*ent.User, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.TestCase) *ident.ID { return x.ReviewerID }, r.reader(ctx).User.LoadByIDs)
}

func (r *testCaseResolver) CreatedBy(ctx context.Context, obj *ent.TestCase) (*ent.User, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.TestCase) *ident.ID { return x.CreatedByID }, r.reader(ctx).User.LoadByIDs)
}

func (r *testCaseResolver) UpdatedBy(ctx context.Context, obj *ent.TestCase) (*ent.User, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.TestCase) *ident.ID { return x.UpdatedByID }, r.reader(ctx).User.LoadByIDs)
}

func (r *testCycleResolver) AllowedTransitions(ctx context.Context, obj *ent.TestCycle) ([]*model.Transition, error) {
	return transitions(plans.CycleLifecycle, obj.Status), nil
}

func (r *traceLinkResolver) AllowedTransitions(ctx context.Context, obj *ent.TraceLink) ([]*model.Transition, error) {
	return transitions(cases.LinkLifecycle, obj.State), nil
}
