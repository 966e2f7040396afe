package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"

	"github.com/asterism-qa/asterism/internal/ident"
)

// User is a person or a service account; global, not owned by a project.
type User struct{ ent.Schema }

// Fields of User.
func (User) Fields() []ent.Field {
	return []ent.Field{
		field.String("login").NotEmpty().MaxLen(100).Unique().Comment("Name used to sign in; unique in the workspace."),
		field.String("name").NotEmpty().MaxLen(200).Comment("Name shown to other people."),
	}
}

// Mixin of User.
func (User) Mixin() []ent.Mixin { return []ent.Mixin{Base{kind: ident.User}, Versioned{}} }

// Annotations of User.
func (User) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Table: "users"}, entsql.WithComments(true),
		entgql.Skip(entgql.SkipWhereInput, entgql.SkipOrderField),
		schema.Comment("A person or a service account."),
	}
}
