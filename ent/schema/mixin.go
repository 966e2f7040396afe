package schema

import (
	"time"

	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"entgo.io/ent/schema/mixin"

	"github.com/asterism-qa/asterism/internal/ident"
)

// idColumn stores an ID natively on PostgreSQL and as text on SQLite.
var idColumn = map[string]string{dialect.Postgres: "uuid", dialect.SQLite: "text(36)"}

// keyColumn sorts by bytes on PostgreSQL too, so that both databases give lists in the same order.
var keyColumn = map[string]string{dialect.Postgres: "text", dialect.SQLite: "text"}

// required is a column that names another entity and is never empty or changed.
func required(name, comment string) ent.Field {
	return field.UUID(name, ident.ID{}).Immutable().SchemaType(idColumn).Comment(comment).
		Annotations(entgql.Skip(entgql.SkipType))
}

// optional is a column that names another entity or nothing.
func optional(name, comment string) ent.Field {
	return field.UUID(name, ident.ID{}).Optional().Nillable().SchemaType(idColumn).Comment(comment).
		Annotations(entgql.Skip(entgql.SkipType))
}

// hidden keeps an edge out of generated API types; the API shows edges by hand-written connections.
var hidden = entgql.Skip(entgql.SkipType)

// Base gives an entity its id and says when it was made and changed, and by whom.
type Base struct {
	mixin.Schema
	kind ident.Kind
}

// Fields of Base.
func (b Base) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("id", ident.ID{}).Default(b.kind.Make()).Immutable().SchemaType(idColumn).
			Comment("Identifies this entity everywhere; shown with a prefix that tells its kind."),
		field.Time("created_at").Immutable().Default(now).
			Annotations(entgql.OrderField("CREATED_AT")).
			Comment("When this was first stored, in UTC."),
		field.Time("updated_at").Default(now).UpdateDefault(now).
			Annotations(entgql.OrderField("UPDATED_AT")).
			Comment("When this was last changed, in UTC; the creation time when it never was."),
		field.UUID("created_by_id", ident.ID{}).Optional().Nillable().Immutable().SchemaType(idColumn).
			Annotations(entgql.Skip(entgql.SkipType, entgql.SkipWhereInput)).
			Comment("User who stored this first; empty when the system did."),
		field.UUID("updated_by_id", ident.ID{}).Optional().Nillable().SchemaType(idColumn).
			Annotations(entgql.Skip(entgql.SkipType, entgql.SkipWhereInput)).
			Comment("User who changed this last; empty when the system did."),
	}
}

// now is cut to microseconds, the finest that both databases keep.
func now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

// Owned puts an entity inside one project, the wall that nothing crosses.
type Owned struct{ mixin.Schema }

// Fields of Owned.
func (Owned) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("project_id", ident.ID{}).Immutable().SchemaType(idColumn).
			Annotations(entgql.Skip(entgql.SkipType, entgql.SkipWhereInput)).
			Comment("Project that owns this; never changes."),
	}
}

// Edges of Owned.
func (Owned) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("project", Project.Type).Field("project_id").Unique().Required().Immutable().
			Annotations(entgql.Skip(entgql.SkipAll)).
			Comment("Project that owns this."),
	}
}

// Keyed gives an entity the name that people use, unique in its project and kind.
type Keyed struct{ mixin.Schema }

// Fields of Keyed.
func (Keyed) Fields() []ent.Field {
	return []ent.Field{
		field.String("key").NotEmpty().MaxLen(200).Immutable().SchemaType(keyColumn).
			Annotations(entgql.OrderField("KEY")).
			Comment("The name that people use: the source's own id where it has one, otherwise a made one such as R-12. Unique in its project and kind."),
	}
}

// Indexes of Keyed.
func (Keyed) Indexes() []ent.Index {
	return []ent.Index{index.Fields("project_id", "key").Unique()}
}

// Versioned counts changes, so that two editors cannot overwrite each other unseen.
type Versioned struct{ mixin.Schema }

// Fields of Versioned.
func (Versioned) Fields() []ent.Field {
	return []ent.Field{
		field.Int("version").Default(1).Positive().
			Annotations(entgql.Skip(entgql.SkipWhereInput)).
			Comment("Counts the changes of this entity from 1; an update names the one that it saw."),
	}
}

// Trashed lets people delete something and take it back.
type Trashed struct{ mixin.Schema }

// Fields of Trashed.
func (Trashed) Fields() []ent.Field {
	return []ent.Field{
		field.Time("deleted_at").Optional().Nillable().
			Annotations(entgql.Skip(entgql.SkipType, entgql.SkipWhereInput)).
			Comment("When this was put into the trash; empty while it is in use."),
	}
}

// table names the table and lets ent walk it by connections with several orders.
func table(name, description string) []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Table: name},
		entgql.RelayConnection(),
		entgql.MultiOrder(),
		schema.Comment(description),
		entsql.WithComments(true),
	}
}
