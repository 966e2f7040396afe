package consumers_test

import (
	"context"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

func TestAPauseKeepsThePlace(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		c, ref := w.new("ci"), consumers.RefInput{Project: "P", Consumer: "ci"}
		before := w.position(c)
		if is := must(w, consumers.Pause, ref); is.State != consumer.StatePAUSED || is.Version != 2 {
			t.Errorf("paused: %+v", is)
		}
		if is := must(w, consumers.Pause, ref); is.Version != 2 {
			t.Errorf("paused twice: %+v", is)
		}
		if _, err := consumers.Serve(w.Ctx, w.Client, w.hub, ref); !fault.Is(err, fault.Precondition) || !strings.Contains(err.Error(), "PAUSED") {
			t.Errorf("served while paused: %v", err)
		}
		w.happen(3)
		if is := must(w, consumers.Resume, ref); is.State != consumer.StateACTIVE || is.Version != 3 {
			t.Errorf("resumed: %+v", is)
		}
		if is := must(w, consumers.Resume, ref); is.Version != 3 {
			t.Errorf("resumed twice: %+v", is)
		}
		if is := w.position(c); is.Acked != before.Acked || is.Lag < 3 {
			t.Errorf("the place moved: %+v", is)
		}
	})
}

func TestAPauseEndsTheStreamButNotItsLastConfirmation(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.new("ci")
		ref := consumers.RefInput{Project: "P", Consumer: "ci"}
		serving, err := consumers.Serve(w.Ctx, w.Client, w.hub, ref)
		if err != nil {
			t.Fatal(err)
		}
		cursor := w.happen(1)
		must(w, consumers.Pause, ref)
		if err := consumers.Renew(w.Ctx, w.hub, serving.Consumer, serving.Lease); !fault.Is(err, feed.LeaseLost) {
			t.Errorf("the stream goes on: %v", err)
		}
		if err := w.confirm("ci", cursor, &serving.Lease); err != nil {
			t.Errorf("what was under way: %v", err)
		}
	})
}

func TestAConsumerIsSetToAnOlderPlaceAndANewerOne(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		c := w.new("ci")
		older, newer := w.end(), w.happen(3)
		for _, cursor := range []string{newer, older, newer} {
			is := must(w, consumers.Move, consumers.MoveInput{Project: "P", Consumer: "ci", Cursor: cursor})
			if at := w.position(c); at.Cursor != cursor {
				t.Errorf("set to %s: %+v", cursor, at)
			}
			if is.Version <= c.Version {
				t.Errorf("nobody hears of it: %+v", is)
			}
			c = is
		}
	})
}

func TestWhatAStreamHadBeforeAMoveCannotUndoTheMove(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		c, ref := w.new("ci"), consumers.RefInput{Project: "P", Consumer: "ci"}
		older := w.end()
		serving, err := consumers.Serve(w.Ctx, w.Client, w.hub, ref)
		if err != nil {
			t.Fatal(err)
		}
		newer := w.happen(3)
		must(w, consumers.Move, consumers.MoveInput{Project: "P", Consumer: "ci", Cursor: older})
		if err := w.confirm("ci", newer, &serving.Lease); !fault.Is(err, feed.LeaseLost) {
			t.Errorf("confirmed: %v", err)
		}
		if at := w.position(c); at.Cursor != older {
			t.Errorf("the place is %+v", at)
		}
	})
}

