package viewer

import (
	"context"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Viewer is who asks. What it may see is decided by memberships in the database, never by the client.
type Viewer struct {
	// User is the person or service account; zero only for the system viewer.
	User ident.ID
	// System sees every project. It is for migrations and start-up only, never for a request.
	System bool
}

type key struct{}

// With puts a viewer into the context.
func With(ctx context.Context, viewer Viewer) context.Context {
	return context.WithValue(ctx, key{}, viewer)
}

// From takes the viewer out of the context; without one it is an UNAUTHENTICATED fault.
func From(ctx context.Context) (Viewer, error) {
	found, ok := ctx.Value(key{}).(Viewer)
	if !ok || (found.User.IsZero() && !found.System) {
		return Viewer{}, fault.New(fault.Unauthenticated, "sign in first: nobody is known to be asking")
	}
	return found, nil
}

// AsSystem is the context of start-up work that belongs to no person.
func AsSystem(ctx context.Context) context.Context {
	return With(ctx, Viewer{System: true})
}
