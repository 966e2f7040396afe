package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/requirements"
)

func (r *mutationResolver) LinkCreate(ctx context.Context, input cases.LinkCreateInput, idempotencyKey *string) (*model.TraceLinkPayload, error) {
	one, wrong, err := onOne(ctx, r.Resolver, idempotencyKey, ident.ID{}, input, cases.LinkCreate, func(x *ent.TraceLink) ident.ID { return x.ID }, r.reader(ctx).TraceLink.LoadByIDs)
	return &model.TraceLinkPayload{Link: one, UserErrors: wrong}, err
}

func (r *mutationResolver) RequirementLinkCreate(ctx context.Context, input requirements.LinkCreateInput, idempotencyKey *string) (*model.RequirementLinkPayload, error) {
	one, wrong, err := onOne(ctx, r.Resolver, idempotencyKey, ident.ID{}, input, requirements.LinkCreate, func(x *ent.RequirementLink) ident.ID { return x.ID }, r.reader(ctx).RequirementLink.LoadByIDs)
	return &model.RequirementLinkPayload{Link: one, UserErrors: wrong}, err
}

func (r *mutationResolver) LinkAffirm(ctx context.Context, input requirements.LinksInput, idempotencyKey *string) (*model.LinksPayload, error) {
	return onLinks(ctx, r.Resolver, idempotencyKey, input, cases.Affirm)
}

func (r *mutationResolver) LinkRetire(ctx context.Context, input requirements.LinksInput, idempotencyKey *string) (*model.LinksPayload, error) {
	return onLinks(ctx, r.Resolver, idempotencyKey, input, cases.Retire)
}

func (r *requirementLinkResolver) AffirmedBy(ctx context.Context, obj *ent.RequirementLink) (*ent.User, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.RequirementLink) *ident.ID { return x.AffirmedByID }, r.reader(ctx).User.LoadByIDs)
}
