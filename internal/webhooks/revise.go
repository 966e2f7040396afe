package webhooks

import (
	"context"
	"reflect"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Revise changes where a webhook sends, or which changes; what is left out stays. When nothing differs it stays at its
// version. A change that could not be sent is tried anew at once.
func (r Rules) Revise(ctx context.Context, tx *ent.Client, in ReviseInput) (*ent.Webhook, error) {
	address, err := r.checkRevision(in)
	if err != nil {
		return nil, err
	}
	hook, held, err := hold(ctx, tx, in.ID)
	if err != nil {
		return nil, err
	}
	if err := bulk.Expect("webhook", held.Name, hook.Version, in.ExpectedVersion); err != nil {
		return nil, err
	}
	update, changed := tx.Webhook.UpdateOne(hook).AddVersion(1), false
	if in.URL != nil && address != hook.URL {
		update.SetURL(address)
		changed = true
	}
	if in.SkipAfter != nil && *in.SkipAfter != hook.SkipAfter {
		update.SetSkipAfter(*in.SkipAfter)
		changed = true
	}
	if in.Filter != nil && !reflect.DeepEqual(*in.Filter, held.Filter) {
		if _, err := tx.Consumer.UpdateOne(held.Consumer).SetFilter(*in.Filter).AddVersion(1).Save(ctx); err != nil {
			return nil, bulk.Explain(err, "consumer")
		}
		changed = true
	}
	if !changed {
		return hook, nil
	}
	if err := held.Forgive(ctx, tx); err != nil {
		return nil, err
	}
	saved, err := update.Save(ctx)
	return saved, bulk.Explain(err, "webhook")
}

// checkRevision says all that is wrong with a revision, and gives the address as it is stored.
func (r Rules) checkRevision(in ReviseInput) (address string, err error) {
	var check fault.Check
	if in.URL != nil {
		if address, err = r.checkURL(&check, *in.URL); err != nil {
			return "", err
		}
	}
	if err := consumers.CheckFilter(&check, in.Filter); err != nil {
		return "", err
	}
	checkSkip(&check, in.SkipAfter, 0)
	return address, check.Err()
}
