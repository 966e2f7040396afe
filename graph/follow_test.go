package graph_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// keyed performs a mutation under an idempotency key.
func keyed(s *graphtest.Server, mutation, inputType, key string, input map[string]any, selection string) reply {
	s.T.Helper()
	var data struct{ Done reply }
	s.Data(fmt.Sprintf(`mutation($input: %s!, $key: String!) { done: %s(input: $input, idempotencyKey: $key) { %s userErrors { code field message } } }`, inputType, mutation, selection),
		map[string]any{"input": input, "key": key}, &data)
	return data.Done
}

func TestAConsumerFallsBehindAndCatchesUp(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		populate(s, "PAY", 1)
		const fields = `consumer { name kind state acked lag position servedUntil filter { entityTypes ops } }`
		ref := map[string]any{"project": "PAY", "consumer": "ci"}
		made := do(s, "consumerCreate", "ConsumerCreateInput", map[string]any{"project": "PAY", "name": "ci", "filter": map[string]any{"entityTypes": []string{"DEFECT"}}}, fields)
		if made.number("consumer", "lag") != 1 || made.text("consumer", "filter", "entityTypes", 0) != "DEFECT" { // its own making
			t.Errorf("a new one: %v", made)
		}
		do(s, "defectReport", "DefectReportInput", map[string]any{"project": "PAY", "title": "Wrong"}, "defect { id }")
		now := ask(s, `{ project(key: "PAY") { feed { now head } consumer(name: "ci") { lag } none: consumer(name: "nobody") { id } } }`, nil)
		if now.number("project", "consumer", "lag") < 2 || now.at("project", "none") != nil {
			t.Errorf("after a change: %v", now)
		}
		acked := do(s, "consumerAck", "ConsumerAckInput", with(ref, map[string]any{"cursor": now.text("project", "feed", "now")}), fields)
		if acked.number("consumer", "lag") != 0 || acked.number("consumer", "acked") != now.number("project", "feed", "head") ||
			acked.text("consumer", "position") != now.text("project", "feed", "now") {
			t.Errorf("confirmed: %v", acked)
		}
		do(s, "consumerPause", "ConsumerRefInput", ref, fields)
		if gone := do(s, "consumerDelete", "ConsumerRefInput", ref, fields); gone.at("consumer") != nil {
			t.Errorf("a deleted one is answered: %v", gone)
		}
		if got := refusals(try(s, "consumerResume", "ConsumerRefInput", ref, fields)); got != `NOT_FOUND ["consumer"]` {
			t.Errorf("afterwards: %s", got)
		}
	})
}

func TestASecretIsShownOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		populate(s, "PAY", 1)
		const fields = `secret webhook { id name previousSecretUntil latencyMs lastError attempts deliveries { seq } consumer { name kind } }`
		input := map[string]any{"project": "PAY", "name": "hook", "url": "http://127.0.0.1:9/changes"}
		made, again := keyed(s, "webhookCreate", "WebhookCreateInput", "one", input, fields), keyed(s, "webhookCreate", "WebhookCreateInput", "one", input, fields)
		if _, err := wire.ParseSecret(made.text("secret")); err != nil {
			t.Errorf("a new one: %v", err)
		}
		if again.at("secret") != nil || again.text("webhook", "id") != made.text("webhook", "id") {
			t.Errorf("the same again: %v", again)
		}
		ref := map[string]any{"id": made.text("webhook", "id")}
		rotated, repeated := keyed(s, "webhookRotateSecret", "WebhookRefInput", "two", ref, fields), keyed(s, "webhookRotateSecret", "WebhookRefInput", "two", ref, fields)
		if rotated.text("secret") == made.text("secret") || rotated.at("webhook", "previousSecretUntil") == nil || repeated.at("secret") != nil {
			t.Errorf("rotated: %v and again %v", rotated, repeated)
		}
		if paused := do(s, "webhookPause", "WebhookRefInput", ref, fields); paused.at("secret") != nil {
			t.Errorf("paused: %v", paused)
		}
		all := s.Ask(`{ project(key: "PAY") { changes(last: 9) { nodes { envelope } } } }`, nil)
		for _, secret := range []string{made.text("secret"), rotated.text("secret")} {
			if strings.Contains(string(all.Raw), secret) {
				t.Error("the feed tells a secret")
			}
		}
	})
}

