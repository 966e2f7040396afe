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

// Requirement is what tests derive from: the test basis.
type Requirement struct{ ent.Schema }

// Fields of Requirement.
func (Requirement) Fields() []ent.Field {
	return []ent.Field{
		field.String("title").SchemaType(keyColumn).Annotations(entgql.OrderField("TITLE")).
			Comment("One line that names the requirement; may be empty where the source has none."),
		field.Text("text").Default("").Comment("The statement itself, in Markdown."),
		field.Text("rationale").Default("").Comment("Why the requirement exists; may be empty."),
		field.String("type").Default("").Annotations(entgql.OrderField("TYPE")).SchemaType(keyColumn).
			Comment("Kind of requirement in the project's own words, for example Functional; may be empty."),
		field.Enum("status").Values("DRAFT", "IN_REVIEW", "REWORK", "APPROVED", "IMPLEMENTED", "VERIFIED", "OBSOLETE").Default("DRAFT").
			Comment("Where the requirement stands in its lifecycle."),
		field.Enum("criticality").Values("UNDEFINED", "MINOR", "MAJOR", "CRITICAL").Default("UNDEFINED").
			Comment("How much harm a violation does."),
		field.Int("position").Default(0).Annotations(entgql.OrderField("POSITION")).
			Comment("Place in document order among all requirements of the project, from 1; 0 when it has none."),
		field.Int("content_version").Default(1).Positive().
			Comment("Number of the newest content version, from 1."),
		field.JSON("attributes", map[string]string{}).Optional().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("Further fields of the source, by its own names."),
		optional("parent_id", "Requirement above this one in document order; empty at the top. Says nothing about refinement."),
		optional("release_id", "Release in which this is to be delivered; empty while undecided."),
	}
}

// Edges of Requirement.
func (Requirement) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("children", Requirement.Type).Annotations(hidden).From("parent").Field("parent_id").Unique().Annotations(hidden).
			Comment("Requirement above this one in document order."),
		edge.To("release", Release.Type).Field("release_id").Unique().Annotations(hidden).
			Comment("Release in which this is to be delivered."),
		edge.From("versions", RequirementVersion.Type).Ref("requirement").Annotations(hidden).
			Comment("Frozen contents, one for each version."),
		edge.From("refinements", RequirementLink.Type).Ref("parent").Annotations(hidden).
			Comment("Links from the requirements that refine this one."),
		edge.From("refines", RequirementLink.Type).Ref("child").Annotations(hidden).
			Comment("Links to the requirements that this one refines."),
		edge.From("trace_links", TraceLink.Type).Ref("requirement").Annotations(hidden).
			Comment("Links to the test cases that verify this."),
		edge.From("comments", Comment.Type).Ref("requirement").Annotations(hidden).Comment("What people say about this."),
		edge.From("attachments", Attachment.Type).Ref("requirement").Annotations(hidden).Comment("Files that belong to this."),
		edge.From("tags", Tag.Type).Ref("requirement").Annotations(hidden).Comment("Words that people put on this."),
		edge.From("defect_links", DefectLink.Type).Ref("requirement").Annotations(hidden).
			Comment("Links to defects reported against this requirement itself."),
	}
}

// Indexes of Requirement.
func (Requirement) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("project_id", "position"),
		index.Fields("project_id", "parent_id", "position"),
		index.Fields("project_id", "release_id"),
	}
}

// Mixin of Requirement.
func (Requirement) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.Requirement}, Owned{}, Keyed{}, Versioned{}, Trashed{}, Reviewed{}}
}

// Annotations of Requirement.
func (Requirement) Annotations() []schema.Annotation {
	return table("requirements", "A requirement: what tests derive from. Its content is kept in immutable numbered versions.")
}
