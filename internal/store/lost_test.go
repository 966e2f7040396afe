package store_test

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"entgo.io/ent/dialect/sql"

	"github.com/lib/pq"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// kill ends every other connection to the database of a store, as a server that stops does.
func kill(t *testing.T, s *store.Store) {
	t.Helper()
	_, err := s.Writer().ExecContext(t.Context(), "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity "+
		"WHERE datname = current_database() AND pid <> pg_backend_pid()")
	if err != nil {
		t.Fatalf("end the connections: %v", err)
	}
}

// slowly is a condition that takes a minute to find out.
func slowly(s *sql.Selector) { s.Where(sql.ExprP("pg_sleep(60) IS NULL")) }

// untilSlow waits until somebody finds out slowly.
func untilSlow(t *testing.T, s *store.Store) {
	t.Helper()
	for sleeping := 0; sleeping == 0; {
		err := s.Writer().QueryRowContext(t.Context(), "SELECT count(*) FROM pg_stat_activity "+
			"WHERE datname = current_database() AND wait_event = 'PgSleep'").Scan(&sleeping)
		if err != nil {
			t.Fatal(err)
		}
	}
}

func unavailable(t *testing.T, what string, err error, words string) {
	t.Helper()
	if !fault.Is(err, fault.Unavailable) || !strings.Contains(fault.Of(err).Message, words) || causes(err) == nil {
		t.Errorf("%s: %v because of %v, want %q", what, err, causes(err), words)
	}
}

func TestAWriteWhoseConnectionIsLostSaysWhatBecameOfIt(t *testing.T) {
	s := storetest.Postgres(t)
	p := fill(t, s, "PAY")
	hub, ctx := changes.NewHub(s), system(t)
	rename := func(ctx context.Context, tx *ent.Client) error {
		return tx.Project.UpdateOneID(p.ID).SetName("Renamed").Exec(ctx)
	}
	err := hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
		if err := rename(ctx, tx); err != nil {
			return err
		}
		kill(t, s)
		return rename(ctx, tx)
	})
	unavailable(t, "in the middle", err, "nothing was written; try again")
	err = hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
		// Nothing to note in the log of changes: so what comes next is the COMMIT.
		if _, err := tx.Project.Get(ctx, p.ID); err != nil {
			return err
		}
		kill(t, s)
		return nil
	})
	unavailable(t, "at the end", err, "at the very end; look whether")
	if name := s.Client.Project.GetX(ctx, p.ID).Name; name != p.Name {
		t.Errorf("the project is called %s", name)
	}
	if err := hub.Write(ctx, rename); err != nil {
		t.Errorf("when it is tried again: %v", err)
	}
}

func TestAReadThatLosesOneConnectionAfterTheOtherMayBeTriedAgain(t *testing.T) {
	s := storetest.Postgres(t)
	p, ctx := fill(t, s, "PAY"), system(t)
	answer := make(chan error, 1)
	go func() {
		_, err := s.Client.Project.Query().Where(slowly).All(ctx)
		answer <- err
	}()
	var err error
	for kills, answered := 0, false; !answered && kills < 1000; kills++ { // a few times it is asked anew by itself
		select {
		case err = <-answer:
			answered = true
		default:
			kill(t, s)
		}
	}
	unavailable(t, "a read", err, "the database went away; try again")
	if _, err := s.Client.Project.Get(ctx, p.ID); err != nil {
		t.Errorf("when it is tried again: %v", err)
	}
}

func TestWhoGoesAwayIsNotToldThatTheDatabaseDid(t *testing.T) {
	s := storetest.Postgres(t)
	fill(t, s, "PAY")
	ctx, leave := context.WithCancel(system(t))
	answer := make(chan error)
	go func() {
		_, err := s.Client.Project.Query().Where(slowly).All(ctx)
		answer <- err
	}()
	untilSlow(t, s)
	leave()
	if err := <-answer; err == nil || fault.Of(err) != nil {
		t.Errorf("was told: %v", err)
	}
}

func TestAStatementThatTheServerEndsTookTooLong(t *testing.T) {
	address := storetest.PostgresAddress(t)
	s, err := store.Open(t.Context(), address+"&statement_timeout=50")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	fill(t, s, "PAY")
	_, err = s.Client.Project.Query().Where(slowly).All(system(t))
	if !fault.Is(err, "TIMEOUT") || !strings.Contains(err.Error(), "took too long") {
		t.Errorf("was told: %v", err)
	}
}

func TestADamagedFileIsCalledSo(t *testing.T) {
	for name, damage := range map[string]func(header, rest []byte){
		"its header":    func(header, _ []byte) { copy(header, strings.Repeat("x", len(header))) },
		"its own pages": func(_, rest []byte) { copy(rest, strings.Repeat("\xff", len(rest))) },
	} {
		t.Run(name, func(t *testing.T) {
			_, err := damaged(t, damage).Client.Project.Query().All(system(t))
			unavailable(t, "a read", err, "the database file is damaged; restore a copy")
		})
	}
	s := damaged(t, func(_, rest []byte) { copy(rest, strings.Repeat("\xff", len(rest))) })
	err := changes.NewHub(s).Write(system(t), func(ctx context.Context, tx *ent.Client) error {
		return tx.Project.Update().Where(project.Key("PAY")).SetName("Renamed").Exec(ctx)
	})
	unavailable(t, "a write", err, "the database file is damaged; restore a copy")
}

func TestEndsOfFilesAreNotEndsOfConnections(t *testing.T) {
	s := storetest.SQLite(t)
	for _, end := range []error{io.EOF, io.ErrUnexpectedEOF} {
		err := changes.NewHub(s).Write(system(t), func(context.Context, *ent.Client) error { return end })
		if !errors.Is(err, end) || fault.Of(err) != nil {
			t.Errorf("%v became %v", end, err)
		}
	}
}

func TestACallerThatWentAwayIsSaidToHaveGoneWhateverTheDriverCallsIt(t *testing.T) {
	ctx, leave := context.WithCancel(t.Context())
	cancelled := &pq.Error{Code: "57014", Message: "canceling statement due to user request"}
	if err := store.Understand(ctx, cancelled); errors.Is(err, context.Canceled) || fault.Of(err) == nil {
		t.Errorf("while the caller waits it is the database that ended it: %v", err)
	}
	leave()
	if err := store.Understand(ctx, cancelled); !errors.Is(err, context.Canceled) || !errors.Is(err, cancelled) {
		t.Errorf("after the caller went away: %v", err)
	}
}
