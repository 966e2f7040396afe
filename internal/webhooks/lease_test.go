package webhooks_test

import (
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/internal/webhooks"
)

func TestOfTwoWorkersOneSendsAndTheOtherGoesOnWhenItEnds(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.releases()
		first := w.work(w.options())
		for range 2 {
			before := w.position(hook).Acked
			w.happen(20)
			w.expect(w.changesOf(before))
			w.until("the place is the end", func() bool { return w.position(hook).Lag == 0 })
			w.work(w.options())
			first()
		}
		if w.most != 1 || len(w.got) > 0 {
			t.Errorf("%d requests at once, %d too many", w.most, len(w.got))
		}
		if log := w.log(hook); len(log) != 40 {
			t.Errorf("%d attempts", len(log))
		}
	})
}

// TestALateWorkerIsRefused stops a worker, as a process that is stopped: its clock stands still and it renews nothing,
// while a request of it is under way.
func TestALateWorkerIsRefused(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.releases()
		w.happen(3)
		all := w.changesOf(0)
		goOn := w.stall()
		late := w.options()
		frozen := w.hands.Now()
		late.Now, late.Beat = func() time.Time { return frozen }, time.Hour
		w.work(late)
		first := soon(t, w.got)
		w.answer(nil)
		if is := w.position(hook); is.ServedUntil == nil {
			t.Fatal("nobody serves it")
		}
		w.work(w.options())
		w.hands.forward(30 * time.Second)
		again := w.expect(all)
		if first.id != again[0].id || first.body != again[0].body {
			t.Errorf("the change came twice, as %v and %v", first, again[0])
		}
		w.until("all is confirmed", func() bool { return len(w.log(hook)) == 3 })
		is := w.position(hook)
		goOn()
		w.happen(1)
		w.expect(w.changesOf(all[2].Seq))
		w.until("the next is confirmed", func() bool { return w.position(hook).Acked > is.Acked })
		if log := w.log(hook); len(log) != 4 {
			t.Errorf("the late one wrote into the log: %v", log)
		}
	})
}

func TestALateAnswerMovesNothing(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.releases()
		start := w.position(hook).Cursor
		w.happen(2)
		all := w.changesOf(0)
		goOn := w.stall()
		w.work(w.options())
		soon(t, w.got)
		must(w, webhooks.Replay, webhooks.ReplayInput{ID: hook.ID, Cursor: start}) // takes the lease away
		w.answer(nil)
		goOn()
		w.expect(all)
		w.until("all is confirmed", func() bool { return w.position(hook).Lag == 0 })
		if log := w.log(hook); len(log) != 2 {
			t.Errorf("the late answer counts: %v", log)
		}
	})
}

func TestWhatIsUnderWayAtAPauseStillCounts(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.releases()
		w.happen(3)
		all := w.changesOf(0)
		goOn := w.stall()
		w.work(w.options())
		soon(t, w.got)
		must(w, webhooks.Pause, webhooks.RefInput{ID: hook.ID})
		w.answer(nil)
		goOn()
		w.until("the first is confirmed", func() bool { return w.position(hook).Acked == all[0].Seq })
		w.until("nobody serves it", func() bool { return w.position(hook).ServedUntil == nil })
		w.happen(1)
		if is := w.consumer(hook); is.State != consumer.StatePAUSED || len(w.got) > 0 {
			t.Errorf("it sends on: %+v", is)
		}
		must(w, webhooks.Resume, webhooks.RefInput{ID: hook.ID})
		w.expect(w.changesOf(all[0].Seq))
	})
}

func TestAWebhookIsDeletedWhileItSends(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.releases()
		w.happen(3)
		goOn := w.stall()
		end := w.work(w.options())
		soon(t, w.got)
		if is := must(w, webhooks.Delete, webhooks.RefInput{ID: hook.ID}); is.ID != hook.ID {
			t.Errorf("deleted %v", is)
		}
		goOn()
		w.happen(1)
		other, _ := w.create(webhooks.CreateInput{Project: "P", Name: "hook", URL: w.url})
		w.until("another of the same name sends", func() bool { return w.position(other).Lag == 0 })
		end()
		left := w.Client.WebhookDelivery.Query().CountX(w.Ctx) - len(w.log(other)) + w.Client.Webhook.Query().CountX(w.Ctx) - 1 +
			w.Client.Consumer.Query().CountX(w.Ctx) - 1 + w.Client.ConsumerPosition.Query().CountX(w.Ctx) - 1
		if left != 0 {
			t.Errorf("%d rows are left", left)
		}
	})
}
