package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/asterism-qa/asterism/internal/ident"
)

// ExternalReference is the identity that an entity has in another tool; a re-import matches on it.
type ExternalReference struct{ ent.Schema }

// Fields of ExternalReference.
func (ExternalReference) Fields() []ent.Field {
	return []ent.Field{
		field.String("system").NotEmpty().Immutable().Comment("The other tool, for example jira, github or strictdoc."),
		field.String("kind").NotEmpty().Immutable().Comment("Kind of entity on our side, for example requirement or defect."),
		field.String("external_id").NotEmpty().Immutable().Comment("Its id over there; unique with system and kind in a project."),
		field.String("url").Default("").Comment("Where a person can open it; empty when unknown."),
		field.UUID("entity_id", ident.ID{}).Immutable().SchemaType(idColumn).Comment("The entity on our side; its kind is readable from the id."),
	}
}

// Indexes of ExternalReference.
func (ExternalReference) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("project_id", "system", "kind", "external_id").Unique(),
		index.Fields("project_id", "entity_id"),
	}
}

// Mixin of ExternalReference.
func (ExternalReference) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.ExternalReference}, Owned{}}
}

// Annotations of ExternalReference.
func (ExternalReference) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Table: "external_references"}, entsql.WithComments(true),
		entgql.Skip(entgql.SkipWhereInput, entgql.SkipOrderField),
		schema.Comment("The identity that an entity has in another tool."),
	}
}
