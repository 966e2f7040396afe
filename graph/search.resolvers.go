package graph

import (
	"context"

	"github.com/asterism-qa/asterism/graph/gen/model"
)

func (r *queryResolver) Search(ctx context.Context, text string, project *string, kinds []string, first *int, after *string) (*model.SearchConnection, error) {
	return find(ctx, r.Resolver, text, project, kinds, first, after)
}
