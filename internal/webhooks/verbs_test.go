package webhooks_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/webhookdelivery"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
	"github.com/asterism-qa/asterism/internal/viewer"
	"github.com/asterism-qa/asterism/internal/webhooks"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

func TestAReplaySendsEverythingAfterAPlaceAgain(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.releases()
		start := w.position(hook).Cursor
		w.happen(5)
		all := w.changesOf(0)
		w.work(w.options())
		first := w.expect(all)
		w.until("all is confirmed", func() bool { return w.position(hook).Lag == 0 })
		must(w, webhooks.Replay, webhooks.ReplayInput{ID: hook.ID, Cursor: start})
		for i, again := range w.expect(all) {
			if again.body != first[i].body {
				t.Errorf("change %d came with other bytes", i)
			}
		}
		must(w, webhooks.Replay, webhooks.ReplayInput{ID: hook.ID, Cursor: all[3].Cursor()})
		w.expect(all[4:])
		if _, err := use(w, webhooks.Replay, webhooks.ReplayInput{ID: hook.ID, Cursor: "x"}); !fault.Is(err, feed.CursorInvalid) {
			t.Errorf("from nowhere: %v", err)
		}
	})
}

func TestBothSecretsSignForADayAfterARotation(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, oldest := w.releases()
		rotate := func() (next wire.Secret) {
			w.write(func(ctx context.Context, tx *ent.Client) (err error) {
				hook, next, err = webhooks.RotateSecret(ctx, tx, webhooks.RefInput{ID: hook.ID})
				return err
			})
			return next
		}
		older := rotate()
		newer := rotate()
		w.work(w.options())
		verify := func(name string, secret wire.Secret, got taken, want error) {
			t.Helper()
			if err := wire.Verify(got.header, []byte(got.body), w.hands.Now(), secret); err != want {
				t.Errorf("%s: %v, want %v", name, err, want)
			}
		}
		w.hands.forward(24*time.Hour - time.Microsecond)
		w.happen(1)
		got := soon(t, w.got)
		verify("the newest", newer, got, nil)
		verify("the one before", older, got, nil)
		verify("the one before that", oldest, got, wire.ErrForged)
		w.hands.forward(time.Microsecond)
		w.happen(1)
		got = soon(t, w.got)
		verify("the newest after a day", newer, got, nil)
		verify("the one before after a day", older, got, wire.ErrForged)
		w.until("the one before is forgotten", func() bool {
			is := w.Client.Webhook.GetX(w.Ctx, hook.ID)
			return is.PreviousSecret == "" && is.PreviousUntil == nil && is.Version == 3
		})
	})
}

func TestAPingIsSentNowAndStandsInTheLog(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, secret := w.releases()
		must(w, webhooks.Pause, webhooks.RefInput{ID: hook.ID})
		sender := webhooks.NewWorker(w.s, w.hub, w.feed, w.options()).Sender()
		before := w.position(hook)
		for _, c := range []struct {
			status int
			came   webhookdelivery.Outcome
		}{{http.StatusOK, webhookdelivery.OutcomeDELIVERED}, {http.StatusTeapot, webhookdelivery.OutcomeFAILED}} {
			w.answer(status(c.status))
			logged, err := webhooks.PingAndLog(w.Ctx, w.Client, w.hub, sender, webhooks.RefInput{ID: hook.ID})
			if err != nil {
				t.Fatal(err)
			}
			got := soon(t, w.got)
			if err := wire.Verify(got.header, []byte(got.body), w.hands.Now(), secret); err != nil || !strings.Contains(got.body, `"type":"org.asterism.webhook.ping"`) {
				t.Errorf("%s, %v", got.body, err)
			}
			if logged.EventID != got.id || logged.Seq != 0 || logged.Outcome != c.came || logged.Status != c.status || logged.Attempt != 1 {
				t.Errorf("logged as %+v", logged)
			}
		}
		if after := w.position(hook); after.Acked != before.Acked || len(w.log(hook)) != 2 {
			t.Errorf("the place is %+v", after)
		}
		if _, err := webhooks.PingAndLog(w.stranger(), w.Client, w.hub, sender, webhooks.RefInput{ID: hook.ID}); !fault.Is(err, fault.NotFound) || len(w.got) > 0 {
			t.Errorf("by a stranger: %v", err)
		}
	})
}

