package changelog

import (
	"context"
	"database/sql"
	"strconv"
	"strings"
	"time"

	"entgo.io/ent/dialect"

	"github.com/asterism-qa/asterism/internal/ident"
)

// DB is what the log is read from: an ent client or a transaction of it.
type DB interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// Tx is what the log is written through: a transaction.
type Tx interface {
	DB
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// Record is one row of the log.
type Record struct {
	// Project owns what was changed.
	Project ident.ID
	// Seq numbers the changes of the project from 1, without holes.
	Seq int64
	// Event identifies the change wherever it is delivered, as UUID text.
	Event string
	// Entity was changed; its kind is in the id.
	Entity ident.ID
	// Op is CREATE, UPDATE or DELETE.
	Op string
	// Actor did it; zero for the system.
	Actor ident.ID
	// Tx names the transaction, the same for all its changes, as UUID text.
	Tx string
	// At is when it was done, in UTC to the microsecond.
	At time.Time
	// Data is the rest of the envelope: members of a JSON object without its braces, written once.
	Data string
}

// Head is how far the feed of a project has come.
type Head struct {
	// Project is whose feed it is.
	Project ident.ID
	// Epoch names the history in which the numbers count: sixteen hexadecimal digits.
	Epoch string
	// Head is the number of the last change; 0 before the first.
	Head int64
	// Floor is the number of the last change that is no longer kept; 0 while all are.
	Floor int64
}

// numbered writes the places of values in a statement as the dialect wants them.
func numbered(d, statement string) string {
	if d != dialect.Postgres {
		return statement
	}
	var text strings.Builder
	parts := strings.Split(statement, "?")
	for i, part := range parts {
		if i > 0 {
			text.WriteString("$")
			text.WriteString(strconv.Itoa(i))
		}
		text.WriteString(part)
	}
	return text.String()
}
