//go:build unix

package suite_test

import (
	"context"
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	_ "github.com/lib/pq" // the driver of the connections that get in the way
)

// An import by the command line runs no feed of its own, so no notification tells the server of it.
func TestAChangeOfWhichNoNotificationToldIsDeliveredAllTheSame(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		at := s.at(t)
		stream := listen(t, s.url(0), socket, at.cursor)
		for _, mark := range []string{"first", "second"} {
			path := filepath.Join(t.TempDir(), mark+".xml")
			if err := os.WriteFile(path, results(mark, 0, 20), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := s.run(soon(t), "import", path, "--project", "PAY", "--build", mark); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), quickly)
			now := s.at(t)
			stream.reach(ctx, t, at.seqs["PAY"], now.seqs["PAY"])
			cancel()
			at = now
		}
	})
}

func TestAnOldSnapshotAndAnOpenTransactionDoNotStopTheFeed(t *testing.T) {
	t.Parallel()
	s := replicas(t)
	// One looks at the workspace as it was; another one has written, in another database of the same server, and does
	// not end.
	reader := hold(t, s.database, "BEGIN ISOLATION LEVEL REPEATABLE READ", "SELECT count(*) FROM pg_catalog.pg_class")
	execute(t, s.database, "CREATE DATABASE elsewhere")
	writer := hold(t, named(t, s.database, "elsewhere"), "CREATE TABLE things (n bigint)", "BEGIN", "INSERT INTO things VALUES (1)")
	at := s.at(t)
	streams := []*following{listen(t, s.url(0), events, at.cursor), listen(t, s.url(1), events, at.cursor)}
	now := s.add(t, 20)
	ctx, cancel := context.WithTimeout(t.Context(), quickly)
	defer cancel()
	for _, stream := range streams {
		stream.reach(ctx, t, at.seqs["PAY"], now.seqs["PAY"])
	}
	for _, held := range []*sql.Conn{reader, writer} { // they were there to the end
		if _, err := held.ExecContext(soon(t), "COMMIT"); err != nil {
			t.Errorf("the transaction in the way had ended: %v", err)
		}
	}
}

// named is the address of another database of the same server.
func named(t *testing.T, address, database string) string {
	t.Helper()
	parsed, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	parsed.Path = "/" + database
	return parsed.String()
}

// hold does statements on a connection that stays until the test ends.
func hold(t *testing.T, address string, statements ...string) *sql.Conn {
	t.Helper()
	db, err := sql.Open("postgres", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	conn, err := db.Conn(soon(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	for _, statement := range statements {
		if _, err := conn.ExecContext(soon(t), statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	return conn
}

// execute does a statement and lets the connection go.
func execute(t *testing.T, address, statement string) {
	t.Helper()
	db, err := sql.Open("postgres", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(soon(t), statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}
