package store

import (
	"context"
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	"entgo.io/ent/dialect"
	"modernc.org/sqlite"

	"github.com/asterism-qa/asterism/internal/fault"
)

func init() { sql.Register("asterism-sqlite", &sqlite.Driver{}) }

// pragmas of every connection. WAL lets readers go on while the one writer writes; FULL survives a power cut; times are
// stored in a form that sorts as text.
func dsn(path string, foreignKeys bool) string {
	values := url.Values{}
	for _, pragma := range []string{"journal_mode(WAL)", "synchronous(" + synchronous() + ")", "busy_timeout(10000)", "temp_store(MEMORY)", "cache_size(-65536)"} {
		values.Add("_pragma", pragma)
	}
	if foreignKeys {
		values.Add("_pragma", "foreign_keys(1)")
	} else {
		values.Add("_pragma", "foreign_keys(0)")
	}
	values.Set("_time_format", "sqlite")
	values.Set("_timezone", "UTC")
	values.Set("_txlock", "immediate")
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + values.Encode()
}

// synchronous lets tests trade safety against power cuts for speed; nothing else may.
func synchronous() string {
	if os.Getenv("ASTERISM_TEST_UNSAFE_SQLITE") == "1" {
		return "OFF"
	}
	return "FULL"
}

func openSQLite(ctx context.Context, path string) (*Store, error) {
	if path == "" {
		return nil, fault.New(fault.Invalid, "the database address sqlite: needs the path of a file").At("db")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fault.New(fault.Invalid, "the folder of the database %s cannot be made", path).Because(err).At("db")
	}
	writer, err := sql.Open("asterism-sqlite", dsn(path, true))
	if err != nil {
		return nil, err
	}
	writer.SetMaxOpenConns(1)
	if err := writer.PingContext(ctx); err != nil {
		_ = writer.Close()
		return nil, fault.New(fault.Unavailable, "the database file %s cannot be opened; is it a database, and may you write to it?", path).Because(err)
	}
	reader, err := sql.Open("asterism-sqlite", dsn(path, true))
	if err != nil {
		return nil, err
	}
	reader.SetMaxOpenConns(max(4, runtime.NumCPU()*2))
	reader.SetMaxIdleConns(max(4, runtime.NumCPU()*2))
	s := &Store{dialect: dialect.SQLite, path: path}
	s.connect(reader, writer)
	return s, nil
}
