package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/executions"
	"github.com/asterism-qa/asterism/internal/ident"
)

func (r *mutationResolver) ExecutionRecord(ctx context.Context, input executions.RecordInput, idempotencyKey *string) (*model.ExecutionPayload, error) {
	one, wrong, err := onOne(ctx, r.Resolver, idempotencyKey, ident.ID{}, input, executions.RecordByHand, func(x *ent.Execution) ident.ID { return x.ID }, r.reader(ctx).Execution.LoadByIDs)
	return &model.ExecutionPayload{Execution: one, UserErrors: wrong}, err
}
