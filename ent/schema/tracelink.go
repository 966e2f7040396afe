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

// TraceLink joins one requirement version to one test case version.
type TraceLink struct{ ent.Schema }

// Fields of TraceLink.
func (TraceLink) Fields() []ent.Field {
	return []ent.Field{
		optional("requirement_id", "Requirement at this end; empty while the set does not contain it."),
		optional("test_case_id", "Test case at this end; empty while the set does not contain it."),
		field.Int("requirement_version").Default(0).NonNegative().
			Comment("Content version of the requirement that the link was made or affirmed for; 0 while that end is missing."),
		field.Int("test_case_version").Default(0).NonNegative().
			Comment("Content version of the test case that the link was made or affirmed for; 0 while that end is missing."),
		field.Enum("role").Values(linkRoles...).Default("VERIFIES").Immutable().
			Comment("What the test case is to the requirement."),
		field.Enum("state").Values(linkStates...).Default("VALID").
			Comment("Whether the link still holds: SUSPECT when an end has a newer version, ORPHANED when an end is not there, CLOSED when retired."),
		field.String("unresolved_key").Default("").
			Comment("Key that the source names for the missing end; empty when both ends are there."),
		field.JSON("changed_fields", []string{}).Optional().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("What has changed since the link was made or affirmed, as END.FIELD, for example REQUIREMENT.TEXT; empty unless it is SUSPECT."),
		field.JSON("before_trash", &LinkBefore{}).Optional().Annotations(entgql.Skip(entgql.SkipAll)).
			Comment("How the link stood when an end went into the trash; empty while both ends are there."),
		field.Text("reason").Default("").Comment("Why the link has its state; empty while it is VALID from the start."),
		optional("affirmed_by_id", "User who last confirmed that the link holds; empty when nobody had to."),
		field.Time("affirmed_at").Optional().Nillable().
			Comment("When somebody last confirmed that the link holds; empty when nobody had to."),
	}
}

// Edges of TraceLink.
func (TraceLink) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("requirement", Requirement.Type).Field("requirement_id").Unique().Annotations(hidden).
			Comment("Requirement at this end."),
		edge.To("test_case", TestCase.Type).Field("test_case_id").Unique().Annotations(hidden).
			Comment("Test case at this end."),
		edge.To("affirmed_by", User.Type).Field("affirmed_by_id").Unique().Annotations(hidden).
			Comment("User who last confirmed that the link holds."),
	}
}

// Indexes of TraceLink.
func (TraceLink) Indexes() []ent.Index {
	open := entsql.IndexWhere("state <> 'CLOSED' AND requirement_id IS NOT NULL AND test_case_id IS NOT NULL")
	return []ent.Index{
		index.Fields("project_id", "requirement_id", "test_case_id", "role").Unique().Annotations(open),
		index.Fields("project_id", "test_case_id", "requirement_id"),
		index.Fields("project_id", "unresolved_key"),
		index.Fields("requirement_id", "test_case_id"),
		index.Fields("test_case_id", "requirement_id"),
	}
}

// Mixin of TraceLink.
func (TraceLink) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.TraceLink}, Owned{}, Versioned{}}
}

// Annotations of TraceLink.
func (TraceLink) Annotations() []schema.Annotation {
	return table("trace_links", "A link between a requirement and a test case, with the versions it was made for and whether it still holds.")
}
