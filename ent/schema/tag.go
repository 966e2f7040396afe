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

// Tag is a word that people put on a requirement, test case, execution or defect to find it again.
type Tag struct{ ent.Schema }

// Fields of Tag.
func (Tag) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxLen(80).Immutable().SchemaType(keyColumn).Annotations(entgql.OrderField("NAME")).
			Comment("The word, without @ or #; capitals are kept and do not matter for whether it is the same."),
		field.String("folded").NotEmpty().Immutable().Annotations(entgql.Skip(entgql.SkipAll)).
			Comment("The word in small letters: what makes it the same."),
	}
}

// Indexes of Tag.
func (Tag) Indexes() []ent.Index {
	once := func(column string) ent.Index {
		return index.Fields("project_id", column, "folded").Unique().
			Annotations(entsql.IndexWhere(column + " IS NOT NULL"))
	}
	return []ent.Index{
		once("requirement_id"), once("test_case_id"), once("execution_id"), once("defect_id"),
		index.Fields("project_id", "folded"),
	}
}

// Mixin of Tag.
func (Tag) Mixin() []ent.Mixin { return []ent.Mixin{Base{kind: ident.Tag}, Owned{}, About{}} }

// Annotations of Tag.
func (Tag) Annotations() []schema.Annotation {
	return table("tags", "A tag: a word on a requirement, test case, execution or defect, by which people find it again.")
}
