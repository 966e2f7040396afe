package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
)

func (r *defectResolver) Impact(ctx context.Context, obj *ent.Defect, depth *int, budget *int, kinds []string) (*model.Impact, error) {
	if err := alone(obj.Siblings, "impact"); err != nil {
		return nil, err
	}
	return impactOf(ctx, r.Resolver, obj.ID, depth, budget, kinds)
}

func (r *requirementResolver) Impact(ctx context.Context, obj *ent.Requirement, depth *int, budget *int, kinds []string) (*model.Impact, error) {
	if err := alone(obj.Siblings, "impact"); err != nil {
		return nil, err
	}
	return impactOf(ctx, r.Resolver, obj.ID, depth, budget, kinds)
}
