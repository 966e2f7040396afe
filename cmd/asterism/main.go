package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
	kongyaml "github.com/alecthomas/kong-yaml"

	"github.com/asterism-qa/asterism/internal/config"
)

// The ways in which the program ends.
const (
	done    = 0
	refused = 1
	misused = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(execute(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// cli is every word of the command line.
type cli struct {
	DB   string `help:"Workspace: sqlite:PATH or postgres://…" env:"ASTERISM_DB" default:"${database}" placeholder:"ADDRESS"`
	JSON bool   `name:"json" help:"Print one JSON document on standard output."`

	Config kong.ConfigFlag `help:"YAML file with flags by their names, for example db: sqlite:shop.db; the command line goes before it." placeholder:"FILE"`

	Demo     demoCommand     `cmd:"" help:"Build the demo workspace, print the trace query and its answer, serve page and API."`
	Serve    serveCommand    `cmd:"" help:"Serve page and API of a workspace on this machine."`
	Import   importCommand   `cmd:"" help:"Import requirements, test cases, suites, links, results and defects from files."`
	Export   exportCommand   `cmd:"" help:"Write what a workspace holds to files."`
	Query    queryCommand    `cmd:"" help:"Ask a workspace a GraphQL question."`
	Project  projectCommand  `cmd:"" help:"Make and list projects."`
	Watch    watchCommand    `cmd:"" help:"Write the changes of a project as they happen, a JSON line each."`
	Consumer consumerCommand `cmd:"" help:"Make and move named places in the changes of a project."`
	Webhook  webhookCommand  `cmd:"" help:"Have changes sent to addresses."`
	Feed     feedCommand     `cmd:"" help:"Care for the log of changes."`
	Migrate  migrateCommand  `cmd:"" help:"Bring a workspace's database up to date."`
	Schema   schemaCommand   `cmd:"" help:"Print the API as GraphQL text."`
	Version  versionCommand  `cmd:"" help:"Print the version."`
}

// execute runs one command line and returns the exit code; tests call it as main does.
func execute(ctx context.Context, arguments []string, stdout, stderr io.Writer) int {
	var words cli
	ended := -1
	parser, err := kong.New(&words,
		kong.Name("asterism"),
		kong.Description("Test management as one graph: requirements, test cases, executions and defects."),
		kong.Vars{"database": config.DefaultDatabase(), "address": defaultAddress},
		kong.Writers(stdout, stderr),
		kong.Exit(func(code int) { ended = code }),
		kong.UsageOnError(),
		kong.Configuration(kongyaml.Loader),
	)
	out := &output{stdout: stdout, stderr: stderr, json: asksJSON(arguments)}
	if err != nil {
		return out.fail(err, misused)
	}
	command, err := parser.Parse(arguments)
	if ended >= 0 { // --help
		return ended
	}
	if err != nil {
		return out.fail(err, misused)
	}
	command.BindTo(ctx, (*context.Context)(nil))
	if err := command.Run(&words, out); err != nil {
		return out.fail(err, refused)
	}
	return done
}

// asksJSON finds --json before the words are understood, so that a wrong usage is answered in JSON too.
func asksJSON(arguments []string) bool {
	for _, word := range arguments {
		switch word {
		case "--json":
			return true
		case "--":
			return false
		}
	}
	return false
}
