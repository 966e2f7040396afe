package store

import (
	"context"
	"database/sql"
	"net/url"
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
	if values.Get("connect_timeout") == "" {
		values.Set("connect_timeout", answerWithin)
	}
	values.Set("timezone", "UTC")
	parsed.RawQuery = values.Encode()
	connector, err := pq.NewConnector(parsed.String())
	if err != nil {
		return nil, fault.New(fault.Invalid, "the database address is not a valid postgres:// address; look at the settings behind its question mark").
			Because(err).At("db")
	}
	db := sql.OpenDB(connector)
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
