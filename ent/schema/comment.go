package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Comment is what somebody says about a requirement, test case, execution or defect.
type Comment struct{ ent.Schema }

// Fields of Comment.
func (Comment) Fields() []ent.Field {
	return []ent.Field{
		field.Text("text").NotEmpty().Comment("What is said, in Markdown."),
		field.Time("edited_at").Optional().Nillable().Comment("When the author last changed the text; empty when never."),
	}
}

// Mixin of Comment.
func (Comment) Mixin() []ent.Mixin {
	return []ent.Mixin{Base{kind: ident.Comment}, Owned{}, About{}, Versioned{}, Trashed{}}
}

// Annotations of Comment.
func (Comment) Annotations() []schema.Annotation {
	return table("comments", "A comment: what somebody says about a requirement, test case, execution or defect.")
}