func TestAllThatIsWrongWithAWebhookIsSaidAtOnce(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		filter := &feed.Filter{EntityTypes: []string{"NOTHING"}}
		create := func(in webhooks.CreateInput) error {
			return w.try(func(ctx context.Context, tx *ent.Client) error {
				_, _, err := w.rules.Create(ctx, tx, in)
				return err
			})
		}
		wrong := func(err error) string {
			var fields []string
			for _, one := range fault.All(err) {
				if one.Code == fault.Invalid {
					fields = append(fields, strings.Join(one.Field, "."))
				}
			}
			return strings.Join(fields, " ")
		}
		if got := wrong(create(webhooks.CreateInput{Project: "P", Name: " ", URL: "ftp://x", Filter: filter, SkipAfter: ptr(0)})); got != "name url filter.entityTypes skipAfter" {
			t.Errorf("of a new one: %s", got)
		}
		hook, _ := w.releases()
		_, err := use(w, w.rules.Revise, webhooks.ReviseInput{ID: hook.ID, ExpectedVersion: 1, URL: ptr("https://192.168.0.1/"), Filter: filter, SkipAfter: ptr(101)})
		if got := wrong(err); got != "url filter.entityTypes skipAfter" {
			t.Errorf("of a revision: %s", got)
		}
		if err := create(webhooks.CreateInput{Project: "P", Name: "hook", URL: w.url}); !fault.Is(err, fault.Conflict) {
			t.Errorf("a name that is taken: %v", err)
		}
		_, err = use(w, consumers.Delete, consumers.RefInput{Project: "P", Consumer: "hook"})
		if !fault.Is(err, fault.Precondition) {
			t.Errorf("its consumer was deleted: %v", err)
		}
	})
}

func TestARevisionIsRefusedWhenSomebodyElseWasFirst(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.releases()
		filter := feed.Filter{Ops: []string{"DELETE"}}
		is := must(w, w.rules.Revise, webhooks.ReviseInput{ID: hook.ID, ExpectedVersion: 1, Filter: &filter, SkipAfter: ptr(3)})
		if is.Version != 2 || is.SkipAfter != 3 || is.URL != hook.URL || !slices.Equal(w.consumer(hook).Filter.Ops, filter.Ops) {
			t.Errorf("it is %+v", is)
		}
		if is := must(w, w.rules.Revise, webhooks.ReviseInput{ID: hook.ID, ExpectedVersion: 2, Filter: &filter, SkipAfter: ptr(3), URL: &hook.URL}); is.Version != 2 {
			t.Errorf("nothing changed, yet it is %+v", is)
		}
		if _, err := use(w, w.rules.Revise, webhooks.ReviseInput{ID: hook.ID, ExpectedVersion: 1, SkipAfter: ptr(0)}); !fault.Is(err, fault.Conflict) {
			t.Errorf("with an old version: %v", err)
		}
	})
}

func TestANewAddressIsTriedAtOnce(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.create(webhooks.CreateInput{Project: "P", Name: "hook", URL: strings.Replace(w.url, "http:", "https:", 1), Filter: &feed.Filter{EntityTypes: []string{"RELEASE"}}})
		w.happen(1)
		w.work(w.options())
		w.waited()
		if log := w.log(hook); len(log) != 1 || log[0].Status != 0 || log[0].Error != "127.0.0.1 answered without TLS" {
			t.Errorf("the log is %v", log)
		}
		must(w, w.rules.Revise, webhooks.ReviseInput{ID: hook.ID, ExpectedVersion: 1, URL: &w.url})
		w.expect(w.changesOf(0))
	})
}

