package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/fault"
)

// exportCommand groups the formats in which things leave a workspace.
type exportCommand struct {
	Feature exportFeature `cmd:"" help:"Write suites as Gherkin feature files."`
}

type exportFeature struct {
	Suites  []string `arg:"" optional:"" help:"Suites by their names from the top, joined by /, for example Payments/Limits; every suite at the top unless said." placeholder:"PATH"`
	Project string   `help:"Key of the project." required:""`
	Out     string   `help:"Folder for the files, one a suite; standard output when there is only one suite." placeholder:"FOLDER"`
}

// exported is how a written suite is listed.
type exported struct {
	Suite []string `json:"suite"`
	File  string   `json:"file,omitempty"`
	Text  string   `json:"text,omitempty"`
}

// Run writes the files and prints {"files": [{"suite", "file"}]}, or the text itself when no folder is named.
func (e *exportFeature) Run(ctx context.Context, words *cli, out *output) error {
	a, err := words.existing(ctx)
	if err != nil {
		return err
	}
	defer a.Close()
	wanted, err := e.wanted(ctx, a)
	if err != nil {
		return err
	}
	if e.Out == "" && len(wanted) > 1 {
		return fault.New(fault.Invalid, "there are %d suites; name one of them, or a folder with --out", len(wanted)).At("out")
	}
	if e.Out != "" {
		if err := os.MkdirAll(e.Out, 0o755); err != nil {
			return fault.New(fault.Invalid, "the folder %s cannot be made", e.Out).Because(err).At("out")
		}
	}
	files, used := []exported{}, map[string]bool{}
	for _, one := range wanted {
		var found struct{ Node struct{ Feature string } }
		if err := askInto(ctx, a, `query ($id: ID!) { node(id: $id) { ... on Suite { feature } } }`, map[string]any{"id": one.ID}, &found); err != nil {
			return err
		}
		written := exported{Suite: one.Path, Text: found.Node.Feature}
		if e.Out != "" {
			written.File, written.Text = filepath.Join(e.Out, featureName(one.Path, used)), ""
			if err := os.WriteFile(written.File, []byte(found.Node.Feature), 0o644); err != nil {
				return fault.New(fault.Invalid, "the file %s cannot be written", written.File).Because(err).At("out")
			}
		}
		files = append(files, written)
	}
	if out.json {
		return out.document(map[string]any{"files": files})
	}
	for _, one := range files {
		if one.File == "" {
			out.printf("%s", one.Text)
			continue
		}
		out.printf("%s  %s\n", one.File, strings.Join(one.Suite, "/"))
	}
	return nil
}

// suiteFound is a suite as far as the command needs it.
type suiteFound struct {
	ID   string
	Path []string
}

// wanted are the suites that the command line names, or those at the top.
func (e *exportFeature) wanted(ctx context.Context, a *app.App) ([]suiteFound, error) {
	list, byPath := "topSuites", map[string]suiteFound{}
	if len(e.Suites) > 0 {
		list = "suites"
	}
	var all []suiteFound
	for after := (*string)(nil); ; {
		var page struct {
			Project *struct {
				List struct {
					Nodes    []suiteFound
					PageInfo struct {
						HasNextPage bool
						EndCursor   *string
					}
				}
			}
		}
		document := fmt.Sprintf(`query ($project: String!, $after: Cursor) { project(key: $project) {
			list: %s(first: 200, after: $after) { nodes { id path } pageInfo { hasNextPage endCursor } } } }`, list)
		if err := askInto(ctx, a, document, map[string]any{"project": e.Project, "after": after}, &page); err != nil {
			return nil, err
		}
		if page.Project == nil {
			return nil, fault.New(fault.NotFound, "there is no project %s", e.Project).At("project")
		}
		all = append(all, page.Project.List.Nodes...)
		if !page.Project.List.PageInfo.HasNextPage {
			break
		}
		after = page.Project.List.PageInfo.EndCursor
	}
	if len(e.Suites) == 0 {
		if len(all) == 0 {
			return nil, fault.New(fault.NotFound, "project %s has no suites yet; import cases with suites, or make one by suiteCreate", e.Project).At("project")
		}
		return all, nil
	}
	for _, one := range all {
		byPath[strings.Join(one.Path, "/")] = one
	}
	var named []suiteFound
	for _, path := range e.Suites {
		one, found := byPath[path]
		if !found {
			return nil, fault.New(fault.NotFound, "project %s has no suite %s", e.Project, path).At("suites")
		}
		named = append(named, one)
	}
	return named, nil
}

// askInto asks a question and decodes its data.
func askInto(ctx context.Context, a *app.App, document string, variables map[string]any, into any) error {
	given, err := json.Marshal(variables)
	if err != nil {
		return err
	}
	_, read, err := ask(ctx, a, document, given, "")
	if err == nil {
		err = read.refused()
	}
	if err != nil {
		return err
	}
	return json.Unmarshal(read.Data, into)
}

// featureName is a file name that every system takes, different for each suite.
func featureName(path []string, used map[string]bool) string {
	name := strings.Map(func(letter rune) rune {
		if unicode.IsLetter(letter) || unicode.IsDigit(letter) {
			return unicode.ToLower(letter)
		}
		return '-'
	}, strings.Join(path, "--"))
	name = strings.Trim(name, "-")
	if runes := []rune(name); len(runes) > 60 {
		name = string(runes[:60])
	}
	if name == "" {
		name = "suite"
	}
	free := name
	for n := 2; used[free]; n++ {
		free = fmt.Sprintf("%s-%d", name, n)
	}
	used[free] = true
	return free + ".feature"
}
