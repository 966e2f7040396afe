package level

import (
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
)

// Nothing keeps no row: it is what a list without values asks for.
func Nothing(s *sql.Selector) { s.Where(sql.False()) }

// Kept keeps rows unless what the column names lies in the trash. It looks each of them up by id: for few rows.
func Kept(name, table, column string) *sql.Predicate {
	d := sql.Dialect(name)
	t := d.Table(table).As("trash")
	return sql.Not(sql.Exists(d.SelectExpr(sql.Expr("1")).From(t).Where(sql.And(
		sql.ColumnsEQ(t.C("id"), column), sql.NotNull(t.C("deleted_at"))))))
}

// KeptAmong is Kept for many rows, with a column that is never empty. SQLite would look up one by one, which takes seconds
// for half a million rows, so there the trash is read once; PostgreSQL sees by itself which is better.
func KeptAmong(name, table, column string) *sql.Predicate {
	if name == dialect.Postgres {
		return Kept(name, table, column)
	}
	d := sql.Dialect(name)
	t := d.Table(table).As("trash")
	return sql.NotIn(column, d.Select(t.C("id")).From(t).Where(sql.NotNull(t.C("deleted_at"))))
}
