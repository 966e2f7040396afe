package store_test

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestTwoWritesThatBlockEachOtherBothSucceed(t *testing.T) {
	s := storetest.Postgres(t)
	a, b := fill(t, s, "PAY"), fill(t, s, "SHOP")
	hub, ctx := changes.NewHub(s), system(t)
	// Both hold their first row before either asks for the other's, so the server must end one of them.
	held := map[*ent.Project]chan struct{}{a: make(chan struct{}), b: make(chan struct{})}
	var attempts atomic.Int32
	rename := func(first, second *ent.Project, name string) error {
		once := false
		return hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
			attempts.Add(1)
			if err := tx.Project.UpdateOneID(first.ID).SetName(name).Exec(ctx); err != nil {
				return err
			}
			if !once {
				once = true
				close(held[first])
				<-held[second]
			}
			return tx.Project.UpdateOneID(second.ID).SetName(name).Exec(ctx)
		})
	}
	other := make(chan error)
	go func() { other <- rename(b, a, "from b") }()
	if err := errors.Join(rename(a, b, "from a"), <-other); err != nil {
		t.Fatalf("one of them was given up: %v", err)
	}
	if attempts.Load() != 3 {
		t.Errorf("%d attempts were made, so the two did not block each other once", attempts.Load())
	}
	if x, y := s.Client.Project.GetX(ctx, a.ID).Name, s.Client.Project.GetX(ctx, b.ID).Name; x != y {
		t.Errorf("the two writes were mixed: %q and %q", x, y)
	}
}

// beside is another program that has the file of a store open.
func beside(t *testing.T, address string) *sql.DB {
	t.Helper()
	db, err := sql.Open("asterism-sqlite", strings.TrimPrefix(address, "sqlite:")+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func opened(t *testing.T) (*store.Store, *sql.DB, *ent.Project) {
	t.Helper()
	t.Setenv("ASTERISM_TEST_UNSAFE_SQLITE", "1")
	address := storetest.SQLiteAddress(t)
	s, err := store.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if _, err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s, beside(t, address), fill(t, s, "PAY")
}

func TestAWriteWaitsForAnotherProgramAndIsTriedAgain(t *testing.T) {
	s, other, project := opened(t)
	hub, ctx := changes.NewHub(s), system(t)
	holding, err := other.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	asked, done := make(chan struct{}), make(chan error)
	tries := 0
	go func() {
		close(asked)
		done <- hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
			if tries++; tries == 1 { // what SQLite says when somebody else is writing
				_, err := other.ExecContext(ctx, "UPDATE projects SET name = 'theirs'")
				return err
			}
			return tx.Project.UpdateOneID(project.ID).SetName("ours").Exec(ctx)
		})
	}()
	<-asked
	if err := holding.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil || tries != 2 {
		t.Fatalf("after %d tries: %v", tries, err)
	}
	if name := s.Client.Project.GetX(ctx, project.ID).Name; name != "ours" {
		t.Errorf("the project is called %q", name)
	}
}

func TestAWriteThatWaitedTooLongIsGivenUpInWords(t *testing.T) {
	s, other, _ := opened(t)
	if _, err := s.Writer().ExecContext(t.Context(), "PRAGMA busy_timeout = 0"); err != nil {
		t.Fatal(err)
	}
	holding, err := other.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	nothing := func(context.Context, *ent.Client) error { return nil }
	if err := changes.NewHub(s).Write(system(t), nothing); !fault.Is(err, fault.Unavailable) {
		t.Errorf("no words for the person who waits: %v", err)
	}
	if n, err := s.Client.Requirement.Query().Count(system(t)); err != nil || n == 0 {
		t.Errorf("reads do not go on: %d, %v", n, err)
	}
	if err := errors.Join(holding.Rollback(), changes.NewHub(s).Write(system(t), nothing)); err != nil {
		t.Errorf("it does not go on afterwards: %v", err)
	}
}
