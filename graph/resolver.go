package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/webhooks"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// Resolver is what every resolver works with.
type Resolver struct {
	// Client reads, behind the walls.
	Client *ent.Client
	// Freeze gives a client of this moment, behind the same walls, for a question that asks for a snapshot. It holds a
	// connection until release is called or the context ends.
	Freeze func(ctx context.Context) (client *ent.Client, release func(), err error)
	// Feed tells changes.
	Feed *feed.Feed
	// Hub writes.
	Hub *changes.Hub
	// Webhooks says which addresses webhooks may have.
	Webhooks webhooks.Rules
	// Sender sends the test messages of webhooks. It gives up well before guard.MaxDuration ends the request: otherwise
	// nobody hears what came of a message to an address that does not answer.
	Sender *wire.Sender
	// Version is the version of this server.
	Version string

	groups groups
}
