package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"

	"github.com/asterism-qa/asterism/ent/level"
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
