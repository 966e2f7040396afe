package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Attachment is a file that belongs to a requirement, test case, execution or defect.
type Attachment struct{ ent.Schema }

// Fields of Attachment.
func (Attachment) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").NotEmpty().MaxLen(255).Immutable().SchemaType(keyColumn).Annotations(entgql.OrderField("NAME")).
			Comment("Name of the file as it was given, without the path to it."),
		field.String("media_type").NotEmpty().Immutable().
			Comment("Media type as found in the content, for example image/png."),
		field.Int64("size_bytes").NonNegative().Immutable().Annotations(entgql.OrderField("SIZE_BYTES")).
			Comment("Size of the content in bytes."),
		field.String("content_hash").NotEmpty().Immutable().
			Comment("SHA-256 of the content, in hexadecimal: equal hashes mean equal content."),
	}
}

// Indexes of Attachment.
func (Attachment) Indexes() []ent.Index {
	return []ent.Index{index.Fields("project_id", "content_hash")}
}

// Mixin of Attachment.
func (Attachment) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.Attachment}, Owned{}, About{}, Versioned{}, Trashed{}}
}

// Annotations of Attachment.
func (Attachment) Annotations() []schema.Annotation {
	return table("attachments", "An attachment: a file that belongs to a requirement, test case, execution or defect.")
}
