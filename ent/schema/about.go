package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/index"
	"entgo.io/ent/schema/mixin"
)

// About joins a remark of some kind to the one thing that it is about: exactly one of its columns is filled. They are
// references of their own, so that the database itself keeps a remark and its thing in one project.
type About struct{ mixin.Schema }

// Fields of About.
func (About) Fields() []ent.Field {
	return []ent.Field{
		optional("requirement_id", "Requirement that this is about; empty when it is about something else."),
		optional("test_case_id", "Test case that this is about; empty when it is about something else."),
		optional("execution_id", "Execution that this is about; empty when it is about something else."),
		optional("defect_id", "Defect that this is about; empty when it is about something else."),
	}
}

// Edges of About.
func (About) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("requirement", Requirement.Type).Field("requirement_id").Unique().Annotations(hidden).
			Comment("Requirement that this is about."),
		edge.To("test_case", TestCase.Type).Field("test_case_id").Unique().Annotations(hidden).
			Comment("Test case that this is about."),
		edge.To("execution", Execution.Type).Field("execution_id").Unique().Annotations(hidden).
			Comment("Execution that this is about."),
		edge.To("defect", Defect.Type).Field("defect_id").Unique().Annotations(hidden).
			Comment("Defect that this is about."),
	}
}

// Indexes of About.
func (About) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("requirement_id", "id"), index.Fields("test_case_id", "id"),
		index.Fields("execution_id", "id"), index.Fields("defect_id", "id"),
	}
}
