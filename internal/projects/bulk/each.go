package bulk

import (
	"encoding/json"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Each makes an update of many rows set a column to another value in each of them, in one statement. Rows without a value
// get NULL. Kind is the type of the column on PostgreSQL, for example text, integer, uuid or jsonb. Call it in a Modify,
// under changes.Setting, and not for times, which the two databases keep differently.
func Each[V any](u *sql.UpdateBuilder, column, kind string, values map[ident.ID]V) {
	if u.Dialect() == dialect.Postgres {
		all := make(map[string]V, len(values))
		for id, value := range values {
			all[id.UUID()] = value
		}
		document, _ := json.Marshal(all) // what columns hold can be spelled as JSON
		u.Set(column, sql.ExprFunc(func(b *sql.Builder) {
			b.WriteString("(").Arg(string(document)).WriteString("::jsonb ->> ").Ident(idColumn).WriteString("::text)::" + kind)
		}))
		return
	}
	// SQLite looks through the names of an object one after another, so the ids lie in small groups.
	groups := map[string]map[string]V{}
	for id, value := range values {
		spelled := id.UUID()
		group := spelled[len(spelled)-2:]
		if groups[group] == nil {
			groups[group] = map[string]V{}
		}
		groups[group][spelled] = value
	}
	document, _ := json.Marshal(groups)
	u.Set(column, sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("json_extract(jsonb(").Arg(string(document)).WriteString(`), '$."' || substr(`).Ident(idColumn).
			WriteString(`, -2) || '"."' || `).Ident(idColumn).WriteString(` || '"')`)
	}))
}

// idColumn is the primary key of every table.
const idColumn = "id"
