package store

import (
	"context"
	"database/sql"
	"net/url"
	"time"

	"entgo.io/ent/dialect"
	_ "github.com/lib/pq" // the driver

	"github.com/asterism-qa/asterism/internal/fault"
)

// Settings of the connection pool. Sixteen connections keep a small server's processors busy; a longer life than half an
// hour would pin connections to a standby that took over.
const (
	maxConnections = 16
	maxLifetime    = 30 * time.Minute
)

func openPostgres(ctx context.Context, address string) (*Store, error) {
	parsed, err := url.Parse(address)
	if err != nil {
		return nil, fault.New(fault.Invalid, "the database address is not a valid postgres:// address").At("db")
	}
	values := parsed.Query()
	if values.Get("sslmode") == "" {
		values.Set("sslmode", "prefer") // said outright, since the driver's own default may change
	}
	values.Set("timezone", "UTC")
	parsed.RawQuery = values.Encode()
	db, err := sql.Open("postgres", parsed.String())
	if err != nil {
		return nil, fault.New(fault.Invalid, "the database address is not a valid postgres:// address").Because(err).At("db")
	}
	db.SetMaxOpenConns(maxConnections)
	db.SetMaxIdleConns(maxConnections)
	db.SetConnMaxLifetime(maxLifetime)
	if err := db.PingContext(ctx); err != nil {
		_ = db.Close()
		return nil, fault.New(fault.Unavailable, "the PostgreSQL server at %s does not answer; check the address, the database name and the password", parsed.Host).Because(err)
	}
	s := &Store{dialect: dialect.Postgres}
	s.connect(db, db)
	return s, nil
}
