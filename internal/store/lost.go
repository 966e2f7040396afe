package store

import (
	"context"
	sqldriver "database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/lib/pq"
	"modernc.org/sqlite"

	"github.com/asterism-qa/asterism/internal/fault"
)

// timeout is the kind of failure of a statement that the database ended because it took too long.
const timeout fault.Code = "TIMEOUT"

// errGone marks what is said about a database that went away, so that a write can add what became of it.
var errGone = errors.New("the database went away")

// Codes of PostgreSQL for connections that are of no more use or not to be had, and of SQLite for files that are damaged.
const (
	postgresConnection = "08"  // the class of what befalls connections
	postgresStop       = "57P" // the server stops, starts, or was told to end the connection
	postgresIdle       = "25P03"
	postgresTooMany    = "53300"
	postgresCancelled  = "57014"

	sqliteCorrupt    = 11
	sqliteNoDatabase = 26
)

// understand gives words to failures of a database that are nobody's mistake in the program: it went away, its file is
// damaged, or it was told to end long statements. It is asked where the drivers answer, since a reader of files knows
// some of the same errors. What fails because the caller went away is that, whatever word the driver has for it: PostgreSQL
// says of a statement that it was cancelled. Everything else passes unchanged.
func understand(ctx context.Context, err error) error {
	if err == nil || fault.Of(err) != nil || errors.Is(err, context.Canceled) {
		return err
	}
	if left := ctx.Err(); left != nil {
		if errors.Is(err, left) {
			return err
		}
		return fmt.Errorf("%w: %w", left, err)
	}
	var postgres *pq.Error
	var lite *sqlite.Error
	switch {
	case gone(err): // a server that did not take a connection in time, too, which is the end of a context of the driver's own
		return fault.New(fault.Unavailable, "the database went away; try again").Because(fmt.Errorf("%w: %w", errGone, err))
	case errors.As(err, &postgres) && postgres.Code == postgresCancelled:
		return fault.New(timeout, "the database ended a statement that took too long; ask for less, or have its statement_timeout raised").Because(err)
	case errors.As(err, &lite) && slices.Contains([]int{sqliteCorrupt, sqliteNoDatabase}, lite.Code()&0xff):
		return fault.New(fault.Unavailable, "the database file is damaged; restore a copy").Because(err)
	}
	return err
}

// Understand is for those who read rows by themselves, as the log of changes does.
func Understand(ctx context.Context, err error) error { return understand(ctx, err) }

// gone tells whether a driver lost its connection, or got none.
func gone(err error) bool {
	var postgres *pq.Error
	if errors.As(err, &postgres) {
		code := string(postgres.Code)
		return strings.HasPrefix(code, postgresConnection) || strings.HasPrefix(code, postgresStop) ||
			code == postgresIdle || code == postgresTooMany
	}
	var network *net.OpError
	return errors.Is(err, sqldriver.ErrBadConn) || errors.As(err, &network) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}

// attentive makes the rows that a query answers with give words to what happens while they are read, and leave when they
// are closed.
func attentive(ctx context.Context, answer any, leave func()) {
	if rows, ok := answer.(*entsql.Rows); ok {
		rows.ColumnScanner = scanner{rows.ColumnScanner, ctx, leave}
		return
	}
	leave()
}

type scanner struct {
	entsql.ColumnScanner
	ctx   context.Context
	leave func()
}

// Scan implements sql.ColumnScanner.
func (s scanner) Scan(targets ...any) error {
	return understand(s.ctx, s.ColumnScanner.Scan(targets...))
}

// Err implements sql.ColumnScanner.
func (s scanner) Err() error { return understand(s.ctx, s.ColumnScanner.Err()) }

// Close implements sql.ColumnScanner.
func (s scanner) Close() error {
	defer s.leave()
	return understand(s.ctx, s.ColumnScanner.Close())
}

// Commit implements dialect.Tx. Of a connection that is lost now nobody can say whether the database still committed.
func (t *transaction) Commit() error {
	defer t.leave()
	err := t.Tx.Commit()
	if err != nil && t.ctx.Err() == nil && gone(err) {
		return fault.New(fault.Unavailable, "the database went away at the very end; look whether it has what was written, and try again if not").Because(err)
	}
	return understand(t.ctx, err)
}
