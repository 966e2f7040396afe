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

// Suite is a group of test cases: a tree in which a case may stand in several places.
type Suite struct{ ent.Schema }

// Fields of Suite.
func (Suite) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxLen(200).SchemaType(keyColumn).Annotations(entgql.OrderField("NAME")).
			Comment("Name of the suite as people read it; suites under the same parent have different names."),
		field.Text("description").Default("").Comment("What the suite is for, in Markdown; may be empty."),
		field.Int64("position").Default(0).Annotations(entgql.OrderField("POSITION")).
			Comment("Place among the suites under the same parent; only the order of the numbers means something."),
		optional("parent_id", "Suite above this one; empty at the top."),
	}
}

// Edges of Suite.
func (Suite) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("children", Suite.Type).Annotations(hidden).From("parent").Field("parent_id").Unique().Annotations(hidden).
			Comment("Suite above this one."),
		edge.From("members", SuiteMember.Type).Ref("suite").Annotations(hidden).
			Comment("Places of test cases in this suite."),
	}
}

// Indexes of Suite.
func (Suite) Indexes() []ent.Index {
	return []ent.Index{index.Fields("project_id", "parent_id", "position")}
}

// Mixin of Suite.
func (Suite) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.Suite}, Owned{}, Versioned{}, Trashed{}}
}

// Annotations of Suite.
func (Suite) Annotations() []schema.Annotation {
	return table("suites", "A suite: test cases that belong together, in a tree. A case may be a member of several suites.")
}