func TestOneThatMissedChangesIsExpiredUntilItIsSetToAPlace(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.releases()
		w.happen(5)
		all := w.changesOf(0)
		w.write(func(ctx context.Context, tx *ent.Client) error {
			_, err := changelog.Remove(ctx, tx, w.s.Dialect(), w.ID, all[2].Seq)
			return err
		})
		w.work(w.options())
		w.until("it is EXPIRED", func() bool { return w.consumer(hook).State == consumer.StateEXPIRED })
		if is := w.consumer(hook); !strings.Contains(is.StateNote, "no longer kept") || len(w.got) > 0 {
			t.Errorf("it is %+v", is)
		}
		if _, err := use(w, webhooks.Resume, webhooks.RefInput{ID: hook.ID}); !fault.Is(err, fault.Precondition) {
			t.Errorf("resumed: %v", err)
		}
		must(w, webhooks.Replay, webhooks.ReplayInput{ID: hook.ID, Cursor: all[2].Cursor()})
		w.expect(all[3:])
		w.until("all is confirmed", func() bool { return w.position(hook).Lag == 0 })
		if err := w.feed.Renew(viewer.AsSystem(w.Ctx), w.ID); err != nil {
			t.Fatal(err)
		}
		w.happen(1)
		w.until("it is EXPIRED again", func() bool { return w.consumer(hook).State == consumer.StateEXPIRED })
		if is := w.consumer(hook); !strings.Contains(is.StateNote, "restored") {
			t.Errorf("it is %+v", is)
		}
	})
}

func TestOnlyAdministratorsMayAndStrangersFindNothing(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hook, _ := w.releases()
		cursor := w.position(hook).Cursor
		verbs := map[string]func(ctx context.Context, tx *ent.Client, id ident.ID) error{
			"revise": func(ctx context.Context, tx *ent.Client, id ident.ID) error {
				_, err := w.rules.Revise(ctx, tx, webhooks.ReviseInput{ID: id, ExpectedVersion: 1, SkipAfter: ptr(5)})
				return err
			},
			"rotate": func(ctx context.Context, tx *ent.Client, id ident.ID) error {
				_, _, err := webhooks.RotateSecret(ctx, tx, webhooks.RefInput{ID: id})
				return err
			},
			"replay": func(ctx context.Context, tx *ent.Client, id ident.ID) error {
				_, err := webhooks.Replay(ctx, tx, webhooks.ReplayInput{ID: id, Cursor: cursor})
				return err
			},
		}
		for name, verb := range map[string]func(context.Context, *ent.Client, webhooks.RefInput) (*ent.Webhook, error){
			"pause": webhooks.Pause, "resume": webhooks.Resume, "delete": webhooks.Delete,
		} {
			verbs[name] = func(ctx context.Context, tx *ent.Client, id ident.ID) error {
				_, err := verb(ctx, tx, webhooks.RefInput{ID: id})
				return err
			}
		}
		stranger := w.stranger()
		role := func(role membership.Role) {
			if err := w.hub.Write(viewer.AsSystem(w.Ctx), func(ctx context.Context, tx *ent.Client) error {
				return tx.Membership.Update().SetRole(role).Exec(ctx)
			}); err != nil {
				t.Fatal(err)
			}
		}
		role(membership.RoleEDITOR)
		for name, verb := range verbs {
			as := func(ctx context.Context, id ident.ID) error {
				return w.hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error { return verb(ctx, tx, id) })
			}
			hidden, absent := as(stranger, hook.ID), as(w.Ctx, ident.New(ident.Webhook))
			if !fault.Is(hidden, fault.NotFound) || !fault.Is(absent, fault.NotFound) || hidden.Error() != absent.Error() {
				t.Errorf("%s by a stranger: %v, and of none: %v", name, hidden, absent)
			}
			if err := as(w.Ctx, hook.ID); !fault.Is(err, fault.Denied) {
				t.Errorf("%s by an editor: %v", name, err)
			}
		}
		for name, want := range map[string]int{"ADMIN": 1, "EDITOR": 0, "VIEWER": 0} {
			role(membership.Role(name))
			if found, err := webhooks.ListOf(w.Ctx, w.Client, []ident.ID{w.ID}); err != nil || len(found[w.ID]) != want {
				t.Errorf("to %s shown: %v, %v", name, found, err)
			}
		}
		if found, err := webhooks.ListOf(stranger, w.Client, []ident.ID{w.ID}); err != nil || len(found) != 0 {
			t.Errorf("shown to a stranger: %v, %v", found, err)
		}
	})
}
