package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Project is the wall around everything that a team owns.
type Project struct{ ent.Schema }

// Fields of Project.
func (Project) Fields() []ent.Field {
	return []ent.Field{
		field.String("key").NotEmpty().MaxLen(40).Unique().Immutable().SchemaType(keyColumn).
			Annotations(entgql.OrderField("KEY")).
			Comment("Short name of the project, unique in the workspace, for example PAY."),
		field.String("name").NotEmpty().MaxLen(200).SchemaType(keyColumn).
			Annotations(entgql.OrderField("NAME")).
			Comment("Name of the project as people read it."),
		field.Text("description").Default("").Comment("What the project is about, in Markdown; may be empty."),
		field.JSON("requirement_fields_that_count", []string{}).Optional().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("Fields of a requirement whose change makes links SUSPECT; empty means all."),
		field.JSON("case_fields_that_count", []string{}).Optional().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("Fields of a test case whose change makes links SUSPECT; empty means all."),
	}
}

// Edges of Project.
func (Project) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("memberships", Membership.Type).Ref("project").Annotations(entgql.Skip(entgql.SkipAll)).
			Comment("Who may see the project and what they may do."),
	}
}

// Mixin of Project.
func (Project) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.Project}, Versioned{}, Trashed{}}
}

// Annotations of Project.
func (Project) Annotations() []schema.Annotation {
	return table("projects", "A project: the wall around requirements, test cases, executions and defects of one team.")
}
