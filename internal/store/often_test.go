package store_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestAQuestionThatIsAskedOftenIsParsedOncePerConnection(t *testing.T) {
	s := storetest.Postgres(t)
	number := func(ctx context.Context, tx *ent.Tx, query string, args ...any) (n int) {
		rows, err := tx.QueryContext(ctx, query, args...)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			if err := rows.Scan(&n); err != nil {
				t.Fatal(err)
			}
		}
		return n
	}
	ask := func() (answer, session, known int) {
		err := s.Transact(t.Context(), func(tx *ent.Tx) error {
			answer = number(store.Often(t.Context()), tx, "SELECT $1::int + 1", 41)
			session = number(t.Context(), tx, "SELECT pg_backend_pid()")
			known = number(t.Context(), tx, "SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT $1::int + 1'")
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return answer, session, known
	}
	_, first, _ := ask()
	for range 3 {
		if answer, session, known := ask(); answer != 42 || known != 1 {
			t.Errorf("session %d after %d: %d, known %d times", session, first, answer, known)
		}
	}
	err := s.Transact(t.Context(), func(tx *ent.Tx) error {
		number(t.Context(), tx, "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if answer, _, known := ask(); answer != 42 || known != 1 {
		t.Errorf("with new sessions: %d, known %d times", answer, known)
	}
}
