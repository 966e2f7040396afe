package store

import (
	"context"
	"database/sql"
	"net/url"
	"sync/atomic"
	"time"

	"entgo.io/ent/dialect"
	"github.com/lib/pq"

	"github.com/asterism-qa/asterism/internal/fault"
)

// Settings of the connection pool. Sixteen connections keep a small server's processors busy; a longer life than half an
// hour would pin connections to a standby that took over.
const (
	maxConnections = 16
	maxLifetime    = 30 * time.Minute
	// answerWithin is how many seconds a server has to answer, unless the address says otherwise.
	answerWithin = "10"
	// grace is how much longer than a statement may take its answer may be on the way.
	grace = 5 * time.Second
)

// server is how a store reaches its PostgreSQL server.
type server struct {
	address *url.URL // with the settings of an ordinary session
	// patience is how many nanoseconds an ordinary session waits for an answer; 0 is for ever.
	patience atomic.Int64
	waker    *sql.DB // one session, which sends notifications
}

func openPostgres(ctx context.Context, address string) (*Store, error) {
	parsed, err := url.Parse(address)
	if err != nil {
		return nil, fault.New(fault.Invalid, "the database address is not a valid postgres:// address").At("db")
	}
	s := &server{}
	s.patience.Store(int64(time.Minute + grace)) // until the server has told
	var db *sql.DB
	if s.address, err = begun(parsed); err == nil {
		db, err = pool(s.address, s.waits, maxConnections+spare)
	}
	if err == nil {
		s.waker, err = pool(with(s.address, volatile), briefly, 1)
	}
	if err != nil {
		return nil, fault.New(fault.Invalid, "the database address is not a valid postgres:// address; look at the settings behind its question mark").
			Because(err).At("db")
	}
	if err := s.learn(ctx, db); err != nil {
		_, _ = db.Close(), s.waker.Close()
		return nil, fault.New(fault.Unavailable, "the PostgreSQL server at %s does not answer; check the address, the database name and the password", parsed.Host).Because(err)
	}
	opened := &Store{dialect: dialect.Postgres, server: s}
	opened.connect(db, db, maxConnections)
	return opened, nil
}

// pool makes sessions at an address that wait as long as they are told.
func pool(address *url.URL, patience func() time.Duration, connections int) (*sql.DB, error) {
	connector, err := pq.NewConnector(address.String())
	if err != nil {
		return nil, err
	}
	connector.Dialer(dialer{patience})
	db := sql.OpenDB(connector)
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	db.SetConnMaxLifetime(maxLifetime)
	return db, nil
}

// learn asks the server how long a statement may take, which the address, a role or the server itself may have said.
func (s *server) learn(ctx context.Context, db *sql.DB) error {
	var milliseconds int64
	err := db.QueryRowContext(ctx, "SELECT setting::bigint FROM pg_settings WHERE name = 'statement_timeout'").Scan(&milliseconds)
	if err != nil {
		return err
	}
	patience := time.Duration(0)
	if milliseconds > 0 {
		patience = time.Duration(milliseconds)*time.Millisecond + grace
	}
	s.patience.Store(int64(patience))
	return nil
}

// waits is the patience of ordinary sessions.
func (s *server) waits() time.Duration { return time.Duration(s.patience.Load()) }

// migrating are sessions that may take as long as they need. Keep-alive still ends those to a server that vanished.
func (s *server) migrating() (*sql.DB, error) {
	return pool(with(s.address, unhurried), func() time.Duration { return 0 }, 2)
}
