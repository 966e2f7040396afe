package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/lib/pq"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestAFullFileRefusesWritesAndGoesOnReading(t *testing.T) {
	s, _, project := opened(t)
	hub, ctx := changes.NewHub(s), system(t)
	limit := func(pages string) {
		t.Helper()
		if _, err := s.Writer().ExecContext(ctx, "PRAGMA max_page_count = "+pages); err != nil {
			t.Fatal(err)
		}
	}
	grow := func() error {
		return hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
			return tx.Project.UpdateOneID(project.ID).SetDescription(strings.Repeat("long ", 1<<20)).Exec(ctx)
		})
	}
	before := content(t, s)
	limit("1") // SQLite takes the present size when the number is smaller
	for range 3 {
		if err := grow(); !fault.Is(err, fault.StorageFull) || !strings.Contains(err.Error(), "nothing was written") {
			t.Fatalf("no words for the operator: %v", err)
		}
	}
	same(t, s, before)
	if s.Client.Project.GetX(ctx, project.ID).Description != "" {
		t.Error("readers see what was not written")
	}
	limit("1000000")
	if err := grow(); err != nil {
		t.Errorf("with room again: %v", err)
	}
}

func TestAFullServerIsToldLikeAFullFile(t *testing.T) {
	s := storetest.SQLite(t)
	err := s.Transact(t.Context(), func(*ent.Tx) error { return &pq.Error{Code: "53100", Message: "could not extend file"} })
	if !fault.Is(err, fault.StorageFull) {
		t.Errorf("no words for the operator: %v", err)
	}
}

func TestACallerThatGoesAwayLeavesNothingBehind(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		project := fill(t, s, "PAY")
		hub := changes.NewHub(s)
		before := content(t, s)
		ctx, cancel := context.WithCancel(system(t))
		err := hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
			if err := tx.Project.UpdateOneID(project.ID).SetName("Half").Exec(ctx); err != nil {
				return err
			}
			cancel()
			return tx.Project.UpdateOneID(project.ID).SetName("Whole").Exec(ctx)
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("the reason is lost: %v", err)
		}
		same(t, s, before)
		if err := hub.Write(ctx, func(context.Context, *ent.Client) error { t.Error("it began for nobody"); return nil }); !errors.Is(err, context.Canceled) {
			t.Errorf("the reason is lost: %v", err)
		}
		if err := hub.Write(system(t), func(context.Context, *ent.Client) error { return nil }); err != nil {
			t.Errorf("the next write fails: %v", err)
		}
	})
}
