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

// Webhook sends a consumer its changes over HTTP.
type Webhook struct{ ent.Schema }

// Fields of Webhook.
func (Webhook) Fields() []ent.Field {
	return []ent.Field{
		required("consumer_id", "Consumer whose changes are sent."),
		field.String("url").NotEmpty().MaxLen(2000).Sensitive().
			Comment("Where changes are sent; an address may hold a key, so only administrators see it."),
		field.String("secret").NotEmpty().Sensitive().Comment("What signs them."),
		field.String("previous_secret").Default("").Sensitive().
			Comment("What signed them before and still does beside the new one; empty when there is none."),
		field.Time("previous_until").Optional().Nillable().Comment("Until when the previous secret signs too."),
		field.Int("skip_after").Default(0).NonNegative().
			Comment("After how many vain attempts a change is left out; 0 means never: sending pauses instead."),
	}
}

// Edges of Webhook.
func (Webhook) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("consumer", Consumer.Type).Field("consumer_id").Unique().Required().Immutable().
			Comment("Consumer whose changes are sent."),
	}
}

// Indexes of Webhook.
func (Webhook) Indexes() []ent.Index {
	return []ent.Index{index.Fields("project_id", "consumer_id").Unique()}
}

// Mixin of Webhook.
func (Webhook) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.Webhook}, Owned{}, Versioned{}}
}

// Annotations of Webhook.
func (Webhook) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Table: "webhooks"}, entsql.WithComments(true), entgql.Skip(entgql.SkipAll),
		schema.Comment("An address to which changes are sent."),
	}
}

// WebhookDelivery is one attempt to send one change.
type WebhookDelivery struct{ ent.Schema }

// Fields of WebhookDelivery.
func (WebhookDelivery) Fields() []ent.Field {
	return []ent.Field{
		required("webhook_id", "Webhook that sent it."),
		field.Int64("seq").Immutable().Comment("Number of the change in its project; 0 for a test ping."),
		field.String("event_id").Immutable().Comment("Identity of the change, the same at every attempt."),
		field.Int("attempt").Immutable().Positive().Comment("Which attempt it was, from 1."),
		field.Enum("outcome").Values("DELIVERED", "FAILED", "SKIPPED").Immutable().Comment("What came of it."),
		field.Int("status").Immutable().Comment("HTTP status of the answer; 0 when there was none."),
		field.Int("latency_ms").Immutable().Comment("How long the answer took, in milliseconds."),
		field.Text("error").Immutable().Default("").Comment("What went wrong, in words; empty when it was delivered."),
		field.Text("answer").Immutable().Default("").Comment("How the answer began; may be empty."),
	}
}

// Edges of WebhookDelivery.
func (WebhookDelivery) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("webhook", Webhook.Type).Field("webhook_id").Unique().Required().Immutable().Comment("Webhook that sent it."),
	}
}

// Indexes of WebhookDelivery.
func (WebhookDelivery) Indexes() []ent.Index {
	return []ent.Index{index.Fields("webhook_id", "created_at")}
}

// Mixin of WebhookDelivery.
func (WebhookDelivery) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.WebhookDelivery}, Owned{}}
}

// Annotations of WebhookDelivery.
func (WebhookDelivery) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Table: "webhook_deliveries"}, entsql.WithComments(true), entgql.Skip(entgql.SkipAll),
		schema.Comment("One attempt to send one change."),
	}
}
