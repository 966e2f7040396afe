package store

import (
	"context"
	"database/sql"
	sqldriver "database/sql/driver"
	"errors"
	"fmt"
	"io"

	entsql "entgo.io/ent/dialect/sql"
)

// recording is a whole answer, in the values that the driver gave.
type recording struct {
	columns []string
	values  [][]any
	place   int
}

// record reads rows to their end and closes them.
func record(rows *sql.Rows) (answer *recording, err error) {
	defer func() { err = errors.Join(err, rows.Close()) }()
	answer = &recording{}
	if answer.columns, err = rows.Columns(); err != nil {
		return nil, err
	}
	into := make([]any, len(answer.columns))
	for rows.Next() {
		row := make([]any, len(into))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		answer.values = append(answer.values, row)
	}
	return answer, rows.Err()
}

// Columns implements driver.Rows.
func (r *recording) Columns() []string { return r.columns }

// Next implements driver.Rows.
func (r *recording) Next(into []sqldriver.Value) error {
	if r.place == len(r.values) {
		return io.EOF
	}
	for i, value := range r.values[r.place] {
		into[i] = value
	}
	r.place++
	return nil
}

// Close implements driver.Rows.
func (r *recording) Close() error { return nil }

// tape is a database that knows nothing but the recordings put into its questions, so that they come as rows do from
// any database, with the same conversions.
type tape struct{}

type recordingKey struct{}

func newTape() *sql.DB { return sql.OpenDB(tape{}) }

// play gives a recording as rows.
func play(ctx context.Context, tape *sql.DB, answer *recording) (*sql.Rows, error) {
	return tape.QueryContext(context.WithValue(ctx, recordingKey{}, answer), "")
}

// asked answers ent, which wants its own kind of rows.
func asked(ctx context.Context, from querier, query string, args, v any) error {
	into, isRows := v.(*entsql.Rows)
	list, isList := args.([]any)
	if !isRows || !isList {
		return fmt.Errorf("asked for %T with %T", v, args)
	}
	found, err := from.QueryContext(ctx, query, list...) //nolint:rowserrcheck // ent reads them and looks
	if err != nil {
		return err
	}
	into.ColumnScanner = found
	return nil
}

// QueryContext implements driver.QueryerContext.
func (tape) QueryContext(ctx context.Context, _ string, _ []sqldriver.NamedValue) (sqldriver.Rows, error) {
	answer, found := ctx.Value(recordingKey{}).(*recording)
	if !found {
		return nil, errors.New("nothing was recorded")
	}
	return answer, nil
}

// Connect implements driver.Connector.
func (t tape) Connect(context.Context) (sqldriver.Conn, error) { return t, nil }

// Driver implements driver.Connector.
func (t tape) Driver() sqldriver.Driver { return t }

// Open implements driver.Driver.
func (t tape) Open(string) (sqldriver.Conn, error) { return t, nil }

// Prepare implements driver.Conn.
func (tape) Prepare(string) (sqldriver.Stmt, error) { return nil, errors.ErrUnsupported }

// Close implements driver.Conn.
func (tape) Close() error { return nil }

// Begin implements driver.Conn.
func (tape) Begin() (sqldriver.Tx, error) { return nil, errors.ErrUnsupported }
