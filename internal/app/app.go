package app

import (
	"context"
	"net/http"
	"time"

	"github.com/asterism-qa/asterism/graph"
	"github.com/asterism-qa/asterism/graph/guard"
	"github.com/asterism-qa/asterism/internal/areas"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/config"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/search"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// App is an open workspace.
type App struct {
	Store *store.Store
	Hub   *changes.Hub
	// Owner is the person at this machine, on whose behalf everything happens until there is sign-in.
	Owner viewer.Viewer

	config config.Config
	// uploads holds a place for each file that is arriving.
	uploads chan struct{}
	// patience is how long a file may make no progress.
	patience time.Duration
}

// Open opens a workspace and brings it up to date; the caller closes it.
func Open(ctx context.Context, c config.Config) (*App, error) {
	s, err := store.Open(ctx, c.Database)
	if err != nil {
		return nil, err
	}
	if _, err := s.Migrate(ctx); err != nil {
		_ = s.Close()
		return nil, err
	}
	a, err := Assemble(ctx, s, c)
	if err != nil {
		_ = s.Close()
	}
	return a, err
}

// Assemble puts the program together over a store that is up to date.
func Assemble(ctx context.Context, s *store.Store, c config.Config) (*App, error) {
	people.RaiseWalls(s.Client)
	hub := changes.NewHub(s, areas.Reactions()...)
	owner, err := people.LocalOwner(ctx, s.Client)
	if err != nil {
		return nil, err
	}
	// A workspace from before the search gets its entries now.
	if _, err := search.Fill(ctx, hub); err != nil {
		return nil, err
	}
	return &App{Store: s, Hub: hub, Owner: owner, config: c, uploads: make(chan struct{}, mostUploads), patience: patience}, nil
}

// As is the context of what the local owner does.
func (a *App) As(ctx context.Context) context.Context { return viewer.With(ctx, a.Owner) }

// API answers GraphQL on behalf of the local owner.
func (a *App) API() http.Handler {
	limits := guard.DefaultLimits
	if a.config.Budget > 0 {
		limits.Budget = a.config.Budget
	}
	if a.config.MaxPage > 0 {
		limits.MaxPage = a.config.MaxPage
	}
	resolver := &graph.Resolver{Client: a.Store.Client, Hub: a.Hub, Version: a.config.Version}
	api := graph.Handler(resolver, limits)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		api.ServeHTTP(w, r.WithContext(a.As(r.Context())))
	})
}

// Close ends the workspace.
func (a *App) Close() error { return a.Store.Close() }
