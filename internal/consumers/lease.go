package consumers

import (
	"context"
	"crypto/rand"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumerposition"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
)

// LeaseTime is how long a lease is good when nobody renews it, and RenewEvery how often who serves renews it.
const (
	LeaseTime  = 30 * time.Second
	RenewEvery = 10 * time.Second
)

// word makes a lease that nobody can guess.
func word() string { return rand.Text() }

// Lease begins to serve a consumer. While somebody else serves it, or when it is not ACTIVE, it is PRECONDITION_FAILED:
// of two who try at the same moment one gets it.
func Lease(ctx context.Context, hub *changes.Hub, served *ent.Consumer) (string, error) {
	lease := word()
	err := hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
		now := clock.Now(ctx)
		taken, err := tx.ConsumerPosition.Update().
			Where(consumerposition.ProjectID(served.ProjectID), consumerposition.ConsumerID(served.ID),
				consumerposition.HasConsumerWith(consumer.StateEQ(consumer.StateACTIVE)),
				consumerposition.Or(consumerposition.LeaseUntilIsNil(), consumerposition.LeaseUntilLTE(now))).
			SetLease(lease).SetLeaseUntil(now.Add(LeaseTime)).Save(ctx)
		if err == nil && taken == 0 {
			return refused(ctx, tx, served)
		}
		return err
	})
	if err != nil {
		return "", err
	}
	return lease, nil
}

// refused says why a consumer cannot be served now.
func refused(ctx context.Context, tx *ent.Client, served *ent.Consumer) error {
	is, err := tx.Consumer.Get(ctx, served.ID)
	switch {
	case ent.IsNotFound(err):
		return gone()
	case err != nil:
		return err
	case is.State == consumer.StatePAUSED:
		return fault.New(fault.Precondition, "consumer %s is PAUSED; resume it first", is.Name).At("consumer")
	case is.State == consumer.StateEXPIRED:
		return (&Held{Consumer: is}).expired()
	}
	return fault.New(fault.Precondition, "somebody else serves consumer %s at the moment; end that stream, or wait for half a minute after it broke off", is.Name).At("consumer")
}

// Renew makes a lease good for another half minute. LEASE_LOST says that it is over: somebody else serves the consumer,
// or it was paused, moved or deleted.
func Renew(ctx context.Context, hub *changes.Hub, served *ent.Consumer, lease string) error {
	kept, err := RenewAll(ctx, hub, []string{lease})
	if err == nil && !kept[lease] {
		return lost(served.Name)
	}
	return err
}

// RenewAll renews several leases in one transaction and tells which are still good.
func RenewAll(ctx context.Context, hub *changes.Hub, leases []string) (kept map[string]bool, err error) {
	err = hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
		_, err := tx.ConsumerPosition.Update().Where(consumerposition.LeaseIn(leases...), consumerposition.LeaseUntilNotNil()).
			SetLeaseUntil(clock.Now(ctx).Add(LeaseTime)).Save(ctx)
		if err != nil {
			return err
		}
		found, err := tx.ConsumerPosition.Query().Where(consumerposition.LeaseIn(leases...), consumerposition.LeaseUntilNotNil()).
			Select(consumerposition.FieldLease).Strings(ctx)
		kept = make(map[string]bool, len(found))
		for _, lease := range found {
			kept[lease] = true
		}
		return err
	})
	return kept, err
}

// Release lets the next one serve a consumer at once. The last changes may still be confirmed by the lease; one that is
// over releases nothing.
func Release(ctx context.Context, hub *changes.Hub, id ident.ID, lease string) error {
	return hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
		return tx.ConsumerPosition.Update().Where(consumerposition.ConsumerID(id), consumerposition.Lease(lease)).
			ClearLeaseUntil().Exec(ctx)
	})
}
