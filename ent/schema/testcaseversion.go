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

// TestCaseVersion is the frozen content of a test case.
type TestCaseVersion struct{ ent.Schema }

// Fields of TestCaseVersion.
func (TestCaseVersion) Fields() []ent.Field {
	return []ent.Field{
		required("test_case_id", "Test case whose content this is."),
		field.Int("number").Positive().Immutable().Annotations(entgql.OrderField("NUMBER")).
			Comment("Number of the version, from 1; the greatest is the present content."),
		field.String("title").Immutable().Comment("Title in this version."),
		field.Text("description").Default("").Immutable().Comment("Description in this version."),
		field.Text("precondition").Default("").Immutable().Comment("Precondition in this version."),
		field.JSON("steps", []Step{}).Optional().Immutable().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("Steps in this version."),
		field.JSON("parameters", []string{}).Optional().Immutable().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("Parameter names in this version."),
		field.JSON("data_rows", []map[string]string{}).Optional().Immutable().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("Parameter values in this version."),
		field.Text("reason").Default("").Immutable().Comment("Why this version was made; may be empty, as for imported ones."),
		field.String("content_hash").Immutable().
			Comment("SHA-256 of the content, in hexadecimal: equal hashes mean equal content."),
	}
}

// Edges of TestCaseVersion.
func (TestCaseVersion) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("test_case", TestCase.Type).Field("test_case_id").Unique().Required().Immutable().Annotations(hidden).
			Comment("Test case whose content this is."),
	}
}

// Indexes of TestCaseVersion.
func (TestCaseVersion) Indexes() []ent.Index {
	return []ent.Index{index.Fields("project_id", "test_case_id", "number").Unique()}
}

// Mixin of TestCaseVersion.
func (TestCaseVersion) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.TestCaseVersion}, Owned{}}
}

// Annotations of TestCaseVersion.
func (TestCaseVersion) Annotations() []schema.Annotation {
	return table("test_case_versions", "The frozen content of a test case in one of its versions.")
}
