package plans_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/plans"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestABuildGetsItsReleaseOnceAndKeepsIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		releases := map[string]*ent.Release{}
		p.Write(func(ctx context.Context, tx *ent.Client) (err error) {
			releases, _, err = plans.EnsureReleases(ctx, tx, p.Project, []string{"1", "2", "1"}, projecttest.Now)
			return err
		})
		if n := p.Client.Release.Query().Where(release.KeyIn("1", "2")).CountX(p.Ctx); n != 2 {
			t.Fatalf("%d releases, want 2", n)
		}
		build := func(in *ident.ID) (found *ent.Build, outcome bulk.Outcome) {
			p.Write(func(ctx context.Context, tx *ent.Client) error {
				_, got, err := plans.EnsureBuilds(ctx, tx, p.Project, []plans.BuildDraft{{Key: "b", ReleaseID: in}}, projecttest.Now)
				outcome = got
				return err
			})
			return p.Client.Build.Query().OnlyX(p.Ctx), outcome
		}
		if found, outcome := build(nil); outcome.Created != 1 || found.ReleaseID != nil {
			t.Errorf("at first %+v, %+v", outcome, found)
		}
		if found, outcome := build(&releases["1"].ID); outcome.Updated != 1 || *found.ReleaseID != releases["1"].ID {
			t.Errorf("then %+v, %+v", outcome, found)
		}
		if found, outcome := build(&releases["2"].ID); len(outcome.Warnings) != 1 || *found.ReleaseID != releases["1"].ID {
			t.Errorf("another release: %+v, %+v", outcome, found)
		}
	})
}

func TestACycleWithSeveralBuildsNamesNone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		var builds map[string]*ent.Build
		p.Write(func(ctx context.Context, tx *ent.Client) (err error) {
			builds, _, err = plans.EnsureBuilds(ctx, tx, p.Project, []plans.BuildDraft{{Key: "a"}, {Key: "b"}}, projecttest.Now)
			return err
		})
		cycle := func(build string) *ent.TestCycle {
			p.Write(func(ctx context.Context, tx *ent.Client) error {
				_, _, err := plans.EnsureCycles(ctx, tx, p.Project, []plans.CycleDraft{{Key: "night", BuildID: &builds[build].ID}}, projecttest.Now)
				return err
			})
			return p.Client.TestCycle.Query().OnlyX(p.Ctx)
		}
		if one := cycle("a"); *one.BuildID != builds["a"].ID {
			t.Errorf("one build: %+v", one)
		}
		if one := cycle("b"); one.BuildID != nil || one.Version != 2 {
			t.Errorf("two builds: %+v", one)
		}
	})
}
