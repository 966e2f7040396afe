package webhooks_test

import (
	"context"
	"crypto/x509"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/webhookdelivery"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/webhooks"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

func TestEveryChangeArrivesOnceInOrderAndSigned(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.happen(3) // before the webhook, which does not hear of them
		before := len(w.changesOf(0))
		hook, secret := w.releases()
		w.happen(30)
		w.work(w.options())
		w.happen(30)
		all := w.changesOf(0)[before:]
		if len(all) != 60 {
			t.Fatalf("%d changes", len(all))
		}
		for i, got := range w.expect(all) {
			if err := wire.Verify(got.header, []byte(got.body), w.hands.Now(), secret); err != nil {
				t.Fatalf("request %d: %v", i, err)
			}
			var event struct {
				Type, Source, Subject string
				Data                  json.RawMessage
			}
			if err := json.Unmarshal([]byte(got.body), &event); err != nil || event.Type != "org.asterism.release.create" || event.Source != "/projects/P" ||
				event.Subject != all[i].Entity.String() || string(event.Data) != string(all[i].Envelope()) {
				t.Fatalf("request %d is %s, %v", i, got.body, err)
			}
		}
		w.until("the place is the end", func() bool { return w.position(hook).Lag == 0 })
		if len(w.got) > 0 || w.most != 1 {
			t.Errorf("%d more requests; at most %d at once", len(w.got), w.most)
		}
		log := w.log(hook)
		if len(log) != 60 || log[0].Seq != all[0].Seq || log[0].EventID != all[0].Event || log[0].Outcome != webhookdelivery.OutcomeDELIVERED || log[0].Status != 200 || log[0].Attempt != 1 {
			t.Errorf("the log has %d attempts and begins with %+v", len(log), log[0])
		}
	})
}

func TestWhatTheFilterKeepsBackMovesThePlaceWithoutARequest(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.releases()
		w.work(w.options())
		for range 3 {
			w.write(func(ctx context.Context, tx *ent.Client) error {
				return tx.Project.UpdateOneID(w.ID).SetDescription(time.Now().String()).Exec(ctx)
			})
		}
		w.until("the place is the end", func() bool { return w.position(hook).Lag == 0 })
		if len(w.got) > 0 || len(w.log(hook)) > 0 {
			t.Errorf("%d requests", len(w.got))
		}
	})
}

func TestAnAddressThatRecoversGetsEverythingInOrder(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.releases()
		w.answer(status(http.StatusServiceUnavailable))
		w.happen(4)
		all := w.changesOf(0)
		w.work(w.options())
		var first taken
		for i, want := range []time.Duration{5 * time.Second, 10 * time.Second, 20 * time.Second} {
			got := soon(t, w.got)
			if i == 0 {
				first = got
			} else if got.id != first.id || got.body != first.body {
				t.Errorf("attempt %d brings %v and not the same as %v", i, got, first)
			}
			if waits := w.waited(); waits != want {
				t.Errorf("after attempt %d it waits for %v", i+1, waits)
			}
			is := w.position(hook)
			if is.Attempts != i+1 || is.FailingSince == nil || !is.NextAttemptAt.Equal(w.hands.Now().Add(want)) {
				t.Errorf("after attempt %d: %+v", i+1, is)
			}
			if i == 2 {
				w.answer(nil)
			}
			w.hands.forward(want)
		}
		if again := w.expect(all); again[0].body != first.body {
			t.Error("the change came with other bytes")
		}
		w.until("the place is the end", func() bool { return w.position(hook).Lag == 0 })
		if is := w.position(hook); is.Attempts != 0 || is.FailingSince != nil || is.NextAttemptAt != nil {
			t.Errorf("it is well again: %+v", is)
		}
		log := w.log(hook)
		if len(log) != 7 || log[2].Attempt != 3 || log[2].Outcome != webhookdelivery.OutcomeFAILED || log[2].Error != "the endpoint answered 503 Service Unavailable" ||
			log[3].Attempt != 4 || log[3].EventID != log[2].EventID || log[4].Attempt != 1 {
			t.Errorf("the log is %v", log)
		}
	})
}

