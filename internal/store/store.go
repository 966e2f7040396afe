package store

import (
	"context"
	"database/sql"
	"strings"
	"sync"

	"entgo.io/ent/dialect"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/fault"
)

// Store is an open database.
type Store struct {
	// Client reads and writes through the model; areas get it or a transaction of it.
	Client *ent.Client
	// Statements counts what is sent to the database, for tests and metrics.
	Statements *Counter

	dialect string
	path    string  // of the SQLite file; empty on PostgreSQL
	server  *server // nil on SQLite
	writer  *sql.DB
	reader  *sql.DB
	reading *turns

	prepared sync.Once
}

// Open opens the database at an address without changing it; Migrate brings it to the present model.
func Open(ctx context.Context, address string) (*Store, error) {
	switch {
	case strings.HasPrefix(address, "sqlite:"):
		return openSQLite(ctx, strings.TrimPrefix(address, "sqlite:"))
	case strings.HasPrefix(address, "postgres://"), strings.HasPrefix(address, "postgresql://"):
		return openPostgres(ctx, address)
	}
	return nil, fault.New(fault.Invalid, "the database address must be sqlite:PATH or postgres://…, not %q", scheme(address)).At("db")
}

// scheme keeps passwords out of messages.
func scheme(address string) string {
	before, _, _ := strings.Cut(address, ":")
	return before
}

// Prepare lets the client be made ready for writing, the first time that it is called: what is added to a client twice
// happens twice. Only changes calls it.
func (s *Store) Prepare(prepare func(*ent.Client)) { s.prepared.Do(func() { prepare(s.Client) }) }

// Dialect tells which kind of database this is, in ent's words.
func (s *Store) Dialect() string { return s.dialect }

// Close ends all connections.
func (s *Store) Close() error {
	err := s.writer.Close()
	if s.reader != s.writer {
		if other := s.reader.Close(); err == nil {
			err = other
		}
	}
	if s.server != nil {
		if other := s.server.waker.Close(); err == nil {
			err = other
		}
	}
	return err
}

// connect takes the pools into use: as many turns for readers as given, which on PostgreSQL writers take too, and one
// writer on SQLite.
func (s *Store) connect(reader, writer *sql.DB, concurrent int) {
	s.reader, s.writer = reader, writer
	s.reading = newTurns(concurrent)
	writing := s.reading
	if writer != reader {
		writing = newTurns(1)
	}
	s.Statements = &Counter{}
	s.Client = ent.NewClient(ent.Driver(newDriver(s.dialect, pooled{reader, s.reading}, pooled{writer, writing}, s.Statements)))
}

// isSQLite tells whether there is one writer for the whole file.
func (s *Store) isSQLite() bool { return s.dialect == dialect.SQLite }

// Ping tells whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return understand(ctx, s.reader.PingContext(ctx)) }
