package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
)

// incident is a failure that only the operator can understand. It is logged once, under one reference, however many
// fields of an answer it spoils.
type incident struct {
	cause     error
	reference string
	logged    sync.Once
}

func (i *incident) Error() string { return i.cause.Error() }

func (i *incident) Unwrap() error { return i.cause }

// incidentOf finds the incident in an error, or makes one of it.
func incidentOf(err error) *incident {
	var found *incident
	if errors.As(err, &found) {
		return found
	}
	return &incident{cause: err, reference: ident.New(ident.Project).String()[5:]}
}

// note logs an incident the first time it is shown, and gives its reference.
func note(ctx context.Context, err error) string {
	found := incidentOf(err)
	found.logged.Do(func() {
		slog.ErrorContext(ctx, "a request failed", "reference", found.reference, "error", err)
	})
	return found.reference
}

// panicked makes an incident of a panic; where it happened is for the log only.
func panicked(cause any) error {
	return incidentOf(fmt.Errorf("panic: %v\n%s", cause, debug.Stack()))
}

// recovered logs a panic and makes an error of it that may be shown as it is: a socket asks no presenter when its stream
// panics.
func recovered(ctx context.Context, cause any) error {
	err := panicked(cause)
	reference := note(ctx, err)
	return &gqlerror.Error{
		Err: err, Message: "something went wrong here; tell the operator this reference: " + reference,
		Extensions: map[string]any{"code": string(fault.Internal), "reference": reference},
	}
}

// once loads a field for all siblings; when that fails, they all share one incident.
func once[P any](siblings *level.Set[P], key string, load func() (any, error)) (any, error) {
	return siblings.Once(key, func() (loaded any, err error) {
		defer func() {
			if cause := recover(); cause != nil {
				loaded, err = nil, panicked(cause)
			}
		}()
		if loaded, err = load(); err != nil {
			return nil, incidentOf(err)
		}
		return loaded, nil
	})
}
