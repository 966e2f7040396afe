package search

import (
	"strings"
	"unicode/utf8"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/searchentry"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// The ranks of a hit, the best first.
const (
	RankKey   = 4 // the text is the key
	RankTitle = 3 // the key begins with the text, or every word is a whole word of the title
	RankPiece = 2 // every word is at least a piece of the title
	RankText  = 1 // the words are elsewhere
)

// matching keeps entries in which everything asked for occurs.
func (a asked) matching() predicate.SearchEntry {
	return func(s *sql.Selector) {
		s.Where(having(s, a.terms(s.Dialect())))
		for _, unit := range a.units {
			if unit.piece == "" {
				continue
			}
			s.Where(sql.Or(holds(s, searchentry.FieldTitle, unit.piece), holds(s, searchentry.FieldBody, unit.piece),
				holds(s, searchentry.FieldKey, unit.piece)))
		}
	}
}

// having asks the full-text index of the database. What a person typed arrives here as terms of letters and digits, so
// it cannot be an operator of either language.
func having(s *sql.Selector, condition string) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		if s.Dialect() == dialect.Postgres {
			b.Ident(s.C(searchentry.FieldTerms)).WriteString(" @@ ").Arg(condition).WriteString("::tsquery")
			return
		}
		b.Ident(s.C(searchentry.FieldRow)).WriteString(" IN (SELECT rowid FROM search_terms WHERE search_terms MATCH ").
			Arg(condition).WriteString(")")
	})
}

// terms is the condition on terms in the language of a database.
func (a asked) terms(d string) string {
	and, quote, open := " AND ", `"`, "*"
	if d == dialect.Postgres {
		and, quote, open = " & ", "'", ":*"
	}
	var all []string
	seen := map[string]bool{}
	for _, unit := range a.units {
		for i, term := range unit.terms {
			term = quote + term + quote
			if unit.open && i == len(unit.terms)-1 {
				term += open
			}
			if !seen[term] {
				seen[term] = true
				all = append(all, term)
			}
		}
	}
	return strings.Join(all, and)
}

// anyTerm keeps entries that hold the marker of one of the tags.
func anyTerm(tags []ident.ID) predicate.SearchEntry {
	return func(s *sql.Selector) {
		or, quote := " OR ", `"`
		if s.Dialect() == dialect.Postgres {
			or, quote = " | ", "'"
		}
		markers := make([]string, len(tags))
		for i, tag := range tags {
			markers[i] = quote + marker(tag) + quote
		}
		s.Where(having(s, strings.Join(markers, or)))
	}
}

// in keeps entries of projects. The sign keeps SQLite from starting there, where it would read whole projects.
func in(projects []ident.ID) predicate.SearchEntry {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			if s.Dialect() == dialect.SQLite {
				b.WriteString("+")
			}
			b.Join(bulk.InIDs(s.Dialect(), s.C(searchentry.FieldProjectID), projects))
		}))
	}
}

// holds is true where a column holds a text somewhere, byte for byte.
func holds(s *sql.Selector, column, text string) *sql.Predicate {
	return found(s, column, text, " > 0")
}

// begins is true where a column begins with a text.
func begins(s *sql.Selector, column, text string) *sql.Predicate {
	return found(s, column, text, " = 1")
}

func found(s *sql.Selector, column, text, where string) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		function := "instr"
		if s.Dialect() == dialect.Postgres {
			function = "strpos"
		}
		b.WriteString(function).Wrap(func(b *sql.Builder) { b.Ident(s.C(column)).Comma().Arg(text) }).WriteString(where)
	})
}

// rank is an expression for the rank of an entry that matches.
func (a asked) rank(s *sql.Selector) sql.Querier {
	var words, pieces []*sql.Predicate
	for _, unit := range a.units {
		word, piece := unit.inTitle(s)
		words, pieces = append(words, word...), append(pieces, piece...)
	}
	return sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("CASE WHEN ").Join(sql.EQ(s.C(searchentry.FieldKey), a.whole)).WriteString(" THEN 4 WHEN ").
			Join(sql.Or(begins(s, searchentry.FieldKey, a.whole), sql.And(words...))).WriteString(" THEN 3 WHEN ").
			Join(sql.And(pieces...)).WriteString(" THEN 2 ELSE 1 END")
	})
}

// inTitle are the conditions that the unit stands in the title, as whole words and as a piece. Where a script has no
// words, and in a phrase, there is no difference.
func (u unit) inTitle(s *sql.Selector) (words, pieces []*sql.Predicate) {
	if u.piece != "" {
		only := holds(s, searchentry.FieldTitle, u.piece)
		return []*sql.Predicate{only}, []*sql.Predicate{only}
	}
	for _, term := range u.terms {
		piece := holds(s, searchentry.FieldTitle, term)
		pieces = append(pieces, piece)
		if r, _ := utf8.DecodeRuneInString(term); isDense(r) {
			words = append(words, piece)
			continue
		}
		words = append(words, holds(s, searchentry.FieldTitle, whole(term)))
	}
	return words, pieces
}
