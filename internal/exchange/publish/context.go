package publish

import (
	"context"
	"fmt"

	"github.com/asterism-qa/asterism/internal/environments"
	"github.com/asterism-qa/asterism/internal/exchange/stage"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/plans"
)

// context makes the releases, builds, environments and cycles that records name.
func (p *publisher) context(ctx context.Context) error {
	said := p.in.Stage.Context
	if said.LooseCount > 0 {
		p.report.warn(place{said.Loose.File, said.Loose.Line}, "release",
			fmt.Sprintf("a release is joined to a build, and %s none; their release was left out",
				counted(said.LooseCount, "result states", "results state")))
	}
	var created int
	var err error
	if p.releases, created, err = plans.EnsureReleases(ctx, p.tx, p.project, said.Releases, p.now); err != nil {
		return err
	}
	p.report.made("releases", created)
	if p.environments, created, err = environments.Ensure(ctx, p.tx, p.project, said.Environments, p.now); err != nil {
		return err
	}
	p.report.made("environments", created)
	builds := make([]plans.BuildDraft, len(said.Builds))
	places := make([]place, len(said.Builds))
	for i, b := range said.Builds {
		places[i] = place{b.At.File, b.At.Line}
		builds[i] = plans.BuildDraft{Key: b.Key, FirstHeard: b.First, ReleaseID: p.release(b.Release)}
	}
	found, outcome, err := plans.EnsureBuilds(ctx, p.tx, p.project, builds, p.now)
	if err != nil {
		return err
	}
	outcome.Unchanged = 0 // what results merely name is not counted as stated
	p.builds = found
	p.report.also("builds", outcome, places)
	return p.ensureCycles(ctx, said.Cycles)
}

func (p *publisher) ensureCycles(ctx context.Context, said []*stage.Cycle) error {
	drafts := make([]plans.CycleDraft, len(said))
	places := make([]place, len(said))
	for i, c := range said {
		places[i] = place{c.At.File, c.At.Line}
		drafts[i] = plans.CycleDraft{
			Key: c.Key, BuildID: p.build(stage.Single(c.Builds)), EnvironmentID: p.environment(stage.Single(c.Environments)),
		}
	}
	found, outcome, err := plans.EnsureCycles(ctx, p.tx, p.project, drafts, p.now)
	if err != nil {
		return err
	}
	outcome.Unchanged = 0
	p.cycles = found
	p.report.also("cycles", outcome, places)
	return nil
}

func (p *publisher) release(key string) *ident.ID {
	if found := p.releases[key]; found != nil {
		return &found.ID
	}
	return nil
}

func (p *publisher) build(key string) *ident.ID {
	if found := p.builds[key]; found != nil {
		return &found.ID
	}
	return nil
}

func (p *publisher) environment(key string) *ident.ID {
	if found := p.environments[key]; found != nil {
		return &found.ID
	}
	return nil
}

func (p *publisher) cycle(key string) *ident.ID {
	if found := p.cycles[key]; found != nil {
		return &found.ID
	}
	return nil
}
