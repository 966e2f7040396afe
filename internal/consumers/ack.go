package consumers

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumerposition"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Ack confirms changes. The place only moves forward, and only for the one who serves the consumer, or for anybody who
// may edit while nobody does.
func Ack(ctx context.Context, tx *ent.Client, in AckInput) (*ent.Consumer, error) {
	held, err := fetching(ctx, tx, in.Project, in.Consumer)
	if err != nil {
		return nil, err
	}
	head, err := headOf(ctx, tx, held.Owner)
	if err != nil {
		return nil, err
	}
	at, err := Place(head, held.Owner, in.Cursor, "cursor")
	if err != nil {
		return nil, err
	}
	if held.State == consumer.StateEXPIRED || held.At.Epoch != head.Epoch && held.At.Epoch != nowhere {
		return nil, fault.New(feed.CursorExpired, "consumer %s has missed changes that are no longer kept: take a snapshot, then set it "+
			"to its cursor with consumerMove", held.Name).At("cursor")
	}
	if err := held.serving(ctx, in.Lease); err != nil {
		return nil, err
	}
	if at.Seq <= held.At.Acked {
		return held.Consumer, nil // it was confirmed before
	}
	return held.Consumer, tx.ConsumerPosition.UpdateOne(held.At).SetEpoch(at.Epoch).SetAcked(at.Seq).SetAckedAt(clock.Now(ctx)).Exec(ctx)
}

// serving refuses a lease that is over. Without one nobody may serve the consumer at the moment. The lease of a stream
// that has ended is still good for its last changes, until somebody else serves or the consumer is moved.
func (h *Held) serving(ctx context.Context, lease *string) error {
	isServed := h.At.LeaseUntil != nil && h.At.LeaseUntil.After(clock.Now(ctx))
	if lease == nil && !isServed || lease != nil && *lease != "" && *lease == h.At.Lease {
		return nil
	}
	return lost(h.Name)
}

func lost(name string) error {
	return fault.New(feed.LeaseLost, "another one serves consumer %s now, or it was moved: what you had and did not confirm "+
		"is handed over again; open the stream anew", name).At("lease")
}

// Confirm moves a position forward for the one who holds its lease, as what it served was taken. Failures before are
// forgotten. A lease that is over is LEASE_LOST, and nothing moves.
func Confirm(ctx context.Context, tx *ent.Client, id ident.ID, lease string, at feed.Position) error {
	now := clock.Now(ctx)
	moved, err := tx.ConsumerPosition.Update().
		Where(consumerposition.ProjectID(at.Project), consumerposition.ConsumerID(id), consumerposition.Lease(lease), consumerposition.AckedLTE(at.Seq)).
		SetEpoch(at.Epoch).SetAcked(at.Seq).SetAckedAt(now).SetAttempts(0).ClearFailingSince().ClearNextAttemptAt().Save(ctx)
	if err == nil && (moved == 0 || lease == "") {
		return lost(id.String())
	}
	return err
}
