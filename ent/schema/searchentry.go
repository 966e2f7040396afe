package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/asterism-qa/asterism/internal/ident"
)

// vectorColumn holds the distinct terms of a text in the form that each database searches: a tsvector on PostgreSQL,
// and text that a full-text table mirrors on SQLite.
var vectorColumn = map[string]string{dialect.Postgres: "tsvector", dialect.SQLite: "text"}

// SearchEntry is what the search knows about one thing.
type SearchEntry struct{ ent.Schema }

// Fields of SearchEntry.
func (SearchEntry) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("entity_id", ident.ID{}).Immutable().SchemaType(idColumn).
			Comment("Requirement, test case, defect or comment that this describes; its kind is readable from the id."),
		field.Int64("row").Immutable().Comment("Number by which the full-text table of SQLite names this entry; made at random."),
		field.Enum("kind").Values("REQUIREMENT", "TEST_CASE", "DEFECT", "COMMENT").Immutable().Comment("Kind of the thing."),
		field.String("key").Default("").Comment("Key of the thing, folded; empty for comments."),
		field.Text("title").Default("").Comment("Title, folded for comparing; empty for comments."),
		field.Text("body").Default("").Comment("Everything else that is searched, folded for comparing."),
		field.Text("terms").SchemaType(vectorColumn).Comment("Distinct terms of key, title and body, separated by blanks."),
		field.Time("changed_at").Comment("When the thing last changed: newer things come first among equals."),
	}
}

// Indexes of SearchEntry.
func (SearchEntry) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("project_id", "entity_id").Unique(),
		index.Fields("entity_id"),
		index.Fields("row"),
		index.Fields("project_id", "kind", "key"),
		index.Fields("terms"), // of a kind that the planner chooses for each database
	}
}

// Mixin of SearchEntry.
func (SearchEntry) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.SearchEntry}, Owned{}}
}

// Annotations of SearchEntry.
func (SearchEntry) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Table: "search_entries"}, entsql.WithComments(true), entgql.Skip(entgql.SkipAll),
		schema.Comment("What the search knows about one thing."),
	}
}
