package level

import (
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
)

// Conditions on texts. ent's own differ between the databases: SQLite's LIKE ignores the case of ASCII letters, and what
// PostgreSQL folds depends on its locale. These answer alike on both: case counts unless folded, and folding is of ASCII
// letters only. Greater and smaller are byte by byte, whatever the locale.

// Contains keeps rows whose column contains the text.
func Contains(column, text string) func(*sql.Selector) {
	return compare(column, text, "instr(", ", ?) > 0", func(c string) *sql.Predicate { return sql.Contains(c, text) })
}

// HasPrefix keeps rows whose column begins with the text.
func HasPrefix(column, text string) func(*sql.Selector) {
	return compare(column, text, "substr(", ", 1, length(?)) = ?", func(c string) *sql.Predicate { return sql.HasPrefix(c, text) })
}

// HasSuffix keeps rows whose column ends with the text.
func HasSuffix(column, text string) func(*sql.Selector) {
	return compare(column, text, "substr(", ", -max(length(?), 1), length(?)) = ?", func(c string) *sql.Predicate { return sql.HasSuffix(c, text) })
}

// EqualFold keeps rows whose column is the text, whatever the case of ASCII letters.
func EqualFold(column, text string) func(*sql.Selector) {
	return compare(column, text, "lower(", ") = lower(?)", func(c string) *sql.Predicate {
		return folded(c, text, "", " = ", "")
	})
}

// ContainsFold keeps rows whose column contains the text, whatever the case of ASCII letters.
func ContainsFold(column, text string) func(*sql.Selector) {
	return compare(column, text, "instr(lower(", "), lower(?)) > 0", func(c string) *sql.Predicate {
		return folded(c, text, "strpos(", ", ", ") > 0")
	})
}

// GT keeps rows whose column is greater than the text.
func GT(column, text string) func(*sql.Selector) { return bytewise(column, " > ", text) }

// GTE keeps rows whose column is the text or greater.
func GTE(column, text string) func(*sql.Selector) { return bytewise(column, " >= ", text) }

// LT keeps rows whose column is smaller than the text.
func LT(column, text string) func(*sql.Selector) { return bytewise(column, " < ", text) }

// LTE keeps rows whose column is the text or smaller.
func LTE(column, text string) func(*sql.Selector) { return bytewise(column, " <= ", text) }

func bytewise(column, operator, text string) func(*sql.Selector) {
	return compare(column, text, "", operator+"?", func(c string) *sql.Predicate {
		return sql.P(func(b *sql.Builder) { b.Ident(c).WriteString(` COLLATE "C"` + operator).Arg(text) })
	})
}

// compare is the condition before+column+after on SQLite, where each ? is the text, and another one on PostgreSQL.
func compare(column, text, before, after string, postgres func(column string) *sql.Predicate) func(*sql.Selector) {
	return func(s *sql.Selector) {
		if s.Dialect() == dialect.Postgres {
			s.Where(postgres(s.C(column)))
			return
		}
		s.Where(sql.P(func(b *sql.Builder) {
			b.WriteString(before).Ident(s.C(column))
			for _, letter := range after {
				if letter == '?' {
					b.Arg(text)
					continue
				}
				b.WriteString(string(letter))
			}
		}))
	}
}

// folded compares in the C collation, where PostgreSQL knows only the case of ASCII letters.
func folded(column, text, before, between, after string) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.WriteString(before + "lower(").Ident(column).WriteString(` COLLATE "C")` + between + "lower(").
			Arg(text).WriteString(`::text COLLATE "C")` + after)
	})
}
