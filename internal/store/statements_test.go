package store_test

import (
	"context"
	"strings"
	"testing"

	"entgo.io/ent/dialect"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestEveryStatementIsCountedInsideAndOutsideTransactions(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		project := fill(t, s, "PAY")
		hub := changes.NewHub(s)
		ctx := system(t)
		var seen []string
		trace := func(statement string) { seen = append(seen, statement) }
		s.Statements.Trace.Store(&trace)
		noted := map[string]int64{dialect.SQLite: 2, dialect.Postgres: 1}[s.Dialect()] // what the log of changes adds to a write
		for name, test := range map[string]struct {
			want int64
			act  func() error
		}{
			"one read": {1, func() error { return s.Client.Requirement.Query().Select("id").Scan(ctx, new([]string)) }},
			"a read with what belongs to it": {2, func() error {
				_, err := s.Client.Requirement.Query().WithTraceLinks().All(ctx)
				return err
			}},
			"a write and a read in a transaction": {2 + noted, func() error {
				return hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
					if err := tx.Release.Create().SetProjectID(project.ID).SetKey("5.0").SetName("5.0").Exec(ctx); err != nil {
						return err
					}
					_, err := tx.Release.Query().Count(ctx)
					return err
				})
			}},
		} {
			seen = nil
			before := s.Statements.Count()
			if err := test.act(); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if got := s.Statements.Count() - before; got != test.want || int64(len(seen)) != got {
				t.Errorf("%s: %d statements and %d texts, want %d:\n%s", name, got, len(seen), test.want, strings.Join(seen, "\n"))
			}
		}
	})
}

func TestReadersSeeTheOldStateUntilTheWriterIsDone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		project := fill(t, s, "PAY")
		ctx := system(t)
		names := func() []string {
			var found []string
			for range 8 { // one after the other and on several connections
				name := make(chan string)
				for range 4 {
					go func() { name <- s.Client.Project.GetX(ctx, project.ID).Name }()
				}
				for range 4 {
					found = append(found, <-name)
				}
			}
			return found
		}
		err := changes.NewHub(s).Write(ctx, func(ctx context.Context, tx *ent.Client) error {
			if err := tx.Project.UpdateOneID(project.ID).SetName("New").Exec(ctx); err != nil {
				return err
			}
			for _, name := range names() {
				if name != "Payments PAY" {
					t.Errorf("a reader saw %q before the end of the transaction", name)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names() {
			if name != "New" {
				t.Errorf("a reader still sees %q", name)
			}
		}
	})
}

func TestAWriteThatTakesTheReadersWayIsRefused(t *testing.T) {
	s := storetest.SQLite(t)
	fill(t, s, "PAY")
	before := content(t, s)
	if _, err := s.Reader().ExecContext(t.Context(), "UPDATE projects SET name = 'past the writer'"); err == nil {
		t.Error("a reader wrote")
	}
	same(t, s, before)
}