func TestOneThatMissedChangesSaysSoUntilItIsSetToAPlaceThatIsKept(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.new("ci")
		ref := consumers.RefInput{Project: "P", Consumer: "ci"}
		serving, err := consumers.Serve(w.Ctx, w.Client, w.hub, ref)
		if err != nil {
			t.Fatal(err)
		}
		why := fault.New(feed.CursorExpired, "gone before the 3rd")
		if done, err := consumers.Expire(w.Ctx, w.hub, w.Project.Project, serving.Consumer, "another lease", why); done || !fault.Is(err, feed.LeaseLost) {
			t.Errorf("by one that does not serve it: %v, %v", done, err)
		}
		if done, err := consumers.Expire(w.Ctx, w.hub, w.Project.Project, serving.Consumer, serving.Lease, context.Canceled); done || err != nil {
			t.Errorf("by any error: %v, %v", done, err)
		}
		if done, err := consumers.Expire(w.Ctx, w.hub, w.Project.Project, serving.Consumer, serving.Lease, why); !done || err != nil {
			t.Fatalf("%v, %v", done, err)
		}
		if is := w.Client.Consumer.Query().OnlyX(w.Ctx); is.State != consumer.StateEXPIRED || is.StateNote != "gone before the 3rd" {
			t.Errorf("it is %+v", is)
		}
		end := w.happen(1)
		if err := w.confirm("ci", end, nil); !fault.Is(err, feed.CursorExpired) {
			t.Errorf("confirmed: %v", err)
		}
		for name, verb := range map[string]func(context.Context, *ent.Client, consumers.RefInput) (*ent.Consumer, error){"pause": consumers.Pause, "resume": consumers.Resume} {
			if _, err := try(w, verb, ref); !fault.Is(err, fault.Precondition) || !strings.Contains(err.Error(), "snapshot") {
				t.Errorf("%s: %v", name, err)
			}
		}
		if is := must(w, consumers.Move, consumers.MoveInput{Project: "P", Consumer: "ci", Cursor: end}); is.State != consumer.StateACTIVE || is.StateNote != "" {
			t.Errorf("set to a place: %+v", is)
		}
	})
}

func TestAfterARestoreNothingIsConfirmedInTheOldHistory(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		c := w.new("ci")
		old := w.happen(1)
		err := w.hub.Write(w.Ctx, func(ctx context.Context, tx *ent.Client) error {
			return changelog.Renew(ctx, tx, w.s.Dialect(), w.ID)
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.confirm("ci", old, nil); !fault.Is(err, feed.CursorOtherHistory) {
			t.Errorf("an old cursor: %v", err)
		}
		if err := w.confirm("ci", w.end(), nil); !fault.Is(err, feed.CursorExpired) {
			t.Errorf("a new cursor: %v", err)
		}
		if at := w.position(c); at.Lag < 3 {
			t.Errorf("the lag counts numbers of two histories: %+v", at)
		}
		must(w, consumers.Move, consumers.MoveInput{Project: "P", Consumer: "ci", Cursor: w.at(1)})
		if err := w.confirm("ci", w.end(), nil); err != nil {
			t.Error(err)
		}
	})
}

func TestADeletedConsumerLeavesNothing(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		c := w.new("ci")
		if is := must(w, consumers.Delete, consumers.RefInput{Project: "P", Consumer: "ci"}); is.ID != c.ID {
			t.Errorf("deleted %+v", is)
		}
		if n := w.Client.Consumer.Query().CountX(w.Ctx) + w.Client.ConsumerPosition.Query().CountX(w.Ctx); n != 0 {
			t.Errorf("%d rows are left", n)
		}
		w.new("ci")
	})
}

func TestManyPositionsTakeTwoStatements(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		var all []ident.ID
		for _, name := range []string{"c", "a", "b"} {
			all = append(all, w.new(name).ID)
		}
		before := w.s.Statements.Count()
		found, err := consumers.PositionsOf(w.Ctx, w.Client, all)
		if err != nil || len(found) != 3 || w.s.Statements.Count()-before != 2 {
			t.Errorf("%v, %v by %d statements", found, err, w.s.Statements.Count()-before)
		}
		lists, err := consumers.ListOf(w.Ctx, w.Client, []ident.ID{w.ID})
		if err != nil || len(lists[w.ID]) != 3 || lists[w.ID][0].Name != "a" || lists[w.ID][2].Name != "c" {
			t.Errorf("%v, %v", lists, err)
		}
		if one, err := consumers.Named(w.Ctx, w.Client, w.ID, "b"); err != nil || one == nil {
			t.Errorf("%v, %v", one, err)
		}
		if one, err := consumers.Named(w.Ctx, w.Client, w.ID, "none"); err != nil || one != nil {
			t.Errorf("%v, %v", one, err)
		}
	})
}
