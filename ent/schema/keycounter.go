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

// KeyCounter remembers the last number given to a made key of one kind in one project.
type KeyCounter struct{ ent.Schema }

// Fields of KeyCounter.
func (KeyCounter) Fields() []ent.Field {
	return []ent.Field{
		field.String("kind").NotEmpty().Immutable().Comment("Letters in front of the number, for example R or C."),
		field.Int("last").Default(0).NonNegative().Comment("Last number that was given; 0 before the first."),
	}
}

// Indexes of KeyCounter.
func (KeyCounter) Indexes() []ent.Index {
	return []ent.Index{index.Fields("project_id", "kind").Unique()}
}

// Mixin of KeyCounter.
func (KeyCounter) Mixin() []ent.Mixin { return []ent.Mixin{Base{kind: ident.KeyCounter}, Owned{}} }

// Annotations of KeyCounter.
func (KeyCounter) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Table: "key_counters"}, entsql.WithComments(true), entgql.Skip(entgql.SkipAll),
		schema.Comment("The last number given to a made key."),
	}
}
