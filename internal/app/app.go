package app

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/asterism-qa/asterism/graph"
	"github.com/asterism-qa/asterism/graph/guard"
	"github.com/asterism-qa/asterism/internal/areas"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/config"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/search"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/viewer"
	"github.com/asterism-qa/asterism/internal/webhooks"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// App is an open workspace.
type App struct {
	Store *store.Store
	Hub   *changes.Hub
	// Feed tells what is written; Run keeps it awake.
	Feed *feed.Feed
	// Webhooks sends changes to those who asked for it; Work keeps it going.
	Webhooks *webhooks.Worker
	// Owner is the person at this machine, on whose behalf everything happens until there is sign-in.
	Owner viewer.Viewer

	config config.Config
	// drain ends when running streams are to end.
	drain context.Context
	stop  context.CancelFunc
	// working are the parts of Work.
	working sync.WaitGroup
	// uploads holds a place for each file that is arriving.
	uploads chan struct{}
	// staging holds uploads between their preview and their import.
	staging staging
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
	a := &App{Store: s, Hub: hub, Feed: feed.New(s, hub), Owner: owner, config: c, uploads: make(chan struct{}, mostUploads), patience: patience}
	a.Webhooks = webhooks.NewWorker(s, hub, a.Feed, webhooks.Options{Guard: wire.Guard{Allow: c.Callable}, Version: c.Version})
	a.drain, a.stop = context.WithCancel(context.WithoutCancel(ctx))
	return a, nil
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
	resolver := &graph.Resolver{Client: a.Store.Client, Freeze: a.Store.Freeze, Feed: a.Feed, Hub: a.Hub, Version: a.config.Version}
	// A ping must be answered before the request's own end.
	allowed := wire.Guard{Allow: a.config.Callable}
	resolver.Webhooks, resolver.Sender = webhooks.Rules{Guard: allowed}, wire.NewSender(allowed, a.config.Version, guard.MaxDuration/2)
	api := graph.Handler(resolver, limits)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if graph.IsStream(r) {
			a.flowing(api).ServeHTTP(w, r.WithContext(a.As(r.Context())))
			return
		}
		api.ServeHTTP(w, r.WithContext(a.As(r.Context())))
	})
}

// Close ends the workspace.
func (a *App) Close() error {
	a.stop()
	a.staging.close()
	return a.Store.Close()
}
