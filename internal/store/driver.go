package store

import (
	"context"
	"database/sql"
	"sync/atomic"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
)

// Counter counts statements. Tests assert on it: no query may cost a statement for each row.
type Counter struct {
	total atomic.Int64
	// Trace receives every statement's text when it is set; for tests and debugging only.
	Trace atomic.Pointer[func(statement string)]
}

// Count is the number of statements so far.
func (c *Counter) Count() int64 { return c.total.Load() }

func (c *Counter) add(statement string) {
	c.total.Add(1)
	if trace := c.Trace.Load(); trace != nil {
		(*trace)(statement)
	}
}

// driver sends queries to the readers and everything else to the writer, counts, and words what nobody here can help. On PostgreSQL both are one pool.
type driver struct {
	dialect string
	reader  *entsql.Driver
	writer  *entsql.Driver
	reading *turns
	writing *turns
	counter *Counter
	kept    *kept // by the writer's connections
}

// pooled are connections and the turns at them.
type pooled struct {
	db    *sql.DB
	turns *turns
}

func newDriver(d string, reader, writer pooled, counter *Counter) dialect.Driver {
	return &driver{
		dialect: d, reader: entsql.OpenDB(d, reader.db), writer: entsql.OpenDB(d, writer.db),
		reading: reader.turns, writing: writer.turns, counter: counter,
		kept: &kept{db: writer.db},
	}
}

// Exec implements dialect.Driver.
func (d *driver) Exec(ctx context.Context, query string, args, v any) error {
	leave, err := d.writing.write(ctx)
	if err != nil {
		return err
	}
	defer leave()
	d.counter.add(query)
	return understand(ctx, d.writer.Exec(ctx, query, args, v))
}

// Query implements dialect.Driver.
func (d *driver) Query(ctx context.Context, query string, args, v any) error {
	leave, err := d.reading.read(ctx)
	if err != nil {
		return err
	}
	d.counter.add(query)
	if err := d.reader.Query(ctx, query, args, v); err != nil {
		leave()
		return understand(ctx, err)
	}
	attentive(ctx, v, leave)
	return nil
}

// Tx implements dialect.Driver.
func (d *driver) Tx(ctx context.Context) (dialect.Tx, error) {
	leave, err := d.writing.write(ctx)
	if err != nil {
		return nil, err
	}
	tx, err := d.writer.Tx(ctx)
	if err != nil {
		leave()
		return nil, understand(ctx, err)
	}
	return &transaction{Tx: tx, ctx: ctx, dialect: d.dialect, counter: d.counter, kept: d.kept, leave: leave}, nil
}

// Close implements dialect.Driver; the store owns the pools.
func (d *driver) Close() error { return nil }

// Dialect implements dialect.Driver.
func (d *driver) Dialect() string { return d.dialect }

type transaction struct {
	dialect.Tx
	ctx     context.Context // under which it began
	dialect string
	counter *Counter
	kept    *kept
	leave   func() // gives the turn back

	statements int
}

// Exec implements dialect.Tx.
func (t *transaction) Exec(ctx context.Context, query string, args, v any) error {
	if err := t.replan(ctx); err != nil {
		return err
	}
	t.counter.add(query)
	return understand(ctx, t.Tx.Exec(ctx, query, args, v))
}

// Query implements dialect.Tx.
func (t *transaction) Query(ctx context.Context, query string, args, v any) error {
	if err := t.replan(ctx); err != nil {
		return err
	}
	t.counter.add(query)
	if err := t.Tx.Query(ctx, query, args, v); err != nil {
		return understand(ctx, err)
	}
	attentive(ctx, v, func() {})
	return nil
}

// Rollback implements dialect.Tx.
func (t *transaction) Rollback() error {
	defer t.leave()
	return t.Tx.Rollback()
}
