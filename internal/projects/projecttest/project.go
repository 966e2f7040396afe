package projecttest

import (
	"context"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// Now is the time that a test's clock shows.
var Now = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

// Project is a project in a database of its own.
type Project struct {
	*ent.Project
	Client *ent.Client
	// Ctx carries the owner as the viewer and the test's clock.
	Ctx context.Context

	t   testing.TB
	hub *changes.Hub
}

// New makes the project P in a store, with the reactions that the test is about.
func New(t testing.TB, s *store.Store, reactions ...changes.Reaction) *Project {
	t.Helper()
	people.RaiseWalls(s.Client)
	p := &Project{t: t, Client: s.Client, hub: changes.NewHub(s, reactions...)}
	ctx := clock.With(context.Background(), func() time.Time { return Now })
	owner, err := people.LocalOwner(ctx, s.Client)
	if err != nil {
		t.Fatal(err)
	}
	p.Ctx = viewer.With(ctx, owner)
	p.Write(func(ctx context.Context, tx *ent.Client) error {
		p.Project, err = projects.Create(ctx, tx, "P", "Project P", "")
		return err
	})
	return p
}

// Try writes and returns the error.
func (p *Project) Try(act func(ctx context.Context, tx *ent.Client) error) error {
	return p.hub.Write(p.Ctx, act)
}

// Write writes and ends the test on an error.
func (p *Project) Write(act func(ctx context.Context, tx *ent.Client) error) {
	p.t.Helper()
	if err := p.Try(act); err != nil {
		p.t.Fatalf("write: %v", err)
	}
}
