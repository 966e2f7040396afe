package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Environment is where cases are executed.
type Environment struct{ ent.Schema }

// Fields of Environment.
func (Environment) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().SchemaType(keyColumn).Annotations(entgql.OrderField("NAME")).
			Comment("Name of the environment as people read it, for example sit-android."),
		field.Text("description").Default("").Comment("What the environment consists of; may be empty."),
		field.Enum("status").Values("PLANNED", "PROVISIONING", "AVAILABLE", "IN_USE", "MAINTENANCE", "RETIRED").Default("AVAILABLE").
			Comment("Where the environment stands in its lifecycle."),
		field.Enum("health").Values("UP", "DEGRADED", "DOWN", "UNKNOWN").Default("UNKNOWN").
			Comment("Whether it works at present; UNKNOWN when nobody measures."),
	}
}

// Edges of Environment.
func (Environment) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("executions", Execution.Type).Ref("environment").Annotations(hidden).Comment("Executions in this environment."),
		edge.From("cycles", TestCycle.Type).Ref("environment").Annotations(hidden).Comment("Cycles in this environment."),
	}
}

// Mixin of Environment.
func (Environment) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.Environment}, Owned{}, Keyed{}, Versioned{}}
}

// Annotations of Environment.
func (Environment) Annotations() []schema.Annotation {
	return table("environments", "A test environment: where cases are executed.")
}