func TestAPingTellsWhatTheAddressAnswered(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		populate(s, "PAY", 1)
		var came atomic.Int32
		there := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			came.Add(1)
			http.Error(w, "not today", http.StatusTeapot)
		}))
		defer there.Close()
		made := do(s, "webhookCreate", "WebhookCreateInput", map[string]any{"project": "PAY", "name": "hook", "url": there.URL}, "webhook { id }")
		const fields = `delivery { id seq outcome status answer error attempt }`
		ref := map[string]any{"id": made.text("webhook", "id")}
		first, again := keyed(s, "webhookPing", "WebhookRefInput", "one", ref, fields), keyed(s, "webhookPing", "WebhookRefInput", "one", ref, fields)
		if first.number("delivery", "status") != http.StatusTeapot || first.text("delivery", "answer") != "not today" || first.number("delivery", "seq") != 0 {
			t.Errorf("pinged: %v", first)
		}
		if came.Load() != 1 || again.text("delivery", "id") != first.text("delivery", "id") {
			t.Errorf("the same again: %v after %d messages", again, came.Load())
		}
		log := ask(s, `{ project(key: "PAY") { webhooks { lastError latencyMs deliveries(first: 5) { id } consumer { acked lag } } } }`, nil)
		if log.text("project", "webhooks", 0, "deliveries", 0, "id") != first.text("delivery", "id") || !strings.Contains(log.text("project", "webhooks", 0, "lastError"), "418") {
			t.Errorf("the log: %v", log)
		}
		for _, size := range []int{-1, 201} {
			if got := s.Ask(fmt.Sprintf(`{ project(key: "PAY") { webhooks { deliveries(first: %d) { id } } } }`, size), nil); len(got.Errors) != 1 || got.Errors[0].Extensions["code"] != invalid {
				t.Errorf("%d attempts: %s", size, got.Raw)
			}
		}
	})
}

// Not even by way of a key that was used for something else: then the thing is shown as somebody else left it.
func TestWebhooksAreShownToAdministratorsAlone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		c, editor := build(s, "PAY"), somebody(s, "editor")
		s.Write(func(ctx context.Context, tx *ent.Client) error {
			return people.Grant(ctx, tx, tx.Project.Query().OnlyIDX(ctx), editor.Viewer.User, membership.RoleEDITOR)
		})
		if got := ask(editor, `{ project(key: "PAY") { webhooks { url } consumers { name } } }`, nil); got.at("project", "webhooks", 0) != nil || got.text("project", "consumers", 0, "name") != "follower" {
			t.Errorf("to an editor: %v", got)
		}
		keyed(editor, "consumerPause", "ConsumerRefInput", "mine", map[string]any{"project": "PAY", "consumer": "follower"}, "consumer { id }")
		ref := map[string]any{"id": c.ids["Webhook"][0]}
		got := editor.Ask(`mutation($input: WebhookRefInput!) { webhookPause(input: $input, idempotencyKey: "mine") { webhook { url } userErrors { code } } }`, map[string]any{"input": ref})
		if !strings.Contains(string(got.Raw), "CONFLICT") || strings.Contains(string(got.Raw), "127.0.0.1") {
			t.Errorf("under a used key: %s", got.Raw)
		}
	})
}

func TestThoseWhoFollowCostAsManyStatementsWhetherFewOrMany(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		const document = `{ projects(first: 20) { nodes { key
			consumers { name position acked ackedAt lag servedUntil } one: consumer(name: "pull-0") { lag servedUntil }
			webhooks { name attempts failingSince nextAttemptAt lastError latencyMs deliveries(first: 3) { seq } consumer { name lag position } } } } }`
		follow := func(key string, n int) {
			w := populate(s, key, 1)
			s.Write(func(ctx context.Context, tx *ent.Client) error {
				for i := range n {
					if _, err := consumers.Make(ctx, tx, w.project, consumer.KindPULL, fmt.Sprintf("pull-%d", i), nil, nil); err != nil {
						return err
					}
					served, err := consumers.Make(ctx, tx, w.project, consumer.KindWEBHOOK, fmt.Sprintf("hook-%d", i), nil, nil)
					if err != nil {
						return err
					}
					tx.Webhook.Create().SetProjectID(w.project.ID).SetConsumerID(served.ID).SetURL("http://127.0.0.1:9/").SetSecret(wire.NewSecret().Reveal()).ExecX(ctx)
				}
				return nil
			})
		}
		follow("FEW", 1)
		few := s.Statements(document, nil)
		for _, key := range []string{"MANY", "MORE", "MOST"} {
			follow(key, 12)
		}
		if many := s.Statements(document, nil); many != few {
			t.Errorf("%d statements for few, %d for many", few, many)
		}
		if got := ask(s, `{ project(key: "MOST") { webhooks { name consumer { kind } } consumers { name } } }`, nil); got.text("project", "webhooks", 11, "name") != "hook-9" || got.text("project", "consumers", 23, "name") != "pull-9" {
			t.Errorf("in the order of names: %v", got)
		}
		t.Logf("%d statements", few)
	})
}
