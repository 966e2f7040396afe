package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// snapshotField is the root field with which a question asks to be answered from one moment.
const snapshotField = "snapshot"

// snapshots answers a question that asks for a snapshot from one moment, all of it: the cursor that it shows and the things
// next to it belong together, so that whoever follows the feed from that cursor misses nothing and gets nothing twice.
func (r *Resolver) snapshots(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	answer := next(ctx)
	if !asksForSnapshot(graphql.GetOperationContext(ctx)) {
		return answer
	}
	client, release, err := r.Freeze(ctx)
	if err != nil {
		return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{present(ctx, err)}})
	}
	return func(ctx context.Context) *graphql.Response {
		more := false
		defer func() {
			if !more { // also after a panic
				release()
			}
		}()
		response := answer(context.WithValue(ctx, frozenKey{}, client))
		// What is deferred is of the same moment. If the client does not wait for it, the end of the request ends it.
		more = response != nil && response.HasNext != nil && *response.HasNext
		return response
	}
}

// asksForSnapshot tells whether a question asks for a snapshot at its root. It collects the fields in the same way as the
// answering does, so that the two agree on aliases, fragments and conditions.
func asksForSnapshot(operation *graphql.OperationContext) bool {
	if operation.Operation == nil || operation.Operation.Operation != ast.Query {
		return false
	}
	for _, field := range graphql.CollectFields(operation, operation.Operation.SelectionSet, []string{"Query"}) {
		if field.Name == snapshotField {
			return true
		}
	}
	return false
}
