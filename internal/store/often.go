package store

import (
	"context"
	"database/sql"
	"fmt"
	"sync"

	entsql "entgo.io/ent/dialect/sql"
)

type oftenKey struct{}

// Often is for questions of a transaction that nearly every commit asks, in the same words: each connection to PostgreSQL
// keeps them parsed and planned, so that they take one way to the server instead of two. There must be few of them, since
// they are kept until the store is closed.
func Often(ctx context.Context) context.Context { return context.WithValue(ctx, oftenKey{}, true) }

func isOften(ctx context.Context) bool { return ctx.Value(oftenKey{}) != nil }

// kept are the questions that connections of a pool know already.
type kept struct {
	db      *sql.DB
	holding sync.Mutex
	known   map[string]*sql.Stmt
}

// query asks as a part of a transaction, in words that its connection learns when it does not know them yet.
func (k *kept) query(ctx context.Context, tx *entsql.Tx, query string, args []any) (*sql.Rows, error) {
	underlying, ok := tx.ExecQuerier.(*sql.Tx)
	if !ok {
		return nil, fmt.Errorf("%T keeps no statements", tx.ExecQuerier)
	}
	statement, err := k.statement(ctx, query)
	if err != nil {
		return nil, understand(ctx, err)
	}
	found, err := underlying.StmtContext(ctx, statement).QueryContext(ctx, args...) //nolint:sqlclosecheck // the transaction closes its handle
	return found, understand(ctx, err)
}

func (k *kept) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	k.holding.Lock()
	defer k.holding.Unlock()
	if known := k.known[query]; known != nil {
		return known, nil
	}
	made, err := k.db.PrepareContext(ctx, query) //nolint:sqlclosecheck // kept for as long as its connections
	if err != nil {
		return nil, err
	}
	if k.known == nil {
		k.known = map[string]*sql.Stmt{}
	}
	k.known[query] = made
	return made, nil
}
