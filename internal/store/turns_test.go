package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestABusyDatabaseTellsReadersSoAndLetsWritersWait(t *testing.T) {
	s := storetest.Postgres(t)
	p, hub, ctx := fill(t, s, "PAY"), changes.NewHub(s), system(t)
	begun, goOn, ended := make(chan struct{}), make(chan struct{}), make(chan error)
	const writers = 16 // as many as there are turns
	for range writers {
		go func() {
			ended <- hub.Write(ctx, func(context.Context, *ent.Client) error {
				begun <- struct{}{}
				<-goOn
				return nil
			})
		}()
	}
	for range writers {
		await(t, "a writer", begun)
	}
	further := make(chan error, 1)
	go func() {
		further <- hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
			return tx.Project.UpdateOneID(p.ID).SetName("Renamed").Exec(ctx)
		})
	}()
	if _, err := s.Client.Project.Get(ctx, p.ID); !busy(err) {
		t.Errorf("a reader was told: %v", err)
	}
	if err := s.Ping(ctx); err != nil {
		t.Errorf("whoever asks whether it is there was told: %v", err)
	}
	select {
	case err := <-further:
		t.Errorf("the writer did not wait: %v", err)
	default:
	}
	close(goOn)
	for range writers {
		if err := await(t, "the end of a writer", ended); err != nil {
			t.Error(err)
		}
	}
	if err := await(t, "the writer who waited", further); err != nil {
		t.Error(err)
	}
	if name := s.Client.Project.GetX(ctx, p.ID).Name; name != "Renamed" {
		t.Errorf("the project is called %s", name)
	}
}

func busy(err error) bool {
	return fault.Is(err, fault.Unavailable) && strings.Contains(err.Error(), "busy")
}

func TestWhoeverHasBeenServedGivesTheTurnBack(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p, hub, ctx := fill(t, s, "PAY"), changes.NewHub(s), system(t)
		gone, leave := context.WithCancel(ctx)
		leave()
		mishap := errors.New("mishap")
		for range 100 { // more than there are turns
			s.Client.Project.GetX(ctx, p.ID)
			if _, err := s.Client.Project.Query().Where(func(q *sql.Selector) { q.Where(sql.ExprP("nonsense")) }).All(ctx); err == nil {
				t.Fatal("nonsense was answered")
			}
			if _, err := s.Client.Project.Query().All(gone); !errors.Is(err, context.Canceled) {
				t.Fatalf("whoever went away was told: %v", err)
			}
			if err := hub.Write(ctx, func(context.Context, *ent.Client) error { return mishap }); !errors.Is(err, mishap) {
				t.Fatalf("a writer was told: %v", err)
			}
			during, leave := context.WithCancel(ctx)
			if err := hub.Write(during, func(context.Context, *ent.Client) error { leave(); return nil }); err == nil {
				t.Fatal("something was written for nobody")
			}
		}
		s.Fill()() // all are there
	})
}

func TestAReaderWaitsForATurnAndLeavesTheQueueWithItsContext(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p, ctx := fill(t, s, "PAY"), system(t)
		end := s.Fill()
		gone, leave := context.WithCancel(ctx)
		asked := make(chan error, 1)
		go func() {
			_, err := s.Client.Project.Get(gone, p.ID)
			asked <- err
		}()
		leave()
		if err := await(t, "whoever left", asked); !errors.Is(err, context.Canceled) {
			t.Errorf("whoever left was told: %v", err)
		}
		go func() {
			_, err := s.Client.Project.Get(ctx, p.ID)
			asked <- err
		}()
		end()
		if err := await(t, "the reader", asked); err != nil {
			t.Errorf("whoever waited was told: %v", err)
		}
	})
}
