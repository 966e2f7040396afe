package coverage

import (
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Scope says which executions count, by the keys that people use. What is empty does not narrow; several narrow
// together; the zero Scope is all executions of the project. A key is looked up in the project of each requirement.
type Scope struct {
	// Release counts executions whose build belongs to this release.
	Release string
	// Build counts executions against this build.
	Build string
	// Cycle counts executions of this cycle.
	Cycle string
	// Environment counts executions in this environment.
	Environment string
}

// conditions of the scope that name something.
func (s Scope) conditions() []condition {
	var named []condition
	for _, c := range []condition{
		{s.Release, "releases", "e.build_id IN (SELECT n.id FROM builds AS n WHERE n.release_id = ", ")"},
		{s.Build, "builds", "e.build_id = ", ""},
		{s.Cycle, "test_cycles", "(e.cycle_id = ", ") IS TRUE"},
		{s.Environment, "environments", "(e.environment_id = ", ") IS TRUE"},
	} {
		if c.key != "" {
			named = append(named, c)
		}
	}
	return named
}

// condition narrows executions to what a key in a table names: column, the id that the key stands for, and end.
//
// "IS TRUE" changes nothing but the plan: executions are found by their case, and SQLite is kept from reading a whole
// environment or cycle for each case instead. Builds have an index together with the case, which serves best.
type condition struct{ key, table, column, end string }

// exists writes whether the project that a column names has everything that the scope names, as 1 or 0.
func (s Scope) exists(project string) sql.Querier {
	return sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("CASE WHEN 1 = 1")
		for _, c := range s.conditions() {
			b.WriteString(" AND EXISTS ")
			c.named(b, project)
		}
		b.WriteString(" THEN 1 ELSE 0 END")
	})
}

// narrow writes conditions on executions named e, for the project that a column of the row around them names.
func (s Scope) narrow(b *sql.Builder, project string) {
	for _, c := range s.conditions() {
		b.WriteString(" AND ")
		b.WriteString(c.column)
		c.named(b, project)
		b.WriteString(c.end)
	}
}

// named writes the query for the id that the key stands for.
func (c condition) named(b *sql.Builder, project string) {
	b.WriteString("(SELECT k.id FROM " + c.table + " AS k WHERE k.project_id = " + project + " AND k.key = ").
		Arg(c.key).WriteString(")")
}

// listed writes a table of ids as one value, with the one column id. See level.In for the reason.
func listed(b *sql.Builder, ids []ident.ID) {
	if b.Dialect() == dialect.Postgres {
		b.WriteString("(SELECT unnest(").Arg(level.Listed(b.Dialect(), ids)).WriteString("::uuid[]) AS id)")
		return
	}
	b.WriteString("(SELECT value AS id FROM json_each(").Arg(level.Listed(b.Dialect(), ids)).WriteString("))")
}
