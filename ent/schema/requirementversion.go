package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/asterism-qa/asterism/internal/ident"
)

// RequirementVersion is the frozen content of a requirement.
type RequirementVersion struct{ ent.Schema }

// Fields of RequirementVersion.
func (RequirementVersion) Fields() []ent.Field {
	return []ent.Field{
		required("requirement_id", "Requirement whose content this is."),
		field.Int("number").Positive().Immutable().Annotations(entgql.OrderField("NUMBER")).
			Comment("Number of the version, from 1; the greatest is the present content."),
		field.String("title").Immutable().Comment("Title in this version."),
		field.Text("text").Default("").Immutable().Comment("Statement in this version, in Markdown."),
		field.Text("rationale").Default("").Immutable().Comment("Rationale in this version."),
		field.String("type").Default("").Immutable().Comment("Kind of requirement in this version."),
		field.Enum("criticality").Values("UNDEFINED", "MINOR", "MAJOR", "CRITICAL").Default("UNDEFINED").Immutable().
			Comment("Criticality in this version."),
		field.JSON("attributes", map[string]string{}).Optional().Immutable().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("Further fields of the source in this version."),
		field.Text("reason").Default("").Immutable().Comment("Why this version was made; may be empty, as for imported ones."),
		field.String("content_hash").Immutable().
			Comment("SHA-256 of the content, in hexadecimal: equal hashes mean equal content."),
	}
}

// Edges of RequirementVersion.
func (RequirementVersion) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("requirement", Requirement.Type).Field("requirement_id").Unique().Required().Immutable().Annotations(hidden).
			Comment("Requirement whose content this is."),
	}
}

// Indexes of RequirementVersion.
func (RequirementVersion) Indexes() []ent.Index {
	return []ent.Index{index.Fields("project_id", "requirement_id", "number").Unique()}
}

// Mixin of RequirementVersion.
func (RequirementVersion) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.RequirementVersion}, Owned{}}
}

// Annotations of RequirementVersion.
func (RequirementVersion) Annotations() []schema.Annotation {
	return table("requirement_versions", "The frozen content of a requirement in one of its versions.")
}
