package store_test

import (
	"context"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// listening is a listener of a store: what it hears, and how it ends.
type listening struct {
	heard chan string
	ended chan error
	leave context.CancelFunc
}

func listen(t *testing.T, s *store.Store) *listening {
	t.Helper()
	ctx, leave := context.WithCancel(t.Context())
	l := &listening{make(chan string, 1000), make(chan error, 1), leave}
	go func() { l.ended <- s.Listen(ctx, func(payload string) { l.heard <- payload }) }()
	return l
}

// await waits for a payload; a few others may be heard before it.
func (l *listening) await(t *testing.T, payload string) {
	t.Helper()
	for others := 0; await(t, "the payload "+payload, l.heard) != payload; others++ {
		if others == 10 {
			t.Fatalf("always something else was heard than %q", payload)
		}
	}
}

// end lets the listener end.
func (l *listening) end(t *testing.T) {
	t.Helper()
	l.leave()
	if err := await(t, "the end of listening", l.ended); err != nil {
		t.Errorf("it ended with %v", err)
	}
}

func notify(t *testing.T, s *store.Store, payload string) {
	t.Helper()
	if err := s.Notify(t.Context(), payload); err != nil {
		t.Fatalf("notify: %v, because of %v", err, causes(err))
	}
}

func TestEverybodyOnADatabaseHearsWhatIsNotified(t *testing.T) {
	address := storetest.PostgresAddress(t)
	one, other, elsewhere := at(t, address), at(t, address), at(t, storetest.PostgresAddress(t))
	listeners := []*listening{listen(t, one), listen(t, other)}
	for _, l := range listeners {
		if first := await(t, "the beginning", l.heard); first != "" {
			t.Errorf("first was heard %q", first)
		}
	}
	notify(t, elsewhere, "of another database")
	long := strings.Repeat("x", 7999)
	for _, payload := range []string{"PAY 7", "it's \"quoted\" 元", "", long} {
		notify(t, one, payload)
		for _, l := range listeners {
			if got := await(t, "a notification", l.heard); got != payload {
				t.Errorf("%q was heard, want %q", got, payload)
			}
		}
	}
	if err := one.Notify(t.Context(), long+"x"); err == nil {
		t.Error("a payload that is too long was sent")
	}
	notify(t, one, "and goes on")
	for _, l := range listeners {
		l.await(t, "and goes on")
		l.end(t)
	}
}

func TestALostLinkIsMadeAgainAndEverythingIsReadAnew(t *testing.T) {
	s := storetest.Postgres(t)
	l := listen(t, s)
	l.await(t, "")
	for range 2 {
		kill(t, s)
		l.await(t, "")
		notify(t, s, "after")
		l.await(t, "after")
	}
	l.end(t)
}

func TestASilentLinkIsNoticedAndMadeAgain(t *testing.T) {
	w := newWire(t)
	s, direct := at(t, w.address), at(t, w.direct)
	l := listen(t, s)
	l.await(t, "")
	// A quiet link is no silent one: the server's clock tells that longer has passed than silence is borne.
	if _, err := direct.Writer().ExecContext(t.Context(), "SELECT pg_sleep(4)"); err != nil {
		t.Fatal(err)
	}
	if len(l.heard) != 0 {
		t.Error("a link on which nothing happened was given up")
	}
	w.isHole.Store(true)
	await(t, "a sign of life that vanishes", w.lost)
	notify(t, direct, "lost")
	await(t, "another connection", w.dialled)
	w.isHole.Store(false)
	if got := await(t, "that anything may have changed", l.heard); got != "" {
		t.Errorf("%q was heard", got)
	}
	notify(t, direct, "after")
	l.await(t, "after")
	l.end(t)
}

func TestListeningEndsWithItsContextHoweverTheLinkIs(t *testing.T) {
	w := newWire(t)
	s := at(t, w.address)
	silent := listen(t, s)
	silent.await(t, "")
	w.isHole.Store(true)
	await(t, "a sign of life that vanishes", w.lost)
	silent.end(t)

	unborn := listen(t, s) // its first connection gets no answer
	await(t, "a connection", w.dialled)
	unborn.end(t)

	w.isHole.Store(false)
	late, leave := context.WithCancel(t.Context())
	leave()
	if err := s.Listen(late, func(string) { t.Error("heard after the end") }); err != nil {
		t.Errorf("it ended with %v", err)
	}
}

func TestAnotherThingMayBeNotifiedWhileManyAreStillToBeHeard(t *testing.T) {
	s := storetest.Postgres(t)
	ctx, leave := context.WithCancel(t.Context())
	defer leave()
	began, goOn, ended := make(chan struct{}), make(chan struct{}), make(chan error, 1)
	counted, last := 0, make(chan int, 1)
	go func() {
		ended <- s.Listen(ctx, func(payload string) {
			switch payload {
			case "": // the beginning is slow
				close(began)
				<-goOn
			case "last":
				last <- counted
			default:
				counted++
			}
		})
	}()
	await(t, "the beginning", began)
	for range 200 { // more than fit between the two
		notify(t, s, "PAY")
	}
	notify(t, s, "last")
	close(goOn)
	if got := await(t, "the last one", last); got != 200 {
		t.Errorf("%d were heard", got)
	}
	leave()
	if err := await(t, "the end", ended); err != nil {
		t.Error(err)
	}
}

func TestOnSQLiteNobodyIsToldAndNobodyWaits(t *testing.T) {
	s := storetest.SQLite(t)
	notify(t, s, "PAY")
	if err := s.Listen(t.Context(), func(string) { t.Error("something was heard") }); err != nil {
		t.Error(err)
	}
}
