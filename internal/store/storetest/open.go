package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"testing"

	_ "github.com/lib/pq" // to make databases

	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store"
)

// Variable names the environment variable with the address of a PostgreSQL server on which tests may make databases.
const Variable = "ASTERISM_TEST_POSTGRES"

// Each runs a test once for each kind of database there is.
func Each(t *testing.T, test func(t *testing.T, s *store.Store)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, SQLite(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, Postgres(t)) })
}

// SQLite opens an empty workspace in a file that goes with the test.
func SQLite(t testing.TB) *store.Store {
	t.Helper()
	t.Setenv("ASTERISM_TEST_UNSAFE_SQLITE", "1")
	return open(t, SQLiteAddress(t))
}

// SQLiteAddress is the address of a database file that does not exist yet.
func SQLiteAddress(t testing.TB) string {
	return "sqlite:" + filepath.Join(t.TempDir(), "workspace.db")
}

// Postgres opens an empty workspace in a database of its own. Without a server the test is skipped, loudly; the
// project's own test command always provides one.
func Postgres(t testing.TB) *store.Store {
	t.Helper()
	return open(t, PostgresAddress(t))
}

func open(t testing.TB, address string) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), address)
	if err != nil {
		t.Fatalf("open the test database: %v", err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if _, err := s.Migrate(context.Background()); err != nil {
		t.Fatalf("migrate the test database: %v", err)
	}
	return s
}

// empty is what an empty database is made from; the order of text is the same on every machine.
const empty = `template0 LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'`

var template struct {
	sync.Once
	name string
	err  error
}

// PostgresAddress is the address of a new, migrated database, copied from a template to save time.
func PostgresAddress(t testing.TB) string {
	t.Helper()
	server := address(t)
	template.Do(func() { template.name, template.err = makeTemplate(server) })
	if template.err != nil {
		t.Fatalf("prepare the template database: %v", template.err)
	}
	return made(t, server, fmt.Sprintf("%q", template.name))
}

// EmptyPostgresAddress is the address of a new database with nothing in it, for what is about migrations themselves.
func EmptyPostgresAddress(t testing.TB) string {
	t.Helper()
	return made(t, address(t), empty)
}

// address is where the server listens; without one the test is skipped.
func address(t testing.TB) string {
	t.Helper()
	server := os.Getenv(Variable)
	if server == "" {
		t.Skipf("NOT CHECKED on PostgreSQL: set %s, or use make test, which starts a server", Variable)
	}
	return server
}

// made makes a database from another, which goes with the test.
func made(t testing.TB, server, origin string) string {
	t.Helper()
	name := "test_" + ident.New(ident.Project).String()
	if err := command(server, fmt.Sprintf(`CREATE DATABASE %q TEMPLATE %s`, name, origin)); err != nil {
		t.Fatalf("make a test database: %v", err)
	}
	t.Cleanup(func() {
		if err := command(server, fmt.Sprintf(`DROP DATABASE %q WITH (FORCE)`, name)); err != nil {
			t.Errorf("drop the test database: %v", err)
		}
	})
	return within(server, name)
}

func makeTemplate(server string) (string, error) {
	name := "template_" + ident.New(ident.Project).String()
	if err := command(server, fmt.Sprintf(`CREATE DATABASE %q TEMPLATE %s`, name, empty)); err != nil {
		return "", err
	}
	s, err := store.Open(context.Background(), within(server, name))
	if err != nil {
		return "", err
	}
	defer s.Close()
	_, err = s.Migrate(context.Background())
	return name, err
}

func within(server, name string) string {
	address, err := url.Parse(server)
	if err != nil {
		return server
	}
	address.Path = "/" + name
	return address.String()
}

func command(server, statement string) error {
	db, err := sql.Open("postgres", server)
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(context.Background(), statement)
	return err
}
