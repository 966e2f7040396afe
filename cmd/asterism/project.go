package main

import (
	"context"
	"encoding/json"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/projects"
)

// projectCommand groups what is done with projects.
type projectCommand struct {
	Create projectCreate `cmd:"" help:"Make a project; you become its administrator."`
	List   projectList   `cmd:"" help:"List the projects you are a member of."`
}

type projectCreate struct {
	Key         string `arg:"" help:"Short name: a capital letter, then capitals, digits, - or _; for example PAY."`
	Name        string `help:"Name as people read it." required:""`
	Description string `help:"What the project is about, in Markdown."`
}

// Run makes the project and prints its key and name.
func (p *projectCreate) Run(ctx context.Context, words *cli, out *output) error {
	a, err := words.open(ctx)
	if err != nil {
		return err
	}
	defer a.Close()
	err = a.Hub.Write(a.As(ctx), func(ctx context.Context, tx *ent.Client) error {
		_, err := projects.Create(ctx, tx, p.Key, p.Name, p.Description)
		return err
	})
	if err != nil {
		return err
	}
	if out.json {
		return out.document(map[string]string{"key": p.Key, "name": p.Name})
	}
	out.printf("Project %s (%s) is there. Next: asterism import PATH… --project %s\n", p.Key, p.Name, p.Key)
	return nil
}

type projectList struct{}

// project is how a project is listed.
type project struct {
	Key  string `json:"key"`
	Name string `json:"name"`
}

// listed is the question behind the list, a page at a time.
const listed = `query ($after: Cursor) { projects(first: 200, after: $after, orderBy: [{field: KEY, direction: ASC}]) {
  nodes { key name } pageInfo { hasNextPage endCursor } } }`

// Run prints {"projects": [{"key", "name"}]}, or a line for each project.
func (p *projectList) Run(ctx context.Context, words *cli, out *output) error {
	all := []project{}
	if words.exists() { // listing makes no workspace
		var err error
		if all, err = projectsOf(ctx, words); err != nil {
			return err
		}
	}
	if out.json {
		return out.document(map[string]any{"projects": all})
	}
	if len(all) == 0 {
		out.printf("There is no project yet. Make one: asterism project create KEY --name NAME\n")
	}
	for _, one := range all {
		out.printf("%-12s %s\n", one.Key, one.Name)
	}
	return nil
}

// projectsOf asks for all projects, a page at a time.
func projectsOf(ctx context.Context, words *cli) ([]project, error) {
	a, err := words.open(ctx)
	if err != nil {
		return nil, err
	}
	defer a.Close()
	all := []project{}
	var after *string
	for {
		variables, err := json.Marshal(map[string]any{"after": after})
		if err != nil {
			return nil, err
		}
		_, read, err := ask(ctx, a, listed, variables, "")
		if err == nil {
			err = read.refused()
		}
		if err != nil {
			return nil, err
		}
		var page struct {
			Projects struct {
				Nodes    []project
				PageInfo struct {
					HasNextPage bool
					EndCursor   *string
				}
			}
		}
		if err := json.Unmarshal(read.Data, &page); err != nil {
			return nil, err
		}
		all = append(all, page.Projects.Nodes...)
		if !page.Projects.PageInfo.HasNextPage {
			break
		}
		after = page.Projects.PageInfo.EndCursor
	}
	return all, nil
}
