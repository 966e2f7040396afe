package main

import (
	"context"
	"os"

	"github.com/asterism-qa/asterism/internal/exchange"
	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/fault"
)

// importCommand brings files into a project, all or nothing.
type importCommand struct {
	Paths       []string `arg:"" help:"Files or folders; a folder is read with everything in it."`
	Project     string   `help:"Key of the project to import into." required:"" placeholder:"KEY"`
	Format      string   `help:"Format of the files; auto finds it from their content." default:"auto"`
	Map         string   `help:"Mapping file (YAML): what columns mean, and how results find their case." placeholder:"FILE"`
	Build       string   `help:"Build that the results are about; overrides what the files say."`
	Environment string   `help:"Environment that the results come from; overrides what the files say."`
	Release     string   `help:"Release that the build belongs to; needs a build."`
	Cycle       string   `help:"Cycle that the results belong to."`
	DryRun      bool     `help:"Say what would change, and change nothing."`
	Key         string   `help:"Idempotency key: the same key with the same files gives the same answer and changes nothing." placeholder:"ID"`
}

// Run imports and prints the report, in JSON as the guide describes it.
func (i *importCommand) Run(ctx context.Context, words *cli, out *output) error {
	how, err := i.mapping()
	if err != nil {
		return err
	}
	a, err := words.open(ctx)
	if err != nil {
		return err
	}
	defer a.Close()
	report, err := exchange.Import(a.As(ctx), a.Hub, a.Store.Client, exchange.Request{
		ProjectKey: i.Project, Paths: i.Paths, Format: i.Format, Mapping: how,
		Build: i.Build, Environment: i.Environment, Release: i.Release, Cycle: i.Cycle,
		DryRun: i.DryRun, Key: i.Key, Progress: progress(out),
	})
	if err != nil {
		return err
	}
	if out.json {
		return out.document(report)
	}
	tell(out, report)
	return nil
}

func (i *importCommand) mapping() (*mapping.Mapping, error) {
	if i.Map == "" {
		return nil, nil
	}
	file, err := os.Open(i.Map)
	if err != nil {
		return nil, fault.New(fault.Invalid, "the mapping file %s cannot be read", i.Map).Because(err).At("map")
	}
	defer file.Close()
	return mapping.Load(i.Map, file)
}

// shownWarnings is how many warnings people see; --json has all that the report keeps.
const shownWarnings = 20

// tell puts a report into words.
func tell(out *output, r *exchange.Report) {
	c := r.Counts
	out.printf("Read %d files (%s):\n", r.Files, r.Format)
	for _, one := range []struct {
		name  string
		count int
	}{
		{"requirements", c.Requirements}, {"refinements", c.Refinements}, {"test cases", c.Cases}, {"links", c.Links},
		{"executions", c.Executions}, {"defects", c.Defects}, {"defect links", c.DefectLinks},
	} {
		if one.count > 0 {
			out.printf("  %7d %s\n", one.count, one.name)
		}
	}
	if c.Executions > 0 {
		out.printf("          %d passed, %d failed, %d errors, %d skipped\n", c.Passed, c.Failed, c.Errors, c.Skipped)
	}
	verb := "Created"
	if r.DryRun {
		verb = "Would create"
	}
	out.printf("%s %d, updated %d, unchanged %d.\n", verb, r.Created, r.Updated, r.Unchanged)
	for i, warning := range r.Warnings {
		if i == shownWarnings {
			out.notef("… and %d further warnings; --json shows them\n", len(r.Warnings)-shownWarnings)
			break
		}
		out.notef("warning: %s:%d: %s: %s\n", warning.File, warning.Line, warning.Field, warning.Message)
	}
}
