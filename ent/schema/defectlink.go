package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/asterism-qa/asterism/internal/ident"
)

// DefectLink joins a defect to one execution, test case, requirement or commit.
type DefectLink struct{ ent.Schema }

// Fields of DefectLink.
func (DefectLink) Fields() []ent.Field {
	return []ent.Field{
		optional("defect_id", "Defect at this end; empty while the set does not contain it."),
		optional("execution_id", "Execution that showed the defect; empty when the link goes elsewhere."),
		optional("test_case_id", "Test case that the defect was reported against; empty when the link goes elsewhere."),
		optional("requirement_id", "Requirement that the defect violates; empty when the link goes elsewhere."),
		field.String("commit").Default("").Comment("Commit that fixes the defect; empty when the link goes elsewhere."),
		field.Enum("state").Values(linkStates...).Default("VALID").
			Comment("Whether the link still holds: ORPHANED when an end is not there, CLOSED when retired."),
		field.String("unresolved_defect").Default("").Comment("Key that the source names for a missing defect; empty when it is there."),
		field.String("unresolved_key").Default("").Comment("What the source names for the missing other end; empty when it is there."),
		field.Enum("unresolved_kind").Values("EXECUTION", "TEST_CASE", "REQUIREMENT").Optional().Nillable().
			Comment("What the missing other end is; empty when it is there."),
	}
}

// Edges of DefectLink.
func (DefectLink) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("defect", Defect.Type).Field("defect_id").Unique().Annotations(hidden).Comment("Defect at this end."),
		edge.To("execution", Execution.Type).Field("execution_id").Unique().Annotations(hidden).Comment("Execution that showed the defect."),
		edge.To("test_case", TestCase.Type).Field("test_case_id").Unique().Annotations(hidden).Comment("Test case that the defect was reported against."),
		edge.To("requirement", Requirement.Type).Field("requirement_id").Unique().Annotations(hidden).Comment("Requirement that the defect violates."),
	}
}

// Indexes of DefectLink.
func (DefectLink) Indexes() []ent.Index {
	once := func(column string) ent.Index {
		return index.Fields("project_id", "defect_id", column).Unique().
			Annotations(entsql.IndexWhere("state <> 'CLOSED' AND defect_id IS NOT NULL AND " + column + " IS NOT NULL"))
	}
	return []ent.Index{
		once("execution_id"), once("test_case_id"), once("requirement_id"),
		index.Fields("execution_id", "defect_id"),
		index.Fields("test_case_id", "defect_id"),
		index.Fields("requirement_id", "defect_id"),
		index.Fields("defect_id"),
		index.Fields("project_id", "unresolved_defect"),
		index.Fields("project_id", "unresolved_key"),
	}
}

// Mixin of DefectLink.
func (DefectLink) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.DefectLink}, Owned{}, Versioned{}}
}

// Annotations of DefectLink.
func (DefectLink) Annotations() []schema.Annotation {
	return table("defect_links", "A link between a defect and an execution, test case, requirement or commit.")
}
