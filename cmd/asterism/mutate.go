package main

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/fault"
)

// onWorkspace opens the workspace that must be there, for one piece of work.
func (c *cli) onWorkspace(ctx context.Context, work func(a *app.App) error) error {
	a, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer a.Close()
	return work(a)
}

// find asks a question and reads its data.
func find(ctx context.Context, a *app.App, document string, variables map[string]any, into any) error {
	encoded, err := json.Marshal(variables)
	if err != nil {
		return err
	}
	_, read, err := ask(ctx, a, document, encoded, "")
	if err == nil {
		err = read.refused()
	}
	if err != nil {
		return err
	}
	return json.Unmarshal(read.Data, into)
}

// mutate sends a mutation whose payload is called done, and reads that. What its input lacks is a refusal.
func mutate(ctx context.Context, a *app.App, out *output, document string, input any, into any) error {
	var data struct{ Done json.RawMessage }
	if err := find(ctx, a, document, map[string]any{"input": input}, &data); err != nil {
		return err
	}
	var payload struct {
		UserErrors []struct {
			Message string
			Code    fault.Code
			Field   []string
		}
	}
	if err := json.Unmarshal(data.Done, &payload); err != nil {
		return err
	}
	for i, one := range payload.UserErrors {
		if i > 0 {
			out.notef("also: %s\n", one.Message)
		}
	}
	if len(payload.UserErrors) > 0 {
		first := payload.UserErrors[0]
		return fault.New(first.Code, "%s", first.Message).At(first.Field...)
	}
	return json.Unmarshal(data.Done, into)
}

// wanted are the flags that say which changes somebody wants.
type wanted struct {
	Entity      []string `help:"Only changes of these kinds of thing, for example TEST_CASE,DEFECT." placeholder:"KIND"`
	Op          []string `help:"Only these operations: CREATE, UPDATE, DELETE." placeholder:"OP"`
	Field       []string `help:"Only changes of these fields, for example status." placeholder:"NAME"`
	Requirement []string `help:"Only what is under one of these requirements, named by id; for example req_…" placeholder:"ID"`
	Release     []string `help:"Only what belongs to one of these releases, named by id; for example rel_…" placeholder:"ID"`
}

// filter is what the API calls them.
func (w wanted) filter() map[string]any {
	return map[string]any{
		"entityTypes": upper(w.Entity), "ops": upper(w.Op), "fields": listOf(w.Field),
		"requirements": listOf(w.Requirement), "releases": listOf(w.Release),
	}
}

func upper(words []string) []string {
	all := make([]string, len(words))
	for i, word := range words {
		all[i] = strings.ToUpper(word)
	}
	return all
}

func listOf(words []string) []string { return append([]string{}, words...) }

// cursorAt is the cursor that start and now stand for; another word is one already.
func cursorAt(ctx context.Context, a *app.App, project, word string) (string, error) {
	if word != "start" && word != "now" {
		return word, nil
	}
	var data struct {
		Project *struct {
			Feed struct{ Start, Now string }
		}
	}
	err := find(ctx, a, `query ($project: String!) { project(key: $project) { feed { start now } } }`, map[string]any{"project": project}, &data)
	switch {
	case err != nil:
		return "", err
	case data.Project == nil:
		return "", noProject(project)
	case word == "start":
		return data.Project.Feed.Start, nil
	}
	return data.Project.Feed.Now, nil
}

func noProject(key string) error {
	return fault.New(fault.NotFound, "there is no project %s; 'asterism project list' names those there are", key).At("project")
}
