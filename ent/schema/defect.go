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

// Defect is a flaw to be fixed.
type Defect struct{ ent.Schema }

// Fields of Defect.
func (Defect) Fields() []ent.Field {
	return []ent.Field{
		field.String("title").NotEmpty().SchemaType(keyColumn).Annotations(entgql.OrderField("TITLE")).
			Comment("One line that names the flaw."),
		field.Text("text").Default("").Comment("What happens, what should happen and how to see it, in Markdown; may be empty."),
		field.Enum("status").Values("NEW", "CONFIRMED", "ASSIGNED", "IN_PROGRESS", "RESOLVED", "VERIFIED", "CLOSED", "REOPENED", "REJECTED", "DEFERRED", "DUPLICATE").Default("NEW").
			Comment("Where the defect stands in its lifecycle."),
		field.Enum("severity").Values(severities...).Optional().Nillable().
			Comment("How much harm the flaw does; empty when the source does not say."),
		field.Enum("priority").Values(priorities...).Optional().Nillable().
			Comment("How soon it is to be fixed, P0 first; empty when nobody decided."),
		field.Enum("resolution").Values("FIXED", "DUPLICATE", "BY_DESIGN", "CANNOT_REPRODUCE", "EXTERNAL", "POSTPONED", "WONT_FIX").Optional().Nillable().
			Comment("How it ended; empty while it has not."),
		field.Time("reported_at").Annotations(entgql.OrderField("REPORTED_AT")).Default(now).
			Comment("When it was reported; the time of the import when the source does not say."),
		field.Time("due_at").Optional().Nillable().Comment("When it is to be fixed; empty when there is no date."),
		field.JSON("attributes", map[string]string{}).Optional().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("Further fields of the source, by its own names."),
		field.Time("ended_at").Optional().Nillable().
			Comment("When nothing was left to do: it was closed, rejected or marked a duplicate; empty while it is open."),
		field.Int("reopened").Default(0).NonNegative().Comment("How often it was reopened."),
		optional("assignee_id", "User who is to fix it; empty while nobody is."),
		optional("found_in_build_id", "Build in which it was found; empty when unknown."),
		optional("found_in_environment_id", "Environment in which it was found; empty when unknown."),
		optional("fixed_in_build_id", "Build that fixes it; empty while there is none."),
		optional("duplicate_of_id", "Defect that reports the same flaw; empty unless this is a duplicate."),
	}
}

// Edges of Defect.
func (Defect) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("found_in_build", Build.Type).Field("found_in_build_id").Unique().Annotations(hidden).Comment("Build in which it was found."),
		edge.To("found_in_environment", Environment.Type).Field("found_in_environment_id").Unique().Annotations(hidden).
			Comment("Environment in which it was found."),
		edge.To("fixed_in_build", Build.Type).Field("fixed_in_build_id").Unique().Annotations(hidden).Comment("Build that fixes it."),
		edge.To("duplicates", Defect.Type).Annotations(hidden).From("duplicate_of").Field("duplicate_of_id").Unique().Annotations(hidden).
			Comment("Defect that reports the same flaw."),
		edge.To("assignee", User.Type).Field("assignee_id").Unique().Annotations(hidden).Comment("User who is to fix it."),
		edge.From("comments", Comment.Type).Ref("defect").Annotations(hidden).Comment("What people say about this."),
		edge.From("attachments", Attachment.Type).Ref("defect").Annotations(hidden).Comment("Files that belong to this."),
		edge.From("tags", Tag.Type).Ref("defect").Annotations(hidden).Comment("Words that people put on this."),
		edge.From("signatures", FailureSignature.Type).Ref("defect").Annotations(hidden).
			Comment("Failure signatures that this is the known defect of."),
		edge.From("links", DefectLink.Type).Ref("defect").Annotations(hidden).
			Comment("Links to the executions, cases and requirements that the flaw shows in."),
	}
}

// Indexes of Defect.
func (Defect) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("project_id", "status"),
		index.Fields("project_id", "reported_at"),
		index.Fields("assignee_id"), index.Fields("duplicate_of_id"),
		index.Fields("found_in_build_id"),
		index.Fields("fixed_in_build_id"),
	}
}

// Mixin of Defect.
func (Defect) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.Defect}, Owned{}, Keyed{}, Versioned{}, Trashed{}}
}

// Annotations of Defect.
func (Defect) Annotations() []schema.Annotation {
	return table("defects", "A defect: a flaw to be fixed.")
}
