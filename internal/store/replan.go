package store

import (
	"context"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
)

// settled is how many statements a transaction makes before its plans are thrown away for the first time.
const settled = 16

// replan lets PostgreSQL think again about how it follows references, after 16, 32, 64, … statements of a transaction.
// A server keeps such a plan for as long as the connection lives. One that it made while a table was empty may read all
// rows of a project for each row that points to one of them: the first import of a large project took the square of time.
func (t *transaction) replan(ctx context.Context) error {
	t.statements++
	if t.dialect != dialect.Postgres || t.statements < settled || t.statements&(t.statements-1) != 0 {
		return nil
	}
	var result entsql.Result
	return understand(ctx, t.Tx.Exec(ctx, "DISCARD PLANS", []any{}, &result))
}