func TestARestartGoesOnWaitingWhereItWas(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.releases()
		w.answer(status(500))
		w.happen(1)
		end := w.work(w.options())
		soon(t, w.got)
		w.waited()
		w.hands.forward(5 * time.Second)
		soon(t, w.got)
		w.waited()
		end()
		if is := w.position(hook); is.ServedUntil != nil {
			t.Errorf("a worker that ended still serves until %v", is.ServedUntil)
		}
		w.hands.forward(4 * time.Second)
		w.work(w.options())
		if waits := w.waited(); waits != 6*time.Second {
			t.Errorf("it waits for %v", waits)
		}
		w.answer(nil)
		w.hands.forward(6 * time.Second)
		w.expect(w.changesOf(0))
		w.until("three attempts", func() bool { return len(w.log(hook)) == 3 })
		if len(w.got) > 0 {
			t.Error("it was sent in between")
		}
	})
}

func TestAfterThreeDaysItPausesAndResumingSendsEverything(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.releases()
		w.answer(status(500))
		w.happen(3)
		all, began := w.changesOf(0), w.hands.Now()
		w.work(w.options())
		for {
			if got := soon(t, w.got); got.id != all[0].Event {
				t.Fatalf("it sends %v", got)
			}
			w.until("the attempt is written down", func() bool { return len(w.hands.armed) > 0 || w.consumer(hook).State != consumer.StateACTIVE })
			if len(w.hands.armed) == 0 {
				break
			}
			w.hands.forward(w.waited())
		}
		if passed := w.hands.Now().Sub(began); passed != wire.Patience {
			t.Errorf("it paused after %v", passed)
		}
		is := w.consumer(hook)
		if is.State != consumer.StatePAUSED || is.StateNote != "the same change has failed for 72 hours; at last: the endpoint answered 500 Internal Server Error" || is.Version != 2 {
			t.Errorf("it is %+v", is)
		}
		w.answer(nil)
		w.happen(2)
		must(w, webhooks.Resume, webhooks.RefInput{ID: hook.ID})
		w.expect(w.changesOf(0))
	})
}

func TestAnAddressThatIsGoneIsNotAskedAgain(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.releases()
		w.answer(status(http.StatusGone))
		w.happen(2)
		w.work(w.options())
		soon(t, w.got)
		w.until("it pauses", func() bool { return w.consumer(hook).State == consumer.StatePAUSED })
		if is := w.consumer(hook); is.StateNote != "the endpoint answered 410 Gone: it wants no more deliveries" {
			t.Errorf("it is %+v", is)
		}
		if log := w.log(hook); len(log) != 1 || log[0].Outcome != webhookdelivery.OutcomeFAILED {
			t.Errorf("the log is %v", log)
		}
	})
}

func TestAChangeIsLeftOutWhenTheWebhookAllowsIt(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.create(webhooks.CreateInput{Project: "P", Name: "hook", URL: w.url, SkipAfter: ptr(2)})
		start := w.position(hook).Acked
		w.answer(status(500))
		w.happen(1)
		w.work(w.options())
		soon(t, w.got)
		w.hands.forward(w.waited())
		soon(t, w.got)
		w.until("it was left out", func() bool { return w.position(hook).Acked == start+1 })
		if log := w.log(hook); log[1].Outcome != webhookdelivery.OutcomeSKIPPED || log[1].Attempt != 2 || log[1].Seq != start+1 || log[1].Status != 500 {
			t.Errorf("the log is %v", log)
		}
	})
}

func TestACertificateIsCheckedBeforeAnythingIsSent(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		server := httptest.NewUnstartedServer(w.receiver)
		server.Config.ErrorLog = log.New(io.Discard, "", 0)
		server.StartTLS()
		t.Cleanup(server.Close)
		hook, _ := w.create(webhooks.CreateInput{Project: "P", Name: "hook", URL: server.URL, Filter: &feed.Filter{EntityTypes: []string{"RELEASE"}}})
		w.happen(1)
		end := w.work(w.options())
		waits := w.waited()
		if log := w.log(hook); len(log) != 1 || log[0].Error != "127.0.0.1 shows a certificate that is not trusted here" || len(w.got) > 0 {
			t.Errorf("the log is %v", log)
		}
		end()
		trusting := w.options()
		trusting.Guard.Roots = x509.NewCertPool()
		trusting.Guard.Roots.AddCert(server.Certificate())
		w.hands.forward(waits)
		w.work(trusting)
		w.expect(w.changesOf(0))
	})
}
