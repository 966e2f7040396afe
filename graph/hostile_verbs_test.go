package graph_test

import (
	"strings"

	"github.com/asterism-qa/asterism/internal/ident"
)

// verbs are searches, questions about impact and mutations that nobody means well with.
func verbs() []attack {
	find := func(variables map[string]any) attack {
		return attack{send: question(`query($text: String!, $first: Int, $after: String, $project: String) { search(text: $text, first: $first, after: $after, project: $project) { totalCount nodes { kind } } }`, variables)}
	}
	impact := func(variables map[string]any) attack {
		return attack{send: question(`query($depth: Int, $budget: Int) { project(key: "PAY") { requirement(key: "R-000") { impact(depth: $depth, budget: $budget) { truncated } } } }`, variables)}
	}
	create := func(key string, input map[string]any) attack {
		return attack{send: question(`mutation($input: RequirementCreateInput!, $key: String) { requirementCreate(input: $input, idempotencyKey: $key) { userErrors { code message } } }`, map[string]any{"input": input, "key": key})}
	}
	revise := func(id any) attack {
		return attack{send: question(`mutation($input: RequirementReviseInput!) { requirementRevise(input: $input) { userErrors { code message } } }`, map[string]any{"input": map[string]any{"id": id, "expectedVersion": 1}})}
	}
	as := func(name, code string, a attack) attack {
		a.name, a.code = name, code
		return a
	}
	return []attack{
		as("a search for NUL", invalid, find(map[string]any{"text": "\x00"})),
		as("a search with a million things", invalid, find(map[string]any{"text": "a", "first": 1_000_000})),
		as("a search with fewer than none", invalid, find(map[string]any{"text": "a", "first": -1})),
		as("a search after garbage", invalid, find(map[string]any{"text": "requirement", "after": "%%%" + secret})),
		as("a search in no project", "NOT_FOUND", find(map[string]any{"text": "a", "project": "NONE"})),
		as("a search in the language of databases", "", find(map[string]any{"text": `' OR 1=1; DROP TABLE users; -- "*" NEAR(a b) a* {x}: ^y`})),
		as("a search for nothing but signs", invalid, find(map[string]any{"text": `%_\%`})),
		as("an impact deeper than any", invalid, impact(map[string]any{"depth": 1_000})),
		as("an impact of a million", invalid, impact(map[string]any{"budget": 1_000_000})),
		as("an impact of less than nothing", invalid, impact(map[string]any{"budget": -1})),
		as("a mutation with NUL", invalid, create("k", map[string]any{"project": "PAY", "title": "\x00"})),
		as("a mutation with a title of 60 kB", "", create("l", map[string]any{"project": "PAY", "title": strings.Repeat("x", 60_000)})),
		as("a mutation with an idempotency key of 10 kB", "", create(strings.Repeat("k", 10_000), map[string]any{"project": "PAY", "title": "x"})),
		as("a mutation with an unknown field", unexpected, create("m", map[string]any{"project": "PAY", "title": "x", "deletedAt": secret})),
		as("a mutation without what it must have", unexpected, create("n", map[string]any{"project": "PAY"})),
		as("a mutation of garbage", invalid, revise("garbage")),
		as("a mutation of another kind of thing", "", revise(ident.New(ident.Membership).String())),
		as("a mutation of a number", invalid, revise(7)),
	}
}
