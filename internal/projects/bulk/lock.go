package bulk

import (
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
)

// noKeyUpdate keeps other writers off a row, but not those who merely point to it.
const noKeyUpdate sql.LockStrength = "NO KEY UPDATE"

// Lock keeps the rows of a query from being changed by others until the transaction ends. SQLite needs no such thing:
// it has one writer. The query must not ask for distinct rows.
func Lock[P ~func(*sql.Selector)]() P {
	return func(s *sql.Selector) {
		if s.Dialect() == dialect.Postgres {
			s.For(noKeyUpdate)
		}
	}
}
