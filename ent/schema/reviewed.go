package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"
)

// Reviewed gives content a reviewer and what the reviewer said last.
type Reviewed struct{ mixin.Schema }

// Fields of Reviewed.
func (Reviewed) Fields() []ent.Field {
	return []ent.Field{
		optional("reviewer_id", "User who is asked to review, or who reviewed last; empty before the first review."),
		field.Enum("review_verdict").Values(reviewVerdicts...).Optional().Nillable().
			Comment("What the last review came to; empty before the first and while one is open."),
		field.Text("review_note").Default("").Comment("What the reviewer wrote with the verdict, in Markdown; may be empty."),
		field.Time("reviewed_at").Optional().Nillable().Comment("When the verdict was given; empty while there is none."),
		field.Int("approved_version").Default(0).NonNegative().
			Comment("Number of the newest content version that was approved; 0 when none ever was."),
	}
}

// Edges of Reviewed.
func (Reviewed) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("reviewer", User.Type).Field("reviewer_id").Unique().Annotations(hidden).
			Comment("User who is asked to review, or who reviewed last."),
	}
}
