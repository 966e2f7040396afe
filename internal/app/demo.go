package app

import (
	"context"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/importrun"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/demo"
	"github.com/asterism-qa/asterism/internal/demo/since"
	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/projects"
)

// BuildDemo fills the workspace with the demo project: first the year that is imported, then what the team did since. A
// workspace that has it already stays as it is, and a build that was broken off is finished.
func (a *App) BuildDemo(ctx context.Context, progress func(done, total int64, what string)) error {
	ctx = a.As(ctx)
	if err := a.importDemo(clock.With(ctx, func() time.Time { return since.Imported }), progress); err != nil {
		return err
	}
	return since.Tell(ctx, a.Hub, a.Store.Client)
}

// importDemo imports the year, at the time at which the story has it.
func (a *App) importDemo(ctx context.Context, progress func(done, total int64, what string)) error {
	built, err := a.Store.Client.ImportRun.Query().
		Where(importrun.HasProjectWith(project.Key(demo.ProjectKey)), importrun.Format(demo.File)).Exist(ctx)
	if err != nil || built {
		return err
	}
	if err := a.Hub.Write(ctx, schedule); err != nil {
		return err
	}
	_, err = exchange.ImportRecords(ctx, a.Hub, a.Store.Client,
		exchange.Request{ProjectKey: demo.ProjectKey, Progress: progress}, demo.File, demo.Write)
	return err
}

// schedule makes the project with what the records of the demo name but do not describe. Its releases are in progress;
// what the team did since finishes them.
func schedule(ctx context.Context, tx *ent.Client) error {
	there, err := tx.Project.Query().Where(project.Key(demo.ProjectKey)).Exist(ctx)
	if err != nil || there {
		return err
	}
	made, err := projects.Create(ctx, tx, demo.ProjectKey, demo.ProjectName, "A retail bank's mobile payments: the demo workspace.")
	if err != nil {
		return err
	}
	plan := demo.Plan()
	releases := map[string]*ent.Release{}
	for _, key := range plan.Releases {
		one, err := tx.Release.Create().SetProjectID(made.ID).SetKey(key).SetName(key).SetStatus(release.StatusIN_PROGRESS).
			SetNillableDueAt(due(plan, key)).Save(ctx)
		if err != nil {
			return err
		}
		releases[key] = one
	}
	var builds []*ent.BuildCreate
	for _, b := range plan.Builds {
		builds = append(builds, tx.Build.Create().SetProjectID(made.ID).SetKey(b.Name).SetName(b.Name).
			SetReleaseID(releases[b.Release].ID).SetCommit(b.Digest).SetBranch("release/"+b.Release).SetBuiltAt(b.BuiltAt).SetBuiltAtStated(true))
	}
	if err := tx.Build.CreateBulk(builds...).Exec(ctx); err != nil {
		return err
	}
	var environments []*ent.EnvironmentCreate
	for _, e := range plan.Environments {
		environments = append(environments, tx.Environment.Create().SetProjectID(made.ID).SetKey(e.Name).SetName(e.Name).
			SetDescription(e.Description))
	}
	return tx.Environment.CreateBulk(environments...).Exec(ctx)
}

// due is when a release is delivered: a week after its last build.
func due(plan demo.Schedule, key string) *time.Time {
	var last time.Time
	for _, b := range plan.Builds {
		if b.Release == key {
			last = b.BuiltAt
		}
	}
	day := last.Add(7 * 24 * time.Hour).Truncate(24 * time.Hour)
	return &day
}
