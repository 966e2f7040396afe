package graph

import (
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
)

// Resolver is what every resolver works with.
type Resolver struct {
	// Client reads, behind the walls.
	Client *ent.Client
	// Hub writes.
	Hub *changes.Hub
	// Version is the version of this server.
	Version string
}
