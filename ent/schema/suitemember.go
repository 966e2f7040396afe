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

// SuiteMember is one place of a test case in a suite.
type SuiteMember struct{ ent.Schema }

// Fields of SuiteMember.
func (SuiteMember) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("suite_id", ident.ID{}).SchemaType(idColumn).Annotations(entgql.Skip(entgql.SkipType)).
			Comment("Suite in which the case stands; another one when it is moved."),
		required("test_case_id", "Test case that stands here."),
		field.Int64("position").Default(0).Annotations(entgql.OrderField("POSITION")).
			Comment("Place among the members of the suite; only the order of the numbers means something."),
	}
}

// Edges of SuiteMember.
func (SuiteMember) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("suite", Suite.Type).Field("suite_id").Unique().Required().Annotations(hidden).
			Comment("Suite in which the case stands."),
		edge.To("test_case", TestCase.Type).Field("test_case_id").Unique().Required().Immutable().Annotations(hidden).
			Comment("Test case that stands here."),
	}
}

// Indexes of SuiteMember.
func (SuiteMember) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("project_id", "suite_id", "test_case_id").Unique(),
		index.Fields("suite_id", "position", "id"),
		index.Fields("test_case_id", "suite_id"),
	}
}

// Mixin of SuiteMember.
func (SuiteMember) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.SuiteMember}, Owned{}}
}

// Annotations of SuiteMember.
func (SuiteMember) Annotations() []schema.Annotation {
	return table("suite_members", "One place of a test case in a suite.")
}
