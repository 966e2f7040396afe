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

// Consumer is somebody who follows a project's changes and whose place the server keeps.
type Consumer struct{ ent.Schema }

// Fields of Consumer.
func (Consumer) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxLen(100).Immutable().SchemaType(keyColumn).
			Comment("What it is called; unique in its project."),
		field.Enum("kind").Values("PULL", "WEBHOOK").Immutable().
			Comment("Whether it fetches its changes or has them sent."),
		field.JSON("filter", ChangeFilter{}).Optional().
			Comment("Which changes it wants; empty means all."),
		field.Enum("state").Values("ACTIVE", "PAUSED", "EXPIRED").Default("ACTIVE").
			Comment("Whether changes are handed to it; EXPIRED when what it missed is no longer kept."),
		field.Text("state_note").Default("").
			Comment("Why it is in this state, in words for the person who mends it; may be empty."),
	}
}

// Indexes of Consumer.
func (Consumer) Indexes() []ent.Index {
	return []ent.Index{index.Fields("project_id", "name").Unique()}
}

// Mixin of Consumer.
func (Consumer) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.Consumer}, Owned{}, Versioned{}}
}

// Annotations of Consumer.
func (Consumer) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Table: "consumers"}, entsql.WithComments(true), entgql.Skip(entgql.SkipAll),
		schema.Comment("Somebody who follows a project's changes and whose place is kept."),
	}
}

// ConsumerPosition is how far a consumer has come and who serves it now. It stands apart from the consumer because it
// changes with every change that is handed over, and must not be one itself.
type ConsumerPosition struct{ ent.Schema }

// Fields of ConsumerPosition.
func (ConsumerPosition) Fields() []ent.Field {
	return []ent.Field{
		required("consumer_id", "Consumer whose position it is."),
		field.String("epoch").Comment("History of the feed in which the number counts."),
		field.Int64("acked").NonNegative().Comment("Number of the last change that the consumer has confirmed; 0 before the first."),
		field.Time("acked_at").Optional().Nillable().Comment("When it last confirmed something; empty before the first time."),
		field.String("lease").Default("").Comment("Secret word of the one who serves it, or served it last; empty before the first."),
		field.Time("lease_until").Optional().Nillable().Comment("Until when nobody else may serve it; empty when nobody does."),
		field.Int("attempts").Default(0).NonNegative().Comment("How often the next change was sent in vain."),
		field.Time("failing_since").Optional().Nillable().Comment("When sending the next change first failed; empty while all is well."),
		field.Time("next_attempt_at").Optional().Nillable().Comment("When it is sent again; empty while all is well."),
	}
}

// Edges of ConsumerPosition.
func (ConsumerPosition) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("consumer", Consumer.Type).Field("consumer_id").Unique().Required().Immutable().
			Comment("Consumer whose position it is."),
	}
}

// Indexes of ConsumerPosition.
func (ConsumerPosition) Indexes() []ent.Index {
	return []ent.Index{index.Fields("project_id", "consumer_id").Unique()}
}

// Mixin of ConsumerPosition.
func (ConsumerPosition) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.ConsumerPosition}, Owned{}}
}

// Annotations of ConsumerPosition.
func (ConsumerPosition) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Table: "consumer_positions"}, entsql.WithComments(true), entgql.Skip(entgql.SkipAll),
		schema.Comment("How far a consumer has come."),
	}
}
