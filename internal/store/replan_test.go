package store

import (
	"context"
	"slices"
	"testing"

	"entgo.io/ent/dialect"
)

// sent is a transaction that notes what it is sent.
type sent struct {
	dialect.Tx
	plans []int // after how many statements plans were thrown away
	count int
}

func (s *sent) Exec(_ context.Context, query string, _, _ any) error {
	if query == "DISCARD PLANS" {
		s.plans = append(s.plans, s.count)
		return nil
	}
	s.count++
	return nil
}

func (s *sent) Query(ctx context.Context, query string, args, v any) error {
	return s.Exec(ctx, query, args, v)
}

func TestALongTransactionIsPlannedAnewMoreAndMoreSeldom(t *testing.T) {
	for kind, want := range map[string][]int{dialect.Postgres: {15, 31, 63}, dialect.SQLite: nil} {
		to := &sent{}
		counter := &Counter{}
		tx := &transaction{Tx: to, ctx: t.Context(), dialect: kind, counter: counter}
		for i := range 100 {
			send := tx.Exec
			if i%2 == 0 {
				send = tx.Query
			}
			if err := send(t.Context(), "SELECT 1", []any{}, nil); err != nil {
				t.Fatal(err)
			}
		}
		if !slices.Equal(to.plans, want) || to.count != 100 || counter.Count() != 100 {
			t.Errorf("%s: after %v of %d statements, of which %d were counted", kind, to.plans, to.count, counter.Count())
		}
	}
}
