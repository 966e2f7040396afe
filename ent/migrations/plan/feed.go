package plan

import (
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"
)

// feed are the tables of the change feed. They are no entities: a change is found by its project and number, and only
// internal/store/changelog reads and writes them.
func feed() []*schema.Table {
	identity := func(name, comment string) *schema.Column {
		return &schema.Column{Name: name, Type: field.TypeUUID, SchemaType: map[string]string{dialect.Postgres: "uuid", dialect.SQLite: "text(36)"}, Comment: comment}
	}
	number := func(name, comment string) *schema.Column {
		return &schema.Column{Name: name, Type: field.TypeInt64, Comment: comment}
	}
	heads := &schema.Table{Name: "project_feeds", Comment: "How far the feed of a project has come.", Columns: []*schema.Column{
		identity("project_id", "Project whose feed it is."),
		{Name: "epoch", Type: field.TypeString, Comment: "History in which the numbers count; another one after a restore."},
		number("head", "Number of the last change; 0 before the first."),
		number("floor", "Number of the last change that is no longer kept; 0 while all are."),
	}}
	heads.PrimaryKey = heads.Columns[:1]
	log := &schema.Table{Name: "change_log", Comment: "Every change of every project, in the order of commits.", Columns: []*schema.Column{
		identity("project_id", "Project that the changed thing belongs to."),
		number("seq", "Number of the change in its project, from 1, without holes."),
		identity("event_id", "Identity of the change, the same wherever it is delivered."),
		identity("entity_id", "What was changed; its kind is in the id."),
		{Name: "op", Type: field.TypeString, Comment: "CREATE, UPDATE or DELETE."},
		{Name: "actor_id", Type: field.TypeUUID, SchemaType: heads.Columns[0].SchemaType, Nullable: true, Comment: "Who did it; empty for the system."},
		identity("tx_id", "Transaction in which it happened, the same for all its changes."),
		{Name: "at", Type: field.TypeTime, Comment: "When it was done; order is by number, never by time."},
		{Name: "data", Type: field.TypeString, Size: 2 << 30, Comment: "The rest of the envelope, as JSON text that never changes."},
	}}
	log.PrimaryKey = log.Columns[:2]
	log.Indexes = []*schema.Index{{Name: "changelog_project_id_entity_id_seq", Columns: []*schema.Column{log.Columns[0], log.Columns[3], log.Columns[1]}}}
	return []*schema.Table{heads, log}
}
