package webhooks_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/webhookdelivery"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/webhooks"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// canary is where whatever is logged goes.
type canary struct {
	mu   sync.Mutex
	said bytes.Buffer
}

func (c *canary) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.said.Write(p)
}

func (c *canary) String() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.said.String()
}

func TestASecretIsToldToNobodyButWhoMadeIt(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		logged := &canary{}
		before := slog.Default()
		slog.SetDefault(slog.New(slog.NewTextHandler(logged, &slog.HandlerOptions{Level: slog.LevelDebug})))
		t.Cleanup(func() { slog.SetDefault(before) })
		hook, first := w.create(webhooks.CreateInput{Project: "P", Name: "hook", URL: w.url})
		var second wire.Secret
		w.write(func(ctx context.Context, tx *ent.Client) (err error) {
			hook, second, err = webhooks.RotateSecret(ctx, tx, webhooks.RefInput{ID: hook.ID})
			return err
		})
		w.answer(status(410))
		w.work(w.options())
		soon(t, w.got)
		w.until("it pauses", func() bool { return strings.Contains(logged.String(), "a webhook pauses") })
		_, err := use(w, w.rules.Revise, webhooks.ReviseInput{ID: hook.ID, ExpectedVersion: 9})
		_, _ = fmt.Fprintln(logged, hook, err, w.rules, second)
		must(w, webhooks.Delete, webhooks.RefInput{ID: hook.ID})
		page, err := w.feed.Read(w.Ctx, w.Project.Project, nil, feed.Filter{}, 1000)
		if err != nil || len(page.Changes) < 8 {
			t.Fatalf("%v, %v", page, err)
		}
		for _, change := range page.Changes {
			_, _ = fmt.Fprintf(logged, "%s\n", change.Envelope())
		}
		if !strings.Contains(logged.String(), `"entityType":"WEBHOOK"`) {
			t.Error("the changes tell of no webhook, so nothing was checked")
		}
		for _, secret := range []wire.Secret{first, second} {
			if strings.Contains(logged.String(), strings.TrimPrefix(secret.Reveal(), "whsec_")) {
				t.Errorf("a secret is told in\n%s", logged)
			}
		}
	})
}

func TestTheLastThousandAttemptsStayInTheLog(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.releases()
		other, _ := w.create(webhooks.CreateInput{Project: "P", Name: "other", URL: w.url})
		w.write(func(ctx context.Context, tx *ent.Client) error {
			for _, one := range []*ent.Webhook{hook, other} {
				var all []*ent.WebhookDeliveryCreate
				for i := range 1003 {
					at := w.hands.Now().Add(time.Duration(i-2000) * time.Second)
					status := 200
					if i%2 == 0 {
						status = 0 // without an answer
					}
					all = append(all, tx.WebhookDelivery.Create().SetProjectID(w.ID).SetWebhookID(one.ID).SetSeq(int64(i)).SetEventID("e").SetAttempt(1).
						SetOutcome(webhookdelivery.OutcomeFAILED).SetStatus(status).SetLatencyMs(i).SetCreatedAt(at).SetUpdatedAt(at))
				}
				for some := range 3 {
					part := all[some*400 : min((some+1)*400, len(all))]
					if err := tx.WebhookDelivery.CreateBulk(part...).Exec(ctx); err != nil {
						return err
					}
				}
			}
			return nil
		})
		ids := []ident.ID{hook.ID, other.ID}
		before := w.s.Statements.Count()
		lists, err := webhooks.Deliveries(w.Ctx, w.Client, ids, 50)
		if err != nil || len(lists[hook.ID]) != 50 || len(lists[other.ID]) != 50 || lists[hook.ID][0].Seq != 1002 || lists[other.ID][49].Seq != 953 {
			t.Errorf("%v, %v", lists, err)
		}
		middle, err := webhooks.Latencies(w.Ctx, w.Client, ids)
		if err != nil || len(middle) != 2 || middle[hook.ID] != 901 { // of 803, 805 … 1001
			t.Errorf("%v, %v", middle, err)
		}
		if count := w.s.Statements.Count() - before; count != 2 {
			t.Errorf("%d statements", count)
		}
		w.happen(1)
		w.work(w.options())
		w.until("its own change was sent", func() bool { return w.position(hook).Lag == 0 })
		if n := w.Client.WebhookDelivery.Query().Where(webhookdelivery.WebhookID(hook.ID)).CountX(w.Ctx); n != 1000 {
			t.Errorf("%d attempts are kept", n)
		}
		if log := w.log(hook); log[0].Seq != 4 || log[999].Outcome != webhookdelivery.OutcomeDELIVERED {
			t.Errorf("those that are kept go from %v to %v", log[0], log[999])
		}
		if last, err := webhooks.LastErrors(w.Ctx, w.Client, []ident.ID{hook.ID}); err != nil || len(last) != 0 {
			t.Errorf("all is well, yet %v, %v", last, err)
		}
	})
}
