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

// RequirementLink joins two requirements, each in a version; refinement may have several parents.
type RequirementLink struct{ ent.Schema }

// Fields of RequirementLink.
func (RequirementLink) Fields() []ent.Field {
	return []ent.Field{
		optional("child_id", "Requirement that refines, satisfies or derives from the other; empty while it is unknown."),
		optional("parent_id", "Requirement that is refined; empty while the set does not contain it."),
		field.Int("child_version").Default(0).NonNegative().Comment("Content version of the child that the link was made for; 0 while that end is unknown."),
		field.Int("parent_version").Default(0).NonNegative().Comment("Content version of the parent that the link was made for; 0 while that end is unknown."),
		field.Enum("role").Values("REFINES", "SATISFIES", "DERIVES", "RELATES").Default("REFINES").Immutable().
			Comment("What the child is to the parent."),
		field.Enum("state").Values(linkStates...).Default("VALID").
			Comment("Whether the link still holds: SUSPECT when an end has a newer version, ORPHANED when an end is not there."),
		field.String("unresolved_key").Default("").
			Comment("Key that the source names for the missing end; empty when both ends are there."),
		field.Bool("from_document").Default(false).
			Comment("Whether the link was made because the child stands under the parent in the document; moving the child then moves it."),
		field.JSON("changed_fields", []string{}).Optional().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("What has changed since the link was made or affirmed, as END.FIELD, for example PARENT.TEXT; empty unless it is SUSPECT."),
		field.JSON("before_trash", &LinkBefore{}).Optional().Annotations(entgql.Skip(entgql.SkipAll)).
			Comment("How the link stood when an end went into the trash; empty while both ends are there."),
		field.Text("reason").Default("").Comment("Why the link has its state; empty while it is VALID from the start."),
		optional("affirmed_by_id", "User who last confirmed that the link holds; empty when nobody had to."),
		field.Time("affirmed_at").Optional().Nillable().
			Comment("When somebody last confirmed that the link holds; empty when nobody had to."),
	}
}

// Edges of RequirementLink.
func (RequirementLink) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("child", Requirement.Type).Field("child_id").Unique().Annotations(hidden).
			Comment("Requirement that refines the other."),
		edge.To("parent", Requirement.Type).Field("parent_id").Unique().Annotations(hidden).
			Comment("Requirement that is refined."),
		edge.To("affirmed_by", User.Type).Field("affirmed_by_id").Unique().Annotations(hidden).
			Comment("User who last confirmed that the link holds."),
	}
}

// Indexes of RequirementLink.
func (RequirementLink) Indexes() []ent.Index {
	open := entsql.IndexWhere("state <> 'CLOSED' AND child_id IS NOT NULL AND parent_id IS NOT NULL")
	return []ent.Index{
		index.Fields("project_id", "child_id", "parent_id", "role").Unique().Annotations(open),
		index.Fields("project_id", "parent_id", "child_id"),
		index.Fields("project_id", "unresolved_key"),
	}
}

// Mixin of RequirementLink.
func (RequirementLink) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.RequirementLink}, Owned{}, Versioned{}}
}

// Annotations of RequirementLink.
func (RequirementLink) Annotations() []schema.Annotation {
	return table("requirement_links", "A link between two requirements, such as refinement, with the versions it was made for.")
}
