package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Receipt remembers what came of a mutation, so that repeating it with the same idempotency key does nothing twice.
type Receipt struct{ ent.Schema }

// Fields of Receipt.
func (Receipt) Fields() []ent.Field {
	return []ent.Field{
		required("user_id", "User whose key it is; keys of different users have nothing to do with each other."),
		field.String("idempotency_key").NotEmpty().MaxLen(200).Immutable().Comment("The key that the client made up."),
		field.String("mutation").NotEmpty().Immutable().Comment("Name of the mutation, for example linkAffirm."),
		field.String("digest").NotEmpty().Immutable().Comment("SHA-256 of the input: the same key with another input is refused."),
		field.JSON("outcome", ReceiptOutcome{}).Immutable().Comment("What the mutation changed; enough to answer again."),
	}
}

// Indexes of Receipt.
func (Receipt) Indexes() []ent.Index {
	return []ent.Index{index.Fields("user_id", "idempotency_key").Unique(), index.Fields("created_at")}
}

// Mixin of Receipt.
func (Receipt) Mixin() []ent.Mixin { return []ent.Mixin{Base{kind: ident.Receipt}} }

// Annotations of Receipt.
func (Receipt) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Table: "receipts"}, entsql.WithComments(true), entgql.Skip(entgql.SkipAll),
		schema.Comment("What came of a mutation that carried an idempotency key."),
	}
}
