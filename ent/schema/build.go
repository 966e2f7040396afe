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

// Build is one artefact of a release.
type Build struct{ ent.Schema }

// Fields of Build.
func (Build) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().SchemaType(keyColumn).Annotations(entgql.OrderField("NAME")).
			Comment("Name of the build as the pipeline gives it, for example v4.4.0-8811."),
		field.String("commit").Default("").Comment("Commit it was built from; empty when unknown."),
		field.String("branch").Default("").Comment("Branch it was built from; empty when unknown."),
		field.String("digest").Default("").Comment("Digest of the artefact, with its algorithm in front; empty when unknown."),
		field.Time("built_at").Annotations(entgql.OrderField("BUILT_AT")).Default(now).
			Comment("When it was built; the time it was first heard of when the source does not say."),
		field.Bool("built_at_stated").Default(false).
			Comment("Whether somebody said when it was built; otherwise builtAt is the time at which it was first heard of."),
		optional("release_id", "Release that the build was made for; empty when unknown."),
	}
}

// Edges of Build.
func (Build) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("release", Release.Type).Field("release_id").Unique().Annotations(hidden).Comment("Release that the build was made for."),
		edge.From("executions", Execution.Type).Ref("build").Annotations(hidden).Comment("Executions against this build."),
		edge.From("cycles", TestCycle.Type).Ref("build").Annotations(hidden).Comment("Cycles over this build."),
	}
}

// Indexes of Build.
func (Build) Indexes() []ent.Index { return []ent.Index{index.Fields("project_id", "release_id")} }

// Mixin of Build.
func (Build) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.Build}, Owned{}, Keyed{}, Versioned{}}
}

// Annotations of Build.
func (Build) Annotations() []schema.Annotation {
	return table("builds", "A build: one artefact of a release, against which cases are executed.")
}
