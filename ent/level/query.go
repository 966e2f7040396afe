package level

import (
	"fmt"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/internal/ident"
)

// PerParent turns a query for all rows into one for a page of rows of each parent, in one statement.
func PerParent(page Page, orders Orders, relation Relation) func(*sql.Selector) {
	return func(s *sql.Selector) {
		d := sql.Dialect(s.Dialect())
		reverse := page.Last != nil
		s.SetDistinct(false)
		if relation == nil {
			s.OrderExpr(sql.ExprFunc(func(b *sql.Builder) { orders.write(b, reverse) }))
			if limit := page.limit(); limit > 0 {
				s.Limit(limit)
			}
			return
		}
		columns := append(s.UnqualifiedColumns(), ParentColumn)
		s.AppendSelectAs(relation(s), ParentColumn)
		place := sql.RowNumber().PartitionBy(ParentColumn).
			OrderExpr(sql.ExprFunc(func(b *sql.Builder) { orders.write(b, reverse) }))
		name := s.TableName()
		with := d.With("level_all").As(s.Clone()).
			With("level_placed").As(d.Select("*").AppendSelectExprAs(place, "level_place").From(d.Table("level_all")))
		placed := d.Table("level_placed").As(name)
		outer := d.Select(columns...).From(placed).Prefix(with).
			OrderBy(placed.C(ParentColumn), placed.C("level_place"))
		if limit := page.limit(); limit > 0 {
			outer.Where(sql.LTE(placed.C("level_place"), limit))
		}
		*s = *outer
	}
}

// CountPerParent turns a query into one that counts the rows of each parent; without a relation it counts all of them.
func CountPerParent(relation Relation) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.SetDistinct(false)
		if relation == nil {
			s.Select(sql.As(sql.Count("*"), "level_count"))
			return
		}
		parent := relation(s)
		s.Select(sql.As(parent, ParentColumn), sql.As(sql.Count("*"), "level_count")).GroupBy(parent)
	}
}

// In keeps rows whose column holds one of the ids. It passes them as one value, so the text of a statement does not
// depend on how many there are and no database's limit on the number of parameters is met. PostgreSQL gets an array, whose
// length its planner knows even for tables without statistics.
func In(d, column string, ids []ident.ID) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.Ident(column)
		if d == dialect.Postgres {
			b.WriteString(" = ANY(").Arg(Listed(d, ids)).WriteString("::uuid[])")
			return
		}
		b.WriteString(" IN (SELECT value FROM json_each(").Arg(Listed(d, ids)).WriteString("))")
	})
}

// Listed writes ids as one value: an array for PostgreSQL, JSON for SQLite.
func Listed(d string, ids []ident.ID) string {
	texts := make([]string, len(ids))
	for i, one := range ids {
		texts[i] = one.UUID()
	}
	if d == dialect.Postgres {
		return "{" + strings.Join(texts, ",") + "}"
	}
	if len(ids) == 0 {
		return "[]"
	}
	return `["` + strings.Join(texts, `","`) + `"]`
}

// ParentID reads the parent's id from whatever type the driver gave it.
func ParentID(value any, err error) (ident.ID, error) {
	if err != nil {
		return ident.ID{}, err
	}
	var parent ident.ID
	switch typed := value.(type) {
	case *any:
		return ParentID(*typed, nil)
	case string, []byte:
		err = parent.Scan(typed)
	case *string:
		err = parent.Scan(*typed)
	case sql.NullString:
		err = parent.Scan(typed.String)
	case *sql.NullString:
		err = parent.Scan(typed.String)
	default:
		err = fmt.Errorf("the parent column came as %T", value)
	}
	return parent, err
}
