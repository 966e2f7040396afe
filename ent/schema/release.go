package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Release is what is delivered.
type Release struct{ ent.Schema }

// Fields of Release.
func (Release) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().SchemaType(keyColumn).Annotations(entgql.OrderField("NAME")).
			Comment("Name of the release as people read it."),
		field.Text("description").Default("").Comment("What the release brings; may be empty."),
		field.Enum("status").Values("PLANNED", "IN_PROGRESS", "FINISHED", "LOCKED", "ROLLED_BACK").Default("PLANNED").
			Comment("Where the release stands in its lifecycle."),
		field.Text("status_note").Default("").Comment("What was said with the last move of its lifecycle, in Markdown; may be empty."),
		field.Time("due_at").Optional().Nillable().Comment("When it is to be delivered; empty while undecided."),
	}
}

// Edges of Release.
func (Release) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("builds", Build.Type).Ref("release").Annotations(hidden).Comment("Builds made for this release."),
		edge.From("requirements", Requirement.Type).Ref("release").Annotations(hidden).
			Comment("Requirements to be delivered in this release."),
	}
}

// Mixin of Release.
func (Release) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.Release}, Owned{}, Keyed{}, Versioned{}}
}

// Annotations of Release.
func (Release) Annotations() []schema.Annotation {
	return table("releases", "A release: what is delivered, with the builds made for it.")
}
