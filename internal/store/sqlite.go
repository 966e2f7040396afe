package store

import (
	"context"
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"entgo.io/ent/dialect"
	"modernc.org/sqlite"

	"github.com/asterism-qa/asterism/internal/fault"
)

func init() { sql.Register("asterism-sqlite", &sqlite.Driver{}) }

// What a handle differs in: the writer and the readers check references, a migration does not, and only readers cannot
// write, so that a write that takes the wrong way fails instead of fighting with the writer.
const (
	writing   = "foreign_keys(1)"
	reading   = "query_only(1)"
	migrating = "foreign_keys(0)"
)

// dsn names a file with the pragmas of every connection. WAL lets readers go on while the one writer writes; FULL
// survives a power cut; times are stored in a form that sorts as text.
func dsn(path, purpose string) string {
	values := url.Values{}
	for _, pragma := range []string{"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(" + synchronous() + ")", "temp_store(MEMORY)", "cache_size(-65536)", purpose} {
		values.Add("_pragma", pragma)
	}
	values.Set("_time_format", "sqlite")
	values.Set("_timezone", "UTC")
	values.Set("_txlock", "immediate")
	return "file:" + escape(path) + "?" + values.Encode()
}

// escape lets SQLite read a path in an address as it stands, whatever signs are in it.
func escape(path string) string { return (&url.URL{Path: path}).EscapedPath() }

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
	// The whole path, so that the name means the same file later, and that no name has a meaning of its own to SQLite.
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fault.New(fault.Invalid, "the path of the database has no folder to start from; give the whole path").Because(err).At("db")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fault.New(fault.Invalid, "the folder of the database %s cannot be made", path).Because(err).At("db")
	}
	writer, err := sql.Open("asterism-sqlite", dsn(path, writing))
	if err != nil {
		return nil, err
	}
	writer.SetMaxOpenConns(1)
	if err := begin(ctx, writer); err != nil {
		_ = writer.Close()
		return nil, fault.New(fault.Unavailable, "the database file %s cannot be opened; is it a database, and may you write to it?", path).Because(err)
	}
	reader, err := sql.Open("asterism-sqlite", dsn(path, reading))
	if err != nil {
		_ = writer.Close()
		return nil, err
	}
	reader.SetMaxOpenConns(readers() + spare)
	reader.SetMaxIdleConns(readers() + spare)
	s := &Store{dialect: dialect.SQLite, path: path}
	s.connect(reader, writer, readers())
	return s, nil
}

// begin makes the first connection. Two programs that turn a new file to WAL at once do not wait for each other as they
// would later: the one that comes second tries again.
func begin(ctx context.Context, writer *sql.DB) error {
	for attempt := 1; ; attempt++ {
		err := writer.PingContext(ctx)
		if err == nil || !retryable(err) || attempt == 50 {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// readers is how many reads of a file go on at once.
func readers() int { return max(4, runtime.NumCPU()*2) }
