package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/coverage"
	"github.com/asterism-qa/asterism/internal/ident"
)

func (r *requirementResolver) Coverage(ctx context.Context, obj *ent.Requirement, scope *model.CoverageScope) (*model.Coverage, error) {
	asked := coverageScope(scope)
	siblings := orAlone(obj.Siblings, obj.ID)
	key, err := fieldKey(ctx)
	if err != nil {
		return nil, err
	}
	found, err := once(siblings, key, func() (any, error) {
		return coverage.Of(ctx, r.reader(ctx), siblings.IDs, asked)
	})
	if err != nil {
		return nil, err
	}
	return coverageAnswer(found.(map[ident.ID]coverage.Answer)[obj.ID]), nil
}
