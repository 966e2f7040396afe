package bulk

import (
	"encoding/json"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/ident"
)

// InTexts keeps rows whose column holds one of the texts. They travel as one value, so that their number meets no limit
// of a database.
func InTexts(d, column string, texts []string) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.Ident(column).WriteString(" IN (")
		EachText(b, d, texts)
		b.WriteString(")")
	})
}

// EachText writes a subquery that gives each of the texts in its column value.
func EachText(b *sql.Builder, d string, texts []string) {
	if texts == nil {
		texts = []string{}
	}
	document, _ := json.Marshal(texts) // texts cannot fail
	if d == dialect.Postgres {
		b.WriteString("SELECT value FROM json_array_elements_text(").Arg(string(document)).WriteString("::json)")
		return
	}
	b.WriteString("SELECT value FROM json_each(").Arg(string(document)).WriteString(")")
}

// Texts is InTexts in the form of a model's predicate.
func Texts[P ~func(*sql.Selector)](column string, texts []string) P {
	return func(s *sql.Selector) { s.Where(InTexts(s.Dialect(), s.C(column), texts)) }
}

// IDs keeps rows whose column holds one of the ids, in the form of a model's predicate.
func IDs[P ~func(*sql.Selector)](column string, ids []ident.ID) P {
	return func(s *sql.Selector) { s.Where(level.In(s.Dialect(), s.C(column), ids)) }
}
