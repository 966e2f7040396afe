package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
)

// frozenKey is where the context of a request carries the client of its snapshot.
type frozenKey struct{}

// frozen is the client of this request's snapshot, and whether the request asked for one.
func frozen(ctx context.Context) (*ent.Client, bool) {
	client, found := ctx.Value(frozenKey{}).(*ent.Client)
	return client, found
}

// reader is what a resolver reads through: the one moment that the request asked for, or else whatever is there by now.
// Resolvers never use Client itself, or parts of one answer would be of different moments.
func (r *Resolver) reader(ctx context.Context) *ent.Client {
	if client, found := frozen(ctx); found {
		return client
	}
	return r.Client
}
