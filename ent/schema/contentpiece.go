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

// ContentPiece is a part of the content of attachments. Files are kept in pieces, so that they can be written and read
// as a stream on both databases; the same content is kept once in a project.
type ContentPiece struct{ ent.Schema }

// Fields of ContentPiece.
func (ContentPiece) Fields() []ent.Field {
	return []ent.Field{
		field.String("content_hash").NotEmpty().Immutable().Comment("SHA-256 of the whole content that this is a piece of."),
		field.Int("number").NonNegative().Immutable().Comment("Place of the piece in the content, from 0."),
		field.Bytes("bytes").Immutable().Comment("The bytes of this piece."),
	}
}

// Indexes of ContentPiece.
func (ContentPiece) Indexes() []ent.Index {
	return []ent.Index{index.Fields("project_id", "content_hash", "number").Unique()}
}

// Mixin of ContentPiece.
func (ContentPiece) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.ContentPiece}, Owned{}}
}

// Annotations of ContentPiece.
func (ContentPiece) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Table: "content_pieces"}, entsql.WithComments(true), entgql.Skip(entgql.SkipAll),
		schema.Comment("A part of the content of attachments."),
	}
}
