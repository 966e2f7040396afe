package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/ident"
)

// What follows performs a verb on a thing of one kind and puts the answer into its payload.

func onRequirement[I any](ctx context.Context, r *Resolver, key *string, seen ident.ID, input I, do verb[I, *ent.Requirement]) (*model.RequirementPayload, error) {
	one, wrong, err := onOne(ctx, r, key, seen, input, do, func(x *ent.Requirement) ident.ID { return x.ID }, r.reader(ctx).Requirement.LoadByIDs)
	return &model.RequirementPayload{Requirement: one, UserErrors: wrong}, err
}

func onCase[I any](ctx context.Context, r *Resolver, key *string, seen ident.ID, input I, do verb[I, *ent.TestCase]) (*model.TestCasePayload, error) {
	one, wrong, err := onOne(ctx, r, key, seen, input, do, func(x *ent.TestCase) ident.ID { return x.ID }, r.reader(ctx).TestCase.LoadByIDs)
	return &model.TestCasePayload{TestCase: one, UserErrors: wrong}, err
}

func onDefect[I any](ctx context.Context, r *Resolver, key *string, seen ident.ID, input I, do verb[I, *ent.Defect]) (*model.DefectPayload, error) {
	one, wrong, err := onOne(ctx, r, key, seen, input, do, func(x *ent.Defect) ident.ID { return x.ID }, r.reader(ctx).Defect.LoadByIDs)
	return &model.DefectPayload{Defect: one, UserErrors: wrong}, err
}

func onSuite[I any](ctx context.Context, r *Resolver, key *string, seen ident.ID, input I, do verb[I, *ent.Suite]) (*model.SuitePayload, error) {
	one, wrong, err := onOne(ctx, r, key, seen, input, do, func(x *ent.Suite) ident.ID { return x.ID }, r.reader(ctx).Suite.LoadByIDs)
	return &model.SuitePayload{Suite: one, UserErrors: wrong}, err
}

func onComment[I any](ctx context.Context, r *Resolver, key *string, seen ident.ID, input I, do verb[I, *ent.Comment]) (*model.CommentPayload, error) {
	one, wrong, err := onOne(ctx, r, key, seen, input, do, func(x *ent.Comment) ident.ID { return x.ID }, r.reader(ctx).Comment.LoadByIDs)
	return &model.CommentPayload{Comment: one, UserErrors: wrong}, err
}

func onRelease[I any](ctx context.Context, r *Resolver, key *string, seen ident.ID, input I, do verb[I, *ent.Release]) (*model.ReleasePayload, error) {
	one, wrong, err := onOne(ctx, r, key, seen, input, do, func(x *ent.Release) ident.ID { return x.ID }, r.reader(ctx).Release.LoadByIDs)
	return &model.ReleasePayload{Release: one, UserErrors: wrong}, err
}

func onCycle[I any](ctx context.Context, r *Resolver, key *string, seen ident.ID, input I, do verb[I, *ent.TestCycle]) (*model.CyclePayload, error) {
	one, wrong, err := onOne(ctx, r, key, seen, input, do, func(x *ent.TestCycle) ident.ID { return x.ID }, r.reader(ctx).TestCycle.LoadByIDs)
	return &model.CyclePayload{Cycle: one, UserErrors: wrong}, err
}
