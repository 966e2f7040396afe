//go:build unix

package cluster_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"os"
	"sync/atomic"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/internal/chaos/cluster"
)

// soon ends what would otherwise wait for ever.
func soon(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func open(t *testing.T, c *cluster.Cluster) *sql.DB {
	t.Helper()
	db, err := sql.Open("postgres", c.Address()+"&application_name=writer")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func TestWhatWasAcknowledgedSurvivesEveryKill(t *testing.T) {
	c, ctx := cluster.Start(t), soon(t)
	db := open(t, c)
	if _, err := db.ExecContext(ctx, `CREATE TABLE acknowledged (n bigint PRIMARY KEY)`); err != nil {
		t.Fatal(err)
	}
	var acknowledged atomic.Int64
	writing, stop := context.WithCancel(ctx)
	ended := make(chan []int64)
	go func() { // writes all the time, whoever is killed meanwhile
		var known []int64
		for n := int64(1); writing.Err() == nil; n++ {
			if _, err := db.ExecContext(writing, `INSERT INTO acknowledged VALUES ($1)`, n); err == nil {
				known = append(known, n)
				acknowledged.Add(1)
			}
		}
		ended <- known
	}()
	further := func(n int64) { // waits for so many more acknowledged writes
		for goal := acknowledged.Load() + n; acknowledged.Load() < goal; {
			select {
			case <-time.After(time.Millisecond):
			case <-ctx.Done():
				t.Fatalf("nothing is written any more: %v", c.Answers(t.Context()))
			}
		}
	}
	for kill := range 4 {
		further(50)
		if kill%2 == 0 {
			killWriter(ctx, t, c)
			if err := c.Answers(ctx); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := c.KillPostmaster(); err != nil {
			t.Fatal(err)
		}
		if err := c.Restart(ctx); err != nil {
			t.Fatal(err)
		}
	}
	further(50)
	stop()
	known := <-ended
	for _, n := range known {
		var there bool
		if err := db.QueryRowContext(ctx, `SELECT EXISTS (SELECT FROM acknowledged WHERE n = $1)`, n).Scan(&there); err != nil || !there {
			t.Fatalf("write %d of %d was acknowledged, but is not there: %v", n, len(known), err)
		}
	}
}

// killWriter kills the backend of the writer, which may be between two connections.
func killWriter(ctx context.Context, t *testing.T, c *cluster.Cluster) {
	t.Helper()
	for {
		backends, err := c.Backends(ctx)
		for _, b := range backends {
			if b.Application != "writer" || b.Database != "postgres" {
				t.Fatalf("%+v is nobody's", b)
			}
			switch err := c.KillBackend(ctx, b); {
			case err == nil:
				return
			case !errors.Is(err, cluster.ErrGone):
				t.Fatal(err)
			}
		}
		if ctx.Err() != nil {
			t.Fatalf("the writer has no backend: %v", err)
		}
	}
}

func TestAServerGoesWithItsTestAndLeavesNothing(t *testing.T) {
	t.Setenv("TMPDIR", shared(t))
	var address string
	t.Run("test", func(t *testing.T) {
		c := cluster.Start(t)
		address = fmt.Sprintf("127.0.0.1:%d", c.Port())
		if err := c.KillBackend(soon(t), cluster.Backend{PID: os.Getpid()}); !errors.Is(err, cluster.ErrGone) {
			t.Errorf("a process that is no backend: %v", err)
		}
	})
	if address == "" {
		t.Skip("NOT CHECKED on PostgreSQL, as said above")
	}
	var dialer net.Dialer
	if conn, err := dialer.DialContext(soon(t), "tcp", address); err == nil {
		_ = conn.Close()
		t.Error("it still listens")
	}
	left, err := os.ReadDir(os.Getenv("TMPDIR"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// shared is a temporary folder into which other users may go too.
func shared(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "asterism-shared-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	return folder
}
