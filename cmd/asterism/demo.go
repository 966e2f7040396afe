package main

import (
	"context"
	"encoding/json"
	"net"
	"path/filepath"

	"github.com/asterism-qa/asterism/frontend"
	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/config"
	"github.com/asterism-qa/asterism/internal/demo"
)

// demoCommand shows what Asterism does, with nothing to prepare.
type demoCommand struct {
	Addr    string `help:"Where to listen, host:port." default:"${address}"`
	NoServe bool   `help:"End after the answer instead of serving."`
}

// trace is the question that the demo is about; the same stands in the README.
const trace = `query Trace($project: String!, $requirement: String!) {
  project(key: $project) { key name
    requirement(key: $requirement) { id key title status coverage { status }
      testCases(first: 20) { nodes { key title lastStatus
        latestExecution { status executedAt build { name } environment { name } }
        executions(first: 5) { nodes { status build { name } environment { name } } }
        defects(first: 20) { nodes { key title status severity } } } } } } }`

// Run builds the demo workspace, in a file of its own unless --db names another, asks the trace query and serves.
func (d *demoCommand) Run(ctx context.Context, words *cli, out *output) error {
	c := words.config()
	var listener net.Listener
	if !d.NoServe { // first of all, so that a port in use is said before anything else
		var err error
		if listener, err = app.Listen(ctx, d.Addr); err != nil {
			return err
		}
		defer listener.Close()
	}
	if c.Database == config.DefaultDatabase() {
		c.Database = "sqlite:" + filepath.Join(config.DataFolder(), "demo.db")
	}
	a, err := app.Open(ctx, c)
	if err != nil {
		return err
	}
	defer a.Close()
	if err := a.BuildDemo(ctx, progress(out)); err != nil {
		return err
	}
	if err := d.show(ctx, a, out); err != nil {
		return err
	}
	if !out.json {
		out.printf("\nThe demo workspace is %s. Ask it yourself:\n  asterism query '{ projects { nodes { key name } } }' --db %s\n", c.Database, c.Database)
	}
	if d.NoServe {
		return nil
	}
	announce(out, listener.Addr().String())
	defer out.notef("Stopped.\n")
	return a.Serve(ctx, listener, frontend.Handler(frontend.Dist()))
}

// show prints the question, its variables and its answer.
func (d *demoCommand) show(ctx context.Context, a *app.App, out *output) error {
	variables, err := json.Marshal(map[string]string{"project": demo.ProjectKey, "requirement": demo.ShowcaseRequirement})
	if err != nil {
		return err
	}
	_, read, err := ask(ctx, a, trace, variables, "")
	if err == nil {
		err = read.refused()
	}
	if err != nil {
		return err
	}
	if out.json {
		return out.document(map[string]any{"query": trace, "variables": json.RawMessage(variables), "data": read.Data})
	}
	out.printf("One question, from a requirement to its test cases, what each said on which build, and the defects:\n\n%s\n\nwith %s\n\nand its answer:\n\n", trace, variables)
	return out.document(read.Data)
}
