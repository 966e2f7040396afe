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

// TestCycle is one pass over a plan against one build in one environment.
type TestCycle struct{ ent.Schema }

// Fields of TestCycle.
func (TestCycle) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().SchemaType(keyColumn).Annotations(entgql.OrderField("NAME")).
			Comment("Name of the cycle as people read it."),
		field.Enum("status").Values("PLANNED", "READY", "RUNNING", "PAUSED", "COMPLETED", "CLOSED", "ABORTED").Default("RUNNING").
			Comment("Where the cycle stands in its lifecycle; CLOSED is frozen."),
		field.Text("status_note").Default("").Comment("What was said with the last move of its lifecycle, in Markdown; may be empty."),
		optional("build_id", "Build under test; empty while undecided or when results of several builds came in."),
		optional("environment_id", "Environment it takes place in; empty while undecided or when there are several."),
	}
}

// Edges of TestCycle.
func (TestCycle) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("build", Build.Type).Field("build_id").Unique().Annotations(hidden).Comment("Build under test."),
		edge.To("environment", Environment.Type).Field("environment_id").Unique().Annotations(hidden).Comment("Environment it takes place in."),
		edge.From("executions", Execution.Type).Ref("cycle").Annotations(hidden).Comment("Executions of this cycle."),
	}
}

// Indexes of TestCycle.
func (TestCycle) Indexes() []ent.Index {
	return []ent.Index{index.Fields("project_id", "build_id"), index.Fields("project_id", "environment_id")}
}

// Mixin of TestCycle.
func (TestCycle) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.TestCycle}, Owned{}, Keyed{}, Versioned{}}
}

// Annotations of TestCycle.
func (TestCycle) Annotations() []schema.Annotation {
	return table("test_cycles", "A cycle: one pass over test cases against one build in one environment.")
}
