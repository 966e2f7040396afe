package main

import (
	"context"

	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/ident"
)

// feedCommand groups the care for the log of changes.
type feedCommand struct {
	Renew feedRenew `cmd:"" help:"Say that the database was restored from a backup: all cursors that were given out are refused, and who follows takes a snapshot."`
}

type feedRenew struct {
	Project string `help:"Key of the project; all projects unless said." placeholder:"KEY"`
}

// Run begins a new history in one project or in all.
func (f *feedRenew) Run(ctx context.Context, words *cli, out *output) error {
	return words.onWorkspace(ctx, func(a *app.App) error {
		var named []ident.ID
		if f.Project != "" {
			var data struct{ Project *struct{ ID ident.ID } }
			if err := find(ctx, a, `query ($project: String!) { project(key: $project) { id } }`, map[string]any{"project": f.Project}, &data); err != nil {
				return err
			}
			if data.Project == nil {
				return noProject(f.Project)
			}
			named = append(named, data.Project.ID)
		}
		if err := a.Feed.Renew(ctx, named...); err != nil {
			return err
		}
		if out.json {
			return out.document(map[string]any{"renewed": true, "project": f.Project})
		}
		what := "All projects begin"
		if f.Project != "" {
			what = "Project " + f.Project + " begins"
		}
		out.printf("%s a new history: who follows is refused with CURSOR_OTHER_HISTORY, takes a snapshot and goes on from there.\n", what)
		return nil
	})
}
