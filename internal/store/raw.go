package store

import (
	"context"
	"database/sql"
	"fmt"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
)

// Statements in SQL, which only the log of changes needs: its rows are no entities. Areas must not write by them, since
// nobody would be told; a test of internal/house holds that.

// executor sends statements, querier questions, as database/sql does.
type (
	executor interface {
		ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	}
	querier interface {
		QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	}
)

// QueryContext asks the readers.
func (d *driver) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	d.counter.add(query)
	return rows(ctx, d.reader, query, args)
}

// ExecContext sends a statement as a part of the transaction.
func (t *transaction) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	sender, ok := t.Tx.(executor)
	if !ok {
		return nil, fmt.Errorf("%T sends no statements", t.Tx)
	}
	t.counter.add(query)
	result, err := sender.ExecContext(ctx, query, args...)
	return result, understand(ctx, err)
}

// QueryContext asks as a part of the transaction.
func (t *transaction) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	t.counter.add(query)
	if tx, ok := t.Tx.(*entsql.Tx); ok && isOften(ctx) && t.dialect == dialect.Postgres {
		return t.kept.query(ctx, tx, query, args)
	}
	return rows(ctx, t.Tx, query, args)
}

func rows(ctx context.Context, from dialect.ExecQuerier, query string, args []any) (*sql.Rows, error) {
	asker, ok := from.(querier)
	if !ok {
		return nil, fmt.Errorf("%T answers no questions", from)
	}
	found, err := asker.QueryContext(ctx, query, args...)
	return found, understand(ctx, err)
}
