package main

import (
	"context"
	"fmt"
	"os"
	"strings"

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
	a, err := words.existing(ctx)
	if err != nil {
		return err
	}
	defer a.Close()
	report, err := exchange.Import(a.As(ctx), a.Hub, a.Store.Client, exchange.Request{
		ProjectKey: i.Project, Paths: i.Paths, Format: i.Format, Mapping: how, MapFile: i.Map,
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
	out.printf("Read %s (%s):\n", several(r.Files, "file"), strings.ReplaceAll(r.Format, ",", ", "))
	for _, one := range []struct {
		name  string
		count int
	}{
		{"requirement", c.Requirements}, {"refinement", c.Refinements}, {"test case", c.Cases}, {"link", c.Links},
		{"execution", c.Executions}, {"defect", c.Defects}, {"defect link", c.DefectLinks},
	} {
		if one.count > 0 {
			out.printf("  %s\n", several(one.count, one.name))
		}
	}
	if c.Executions > 0 {
		out.printf("    %d passed, %d failed, %s, %d skipped\n", c.Passed, c.Failed, several(c.Errors, "error"), c.Skipped)
	}
	if r.DryRun {
		out.printf("Would create %d and update %d; %d would stay as they are. Nothing was written.\n", r.Created, r.Updated, r.Unchanged)
	} else {
		out.printf("Created %d, updated %d, unchanged %d.\n", r.Created, r.Updated, r.Unchanged)
	}
	for i, warning := range r.Warnings {
		if i == shownWarnings {
			out.notef("… and %d further warnings; --json shows them\n", len(r.Warnings)-shownWarnings)
			break
		}
		out.notef("warning: %s%s\n", place(warning.File, warning.Line, warning.Field), warning.Message)
	}
}

// several counts things in words.
func several(count int, thing string) string {
	if count == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", count, thing)
}
