package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"

	"entgo.io/ent/dialect"

	"github.com/asterism-qa/asterism/ent/gen/ent"
)

// pin is the first statement of a moment. Neither database settles what a transaction sees when it begins, only when it
// reads from a table.
const pin = "SELECT 1 FROM projects LIMIT 1"

// onlyRead are the options of a moment. PostgreSQL gives each statement its own view unless told; SQLite knows no levels, a
// transaction of a reader sees one state of the file.
var onlyRead = sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}

// errOnlyRead is for programmers: whoever writes has no moment, but a transaction of changes.Write.
var errOnlyRead = errors.New("a moment is only read")

// Freeze gives a client that sees the database as it is at this moment, whatever is committed later, with all walls of
// Client. Nothing can be written through it. Several may read through it at once: their statements follow each other. It
// holds a connection until release is called or the context ends; release may be called more than once. After a statement
// failed, those that follow fail with the same error.
func (s *Store) Freeze(ctx context.Context) (client *ent.Client, release func(), err error) {
	tx, err := s.Client.BeginTx(ctx, &onlyRead)
	if err != nil {
		return nil, nil, translate(err)
	}
	return tx.Client(), func() { _ = tx.Rollback() }, nil // there is nothing to lose in it
}

// BeginTx begins a moment; what writes goes by Tx.
func (d *driver) BeginTx(ctx context.Context, options *sql.TxOptions) (dialect.Tx, error) {
	if options == nil || !options.ReadOnly {
		return nil, errors.New("a transaction with options is only read")
	}
	leave, err := d.reading.read(ctx)
	if err != nil {
		return nil, err
	}
	tx, err := d.reader.BeginTx(ctx, options)
	if err != nil {
		leave()
		return nil, understand(ctx, err)
	}
	m := &moment{tx: tx, counter: d.counter, turn: make(chan struct{}, 1), tape: newTape()}
	m.end = sync.OnceValue(func() error {
		defer leave()
		return errors.Join(tx.Rollback(), m.tape.Close())
	})
	m.forget = context.AfterFunc(ctx, func() { _ = m.end() }) // also when nobody releases it
	if _, err := m.ask(ctx, pin, nil); err != nil {
		_ = m.Rollback()
		return nil, err
	}
	return m, nil
}

// moment is a transaction that is only read, by several at once. A connection answers one question at a time, so each
// answer is read to its end before the next question: nobody waits for a reader who keeps rows open.
type moment struct {
	tx      dialect.Tx
	counter *Counter
	tape    *sql.DB
	end     func() error
	forget  func() bool // that the end of the context ends the moment

	turn   chan struct{} // holds one while a statement runs
	failed error         // of the first statement that failed; PostgreSQL answers none after it
}

// QueryContext asks a question; client.QueryContext leads here.
func (m *moment) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	select {
	case m.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	answer, err := m.ask(ctx, query, args)
	<-m.turn
	if err != nil {
		return nil, err
	}
	return play(ctx, m.tape, answer)
}

func (m *moment) ask(ctx context.Context, query string, args []any) (*recording, error) {
	if m.failed != nil {
		return nil, m.failed
	}
	m.counter.add(query)
	found, err := rows(ctx, m.tx, query, args)
	if err != nil {
		m.failed = err
		return nil, err
	}
	answer, err := record(found)
	m.failed = understand(ctx, err)
	return answer, m.failed
}

// Query implements dialect.Tx.
func (m *moment) Query(ctx context.Context, query string, args, v any) error {
	return asked(ctx, m, query, args, v)
}

// Exec implements dialect.Tx.
func (m *moment) Exec(context.Context, string, any, any) error { return errOnlyRead }

// Commit implements dialect.Tx.
func (m *moment) Commit() error { return m.Rollback() }

// Rollback implements dialect.Tx.
func (m *moment) Rollback() error {
	m.forget()
	return m.end()
}
