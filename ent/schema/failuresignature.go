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

// FailureSignature stands for all executions that failed in the same words.
type FailureSignature struct{ ent.Schema }

// Fields of FailureSignature.
func (FailureSignature) Fields() []ent.Field {
	return []ent.Field{
		field.String("hash").NotEmpty().Immutable().
			Comment("SHA-256 of the normalised failure text, in hexadecimal; unique in the project."),
		field.Text("text").Immutable().
			Comment("The normalised failure text: numbers, addresses, times and paths are replaced by what they are."),
		field.Enum("class").Values(failureClasses...).Default("TO_INVESTIGATE").
			Comment("Where the failures come from, as somebody decided."),
		field.Text("note").Default("").Comment("Why it was classified so; may be empty."),
		field.Time("mute_until").Optional().Nillable().
			Comment("Until when nobody wants to hear of it; empty when it is not muted."),
		field.Time("first_seen_at").Annotations(entgql.OrderField("FIRST_SEEN_AT")).
			Comment("When an execution first failed so."),
		field.Time("last_seen_at").Annotations(entgql.OrderField("LAST_SEEN_AT")).
			Comment("When an execution last failed so."),
		optional("defect_id", "Known defect that these failures show; empty while nobody named one."),
	}
}

// Edges of FailureSignature.
func (FailureSignature) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("defect", Defect.Type).Field("defect_id").Unique().Annotations(hidden).
			Comment("Known defect that these failures show."),
		edge.From("executions", Execution.Type).Ref("signature").Annotations(hidden).
			Comment("Executions that failed so."),
	}
}

// Indexes of FailureSignature.
func (FailureSignature) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("project_id", "hash").Unique(),
		index.Fields("project_id", "last_seen_at"),
		index.Fields("defect_id"),
	}
}

// Mixin of FailureSignature.
func (FailureSignature) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.FailureSignature}, Owned{}, Versioned{}}
}

// Annotations of FailureSignature.
func (FailureSignature) Annotations() []schema.Annotation {
	return table("failure_signatures", "A failure signature: all executions that failed in the same words, with the defect that is known for them.")
}
