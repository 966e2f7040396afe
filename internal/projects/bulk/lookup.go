package bulk

import (
	"encoding/json"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/internal/ident"
)

// InTexts is true where a column holds one of the texts. They travel as one value, so that their number meets no limit
// of a database. PostgreSQL gets an array, since it plans that with the number of values in mind even when it has not
// yet counted the rows of a table; with a subquery an import into an empty project took ten times as long.
func InTexts(d, column string, texts []string) *sql.Predicate {
	return in(d, column, texts, "text")
}

// InIDs is true where a column holds one of the ids; see InTexts.
func InIDs(d, column string, ids []ident.ID) *sql.Predicate {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = id.UUID()
	}
	return in(d, column, texts, "uuid")
}

func in(d, column string, texts []string, kind string) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.Ident(column)
		if d == dialect.Postgres {
			b.WriteString(" = ANY (").Arg(array(texts)).WriteString("::" + kind + "[])")
			return
		}
		if texts == nil {
			texts = []string{}
		}
		document, _ := json.Marshal(texts) // texts cannot fail
		b.WriteString(" IN (SELECT value FROM json_each(").Arg(string(document)).WriteString("))")
	})
}

var escapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// array spells texts as an array of PostgreSQL.
func array(texts []string) string {
	var b strings.Builder
	b.WriteByte('{')
	for i, text := range texts {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('"')
		b.WriteString(escapes.Replace(text))
		b.WriteByte('"')
	}
	b.WriteByte('}')
	return b.String()
}

// Texts is InTexts in the form of a model's predicate.
func Texts[P ~func(*sql.Selector)](column string, texts []string) P {
	return func(s *sql.Selector) { s.Where(InTexts(s.Dialect(), s.C(column), texts)) }
}

// IDs is InIDs in the form of a model's predicate.
func IDs[P ~func(*sql.Selector)](column string, ids []ident.ID) P {
	return func(s *sql.Selector) { s.Where(InIDs(s.Dialect(), s.C(column), ids)) }
}
