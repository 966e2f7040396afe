package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Membership lets a user into a project, with a role.
type Membership struct{ ent.Schema }

// Fields of Membership.
func (Membership) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("project_id", ident.ID{}).Immutable().SchemaType(idColumn).Comment("Project that the user may see."),
		field.UUID("user_id", ident.ID{}).Immutable().SchemaType(idColumn).Comment("User who is let in."),
		field.Enum("role").Values("VIEWER", "TESTER", "EDITOR", "ADMIN").Comment("What the user may do in the project."),
	}
}

// Edges of Membership.
func (Membership) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("project", Project.Type).Field("project_id").Unique().Required().Immutable().Comment("Project that the user may see."),
		edge.To("user", User.Type).Field("user_id").Unique().Required().Immutable().Comment("User who is let in."),
	}
}

// Indexes of Membership.
func (Membership) Indexes() []ent.Index {
	return []ent.Index{index.Fields("project_id", "user_id").Unique(), index.Fields("user_id", "project_id")}
}

// Mixin of Membership.
func (Membership) Mixin() []ent.Mixin { return []ent.Mixin{Base{kind: ident.Membership}, Versioned{}} }

// Annotations of Membership.
func (Membership) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Table: "memberships"}, entsql.WithComments(true), entgql.Skip(entgql.SkipAll),
		schema.Comment("A user's role in a project."),
	}
}
