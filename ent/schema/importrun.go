package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/asterism-qa/asterism/internal/ident"
)

// ImportRun is one accepted import: what came in, from where, and what it changed.
type ImportRun struct{ ent.Schema }

// Fields of ImportRun.
func (ImportRun) Fields() []ent.Field {
	return []ent.Field{
		field.String("format").NotEmpty().Immutable().Comment("Formats that were read, separated by commas, for example junit."),
		field.String("source").Immutable().Comment("Paths as the user named them, separated by commas."),
		field.String("digest").NotEmpty().Immutable().Comment("SHA-256 over the imported files and the options, in hexadecimal."),
		field.String("idempotency_key").NotEmpty().MaxLen(200).Immutable().
			Comment("Repeating an import with the same key gives the same answer; the digest when the user gave none."),
		field.Int("files").NonNegative().Immutable().Comment("How many files were read."),
		field.JSON("counts", map[string]int{}).Immutable().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("What the files hold, by kind."),
		field.Int("created").NonNegative().Immutable().Comment("How many entities the import created."),
		field.Int("updated").NonNegative().Immutable().Comment("How many entities the import changed."),
		field.Int("unchanged").NonNegative().Immutable().Comment("How many entities were already as the files say."),
		field.JSON("warnings", []ImportWarning{}).Immutable().Optional().Annotations(entgql.Skip(entgql.SkipType)).
			Comment("What was skipped, changed or guessed, with file, line and field; at most the first thousand."),
		field.Int("warning_count").NonNegative().Immutable().Comment("How many warnings there were in all."),
	}
}

// Indexes of ImportRun.
func (ImportRun) Indexes() []ent.Index {
	return []ent.Index{index.Fields("project_id", "idempotency_key").Unique()}
}

// Mixin of ImportRun.
func (ImportRun) Mixin() []ent.Mixin { return []ent.Mixin{Base{kind: ident.ImportRun}, Owned{}} }

// Annotations of ImportRun.
func (ImportRun) Annotations() []schema.Annotation {
	return table("import_runs", "One accepted import: what came in, from where, and what it changed.")
}
