package store_test

import (
	"context"
	"errors"
	"os"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// brief is long enough for the quick statements of these tests on a slow machine.
const brief = 2 * time.Second

func TestAQuestionOnASilentLinkEndsAndThePoolRecovers(t *testing.T) {
	w := newWire(t)
	s := at(t, w.address)
	p := fill(t, s, "PAY")
	s.SetPatience(brief)
	ctx, cancel := context.WithTimeout(system(t), soon)
	defer cancel()

	w.isHole.Store(true)
	answer := make(chan error, 1)
	go func() {
		_, err := s.Client.Project.Get(ctx, p.ID)
		answer <- err
	}()
	err := await(t, "the end of the question", answer)
	unavailable(t, "a read", err, "the database went away; try again")
	if !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("it ended for another reason: %v", causes(err))
	}
	err = changes.NewHub(s).Write(ctx, func(context.Context, *ent.Client) error { return nil })
	unavailable(t, "a write", err, "the database went away")

	w.isHole.Store(false)
	for range 20 { // more than there are connections, each of which may have been silent
		if _, err := s.Client.Project.Get(ctx, p.ID); err != nil {
			t.Fatalf("after the silence: %v, because of %v", err, causes(err))
		}
	}
}

func TestAWriteOnALinkThatFallsSilentSaysWhatBecameOfIt(t *testing.T) {
	w := newWire(t)
	s := at(t, w.address)
	p, hub := fill(t, s, "PAY"), changes.NewHub(s)
	s.SetPatience(brief)
	ctx, cancel := context.WithTimeout(system(t), soon)
	defer cancel()
	rename := func(ctx context.Context, tx *ent.Client) error {
		return tx.Project.UpdateOneID(p.ID).SetName("Renamed").Exec(ctx)
	}
	err := hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
		w.isHole.Store(true)
		return rename(ctx, tx)
	})
	unavailable(t, "in the middle", err, "nothing was written; try again")
	w.isHole.Store(false)
	err = hub.Write(ctx, func(context.Context, *ent.Client) error {
		w.isHole.Store(true) // with nothing left to send but the end itself
		return nil
	})
	unavailable(t, "at the end", err, "at the very end; look whether")
}

func TestATransactionThatPausesLongerThanAnAnswerMayTakeGoesOn(t *testing.T) {
	s := storetest.Postgres(t)
	p, other := fill(t, s, "PAY"), at(t, storetest.PostgresAddress(t))
	s.SetPatience(brief)
	err := changes.NewHub(s).Write(system(t), func(ctx context.Context, tx *ent.Client) error {
		if err := tx.Project.UpdateOneID(p.ID).SetName("Half").Exec(ctx); err != nil {
			return err
		}
		// As long as an import reads its files; only another server's clock tells that the time has passed.
		if _, err := other.Writer().ExecContext(ctx, "SELECT pg_sleep(2.5)"); err != nil {
			return err
		}
		return tx.Project.UpdateOneID(p.ID).SetName("Whole").Exec(ctx)
	})
	if err != nil {
		t.Fatalf("it was cut: %v, because of %v", err, causes(err))
	}
	if name := s.Client.Project.GetX(system(t), p.ID).Name; name != "Whole" {
		t.Errorf("the project is called %s", name)
	}
}

func TestAMigrationMayTakeLongerThanAStatement(t *testing.T) {
	s := at(t, storetest.PostgresAddress(t)+"&statement_timeout=200&lock_timeout=200")
	s.SetPatience(time.Second)
	done, err := s.MigrateFrom(t.Context(), further(t, "SELECT pg_sleep(1.5);"))
	if err != nil || len(done) != 1 {
		t.Errorf("%v, %v, because of %v", done, err, causes(err))
	}
	if _, err := s.Writer().ExecContext(t.Context(), "SELECT pg_sleep(60)"); err == nil {
		t.Error("other statements are no longer ended")
	}
}

func TestAServerThatTakesNoConnectionInTimeIsAway(t *testing.T) {
	w := newWire(t)
	s := at(t, w.address+"&connect_timeout=1")
	p := fill(t, s, "PAY")
	kill(t, at(t, w.direct))
	w.isHole.Store(true)
	_, err := s.Client.Project.Get(system(t), p.ID)
	unavailable(t, "a read", err, "the database went away; try again")
}

func TestHowLongAnAnswerIsWaitedForFollowsHowLongAStatementMayTake(t *testing.T) {
	address := storetest.PostgresAddress(t)
	for setting, want := range map[string]time.Duration{
		"":                                     65 * time.Second,
		"&statement_timeout=2500":              7500 * time.Millisecond,
		"&Statement_Timeout=2min":              125 * time.Second,
		"&options=-c%20statement_timeout%3D3s": 8 * time.Second,
		"&options=--statement-timeout%3D4s":    9 * time.Second,
		"&options=-c%20work_mem%3D8MB":         65 * time.Second,
		"&statement_timeout=0":                 0, // for ever
	} {
		if got := at(t, address+setting).Patience(); got != want {
			t.Errorf("with %q: %s, want %s", setting, got, want)
		}
	}
}
