package store_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// freeze gives a client of this moment, which ends with the test at the latest.
func freeze(t *testing.T, s *store.Store, ctx context.Context) (*ent.Client, func()) {
	t.Helper()
	client, release, err := s.Freeze(ctx)
	if err != nil {
		t.Fatalf("freeze: %v", err)
	}
	t.Cleanup(release)
	return client, release
}

func TestAFrozenClientSeesNothingThatIsCommittedLater(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p, ctx := fill(t, s, "PAY"), system(t)
		frozen, release := freeze(t, s, ctx)
		err := changes.NewHub(s).Write(ctx, func(ctx context.Context, tx *ent.Client) error {
			return tx.Project.UpdateOneID(p.ID).SetName("Renamed").Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		fill(t, s, "SHOP")
		if before, now := frozen.Requirement.Query().CountX(ctx), s.Client.Requirement.Query().CountX(ctx); before != 21 || now != 42 {
			t.Errorf("%d requirements at the moment, %d now", before, now)
		}
		if name := frozen.Project.Query().OnlyX(ctx).Name; name != p.Name {
			t.Errorf("the project was called %q", name)
		}
		links := 0
		for _, one := range frozen.Requirement.Query().WithTraceLinks().AllX(ctx) {
			links += len(one.Edges.TraceLinks)
		}
		if links != 20 {
			t.Errorf("the requirements had %d links", links)
		}
		release()
		later, _ := freeze(t, s, ctx)
		if name := later.Project.GetX(ctx, p.ID).Name; name != "Renamed" {
			t.Errorf("a later moment calls it %q", name)
		}
	})
}

func TestTheWallsStandAroundAFrozenClient(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		people.RaiseWalls(s.Client)
		mine, ctx := fill(t, s, "MINE"), system(t)
		fill(t, s, "OTHER")
		hub := changes.NewHub(s)
		owner, err := people.LocalOwner(t.Context(), s.Client)
		if err != nil {
			t.Fatal(err)
		}
		if err := hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
			return people.Grant(ctx, tx, mine.ID, owner.User, membership.RoleVIEWER)
		}); err != nil {
			t.Fatal(err)
		}
		here := viewer.With(t.Context(), owner)
		frozen, _ := freeze(t, s, here)
		if seen := frozen.Project.Query().AllX(here); len(seen) != 1 || seen[0].Key != "MINE" {
			t.Errorf("the member sees %v", seen)
		}
		if seen := frozen.Requirement.Query().CountX(here); seen != 21 {
			t.Errorf("the member sees %d requirements", seen)
		}
		if _, err := frozen.Project.Query().All(t.Context()); err == nil {
			t.Error("nobody saw something")
		}
	})
}

// The store has no hooks here, so that the database answers.
func TestNothingIsWrittenThroughAFrozenClient(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		ctx := system(t)
		for name, write := range map[string]func(*ent.Client) error{
			"a creation":    func(c *ent.Client) error { return c.Project.Create().SetKey("PAY").SetName("Pay").Exec(ctx) },
			"an update":     func(c *ent.Client) error { return c.Project.Update().SetName("Pay").Exec(ctx) },
			"a deletion":    func(c *ent.Client) error { _, err := c.Project.Delete().Exec(ctx); return err },
			"a transaction": func(c *ent.Client) error { _, err := c.Tx(ctx); return err },
			"a statement":   func(c *ent.Client) error { _, err := c.ExecContext(ctx, "DELETE FROM projects"); return err },
			"a question": func(c *ent.Client) error {
				rows, err := c.QueryContext(ctx, "DELETE FROM goose_db_version RETURNING id")
				if err == nil {
					defer rows.Close()
					err = rows.Err()
				}
				return err
			},
		} {
			frozen, release := freeze(t, s, ctx)
			if err := write(frozen); err == nil {
				t.Errorf("%s went through", name)
			}
			release()
		}
		if tx, err := s.Client.BeginTx(ctx, nil); err == nil {
			_ = tx.Rollback()
			t.Error("a transaction with options may write")
		}
		if n := s.Client.Project.Query().CountX(ctx); n != 0 || !strings.Contains(content(t, s), "goose_db_version.id") {
			t.Error("something was written")
		}
	})
}

func TestManyReadThroughOneFrozenClientAtOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		fill(t, s, "PAY")
		ctx := system(t)
		frozen, _ := freeze(t, s, ctx)
		want := map[string]string{}
		for _, one := range s.Client.Requirement.Query().AllX(ctx) {
			want[one.Key] = fmt.Sprint(one.ID, one.Title, one.Position, one.Attributes, one.CreatedAt)
		}
		var readers sync.WaitGroup
		for range 8 {
			readers.Go(func() {
				for range 10 {
					all, err := frozen.Requirement.Query().WithTraceLinks().All(ctx)
					if err != nil || len(all) != len(want) {
						t.Errorf("%d requirements, %v", len(all), err)
						return
					}
					for _, one := range all {
						if got := fmt.Sprint(one.ID, one.Title, one.Position, one.Attributes, one.CreatedAt); got != want[one.Key] {
							t.Errorf("%s came as %s, want %s", one.Key, got, want[one.Key])
						}
					}
				}
			})
		}
		readers.Wait()
	})
}

func TestAQuestionDoesNotWaitForRowsThatAreStillOpen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		fill(t, s, "PAY")
		ctx := system(t)
		frozen, _ := freeze(t, s, ctx)
		rows, err := frozen.QueryContext(ctx, "SELECT key FROM requirements ORDER BY key")
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		read := 0
		for rows.Next() {
			var key string
			if err := rows.Scan(&key); err != nil {
				t.Fatal(err)
			}
			if n := frozen.Requirement.Query().CountX(ctx); n != 21 {
				t.Fatalf("%d requirements", n)
			}
			read++
		}
		if err := rows.Err(); err != nil || read != 21 {
			t.Errorf("read %d keys, %v", read, err)
		}
	})
}

func TestAMomentGivesItsConnectionBack(t *testing.T) {
	for name, end := range map[string]func(leave, release func()){
		"when it is released":       func(_, release func()) { release(); release() },
		"when its reader goes away": func(leave, _ func()) { leave() },
		"when its reader panics": func(_, release func()) {
			defer func() { _ = recover() }()
			defer release()
			var none *ent.Client
			none.Project.Query()
		},
	} {
		t.Run(name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, s *store.Store) {
				s.Reader().SetMaxOpenConns(1)
				for range 3 {
					ctx, leave := context.WithCancel(system(t))
					frozen, release := freeze(t, s, ctx)
					if n := frozen.Project.Query().CountX(ctx); n != 0 {
						t.Errorf("%d projects", n)
					}
					end(leave, release)
					s.Client.Project.Query().CountX(system(t)) // waits for the only connection there is
					if _, err := frozen.Project.Query().Count(system(t)); err == nil {
						t.Error("a moment that is over was read")
					}
					leave()
				}
			})
		})
	}
}

func TestWhatFailsInAMomentFailsInTheSameWordsAfterwards(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		ctx := system(t)
		frozen, release := freeze(t, s, ctx)
		_, first := frozen.QueryContext(ctx, "SELECT nothing FROM nowhere")
		_, second := frozen.Project.Query().Count(ctx)
		if first == nil || second == nil || !strings.Contains(second.Error(), first.Error()) {
			t.Errorf("first %v, then %v", first, second)
		}
		release()
		next, _ := freeze(t, s, ctx)
		next.Project.Query().CountX(ctx)
	})
}
