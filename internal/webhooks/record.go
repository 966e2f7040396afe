package webhooks

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/webhookdelivery"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// kept is how many deliveries of a webhook stay in its log; tidied, after how many new ones older ones are looked for.
const (
	kept   = 1000
	tidied = 50
)

// attempt is one delivery as the log keeps it.
type attempt struct {
	seq     int64 // of the change; 0 for a ping
	event   string
	number  int // from 1
	outcome wire.Outcome
	came    webhookdelivery.Outcome
}

// keep writes an attempt into the log of a webhook.
func (a attempt) keep(ctx context.Context, tx *ent.Client, hook *ent.Webhook) (*ent.WebhookDelivery, error) {
	now := clock.Now(ctx)
	return tx.WebhookDelivery.Create().SetProjectID(hook.ProjectID).SetWebhookID(hook.ID).SetSeq(a.seq).SetEventID(a.event).
		SetAttempt(a.number).SetOutcome(a.came).SetStatus(a.outcome.Status).SetLatencyMs(int(a.outcome.Latency / time.Millisecond)).
		SetError(a.outcome.Error).SetAnswer(a.outcome.Answer).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
}

// newestFirst is the order of the log; ids are made in order.
func newestFirst(s *sql.Selector) {
	s.OrderBy(sql.Desc(s.C(webhookdelivery.FieldCreatedAt)), sql.Desc(s.C(webhookdelivery.FieldID)))
}

// tidy forgets the oldest deliveries of a webhook beyond those that are kept.
func tidy(ctx context.Context, tx *ent.Client, hook ident.ID) error {
	old, err := tx.WebhookDelivery.Query().Where(webhookdelivery.WebhookID(hook)).Order(newestFirst).
		Offset(kept).Limit(10 * tidied).Unique(false).IDs(ctx)
	if err != nil || len(old) == 0 {
		return err
	}
	_, err = tx.WebhookDelivery.Delete().Where(bulk.IDs[predicate.WebhookDelivery](webhookdelivery.FieldID, old)).Exec(ctx)
	return err
}
