package plan

import (
	"slices"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/dialect/sql/schema"

	"github.com/asterism-qa/asterism/ent/gen/ent/migrate"
)

// sorted are the columns that lists can be ordered by; both databases must order them alike.
var sorted = map[string]bool{"key": true, "title": true, "name": true, "type": true}

// Tables are the tables as the databases of a dialect shall have them. It completes the generated tables in place, since
// a copy would lose their comments and index conditions; calling it again, for either dialect, is harmless.
func Tables(d string) []*schema.Table {
	for _, table := range migrate.Tables {
		for _, column := range table.Columns {
			column.Collation = ""
			if d == dialect.Postgres && sorted[column.Name] {
				column.Collation = "C"
			}
		}
		searched(table, d)
		for _, key := range table.ForeignKeys {
			key.OnDelete = schema.NoAction
			within(table, key)
		}
	}
	return append(slices.Clip(migrate.Tables), feed()...)
}

// termsIndex is the index by which PostgreSQL finds search terms. SQLite has a full-text table for that, which the
// planner does not know: it stands in the step that made the table, with the triggers that keep it.
const termsIndex = "searchentry_terms"

// searched gives the search entries their index back on PostgreSQL and takes it away on SQLite.
func searched(table *schema.Table, d string) {
	terms, ok := table.Column("terms")
	if !ok {
		return
	}
	table.Indexes = slices.DeleteFunc(table.Indexes, func(index *schema.Index) bool { return index.Name == termsIndex })
	if d == dialect.Postgres {
		table.Indexes = append(table.Indexes, &schema.Index{
			Name: termsIndex, Columns: []*schema.Column{terms},
			Annotation: entsql.IndexTypes(map[string]string{dialect.Postgres: "GIN"}),
		})
	}
}

// within makes a foreign key carry the project when both ends belong to one. A reference to the same table stays as it
// is: SQLite rebuilds such a table in an order that a composite key forbids, so the area checks its project instead.
func within(table *schema.Table, key *schema.ForeignKey) {
	owner, target := project(table), project(key.RefTable)
	if len(key.Columns) > 1 || owner == nil || target == nil || key.RefTable.Name == table.Name {
		return
	}
	identity, ok := key.RefTable.Column("id")
	if !ok {
		return
	}
	unique(key.RefTable, target, identity)
	key.Columns = append([]*schema.Column{owner}, key.Columns...)
	key.RefColumns = []*schema.Column{target, identity}
}

func project(table *schema.Table) *schema.Column {
	if column, ok := table.Column("project_id"); ok && table.Name != "memberships" {
		return column
	}
	return nil
}

// unique gives a table the key that composite references need, once.
func unique(table *schema.Table, columns ...*schema.Column) {
	name := table.Name + "_project_id_id"
	for _, index := range table.Indexes {
		if index.Name == name {
			return
		}
	}
	table.Indexes = append(table.Indexes, &schema.Index{Name: name, Unique: true, Columns: columns})
}
