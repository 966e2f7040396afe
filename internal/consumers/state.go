package consumers

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Pause stops handing changes to a consumer. Its place is kept.
func Pause(ctx context.Context, tx *ent.Client, in RefInput) (*ent.Consumer, error) {
	held, err := fetching(ctx, tx, in.Project, in.Consumer)
	if err != nil {
		return nil, err
	}
	return held.Stop(ctx, tx, consumer.StatePAUSED, "")
}

// Resume goes on handing changes to a consumer that is PAUSED.
func Resume(ctx context.Context, tx *ent.Client, in RefInput) (*ent.Consumer, error) {
	held, err := fetching(ctx, tx, in.Project, in.Consumer)
	if err != nil {
		return nil, err
	}
	return held.GoOn(ctx, tx)
}

// Stop makes a consumer PAUSED or EXPIRED, with a note for the person who mends it. Nobody serves it any more; what is
// under way may still be confirmed. One that is EXPIRED cannot be paused.
func (h *Held) Stop(ctx context.Context, tx *ent.Client, state consumer.State, note string) (*ent.Consumer, error) {
	if h.State == consumer.StateEXPIRED && state == consumer.StatePAUSED {
		return nil, h.expired()
	}
	if h.State == state {
		return h.Consumer, nil
	}
	if err := tx.ConsumerPosition.UpdateOne(h.At).ClearLeaseUntil().Exec(ctx); err != nil {
		return nil, err
	}
	saved, err := tx.Consumer.UpdateOne(h.Consumer).SetState(state).SetStateNote(note).AddVersion(1).Save(ctx)
	return saved, bulk.Explain(err, "consumer")
}

// GoOn makes a consumer ACTIVE and forgets how often something failed, so that it is tried at once. One that is ACTIVE
// and well stays as it is.
func (h *Held) GoOn(ctx context.Context, tx *ent.Client) (*ent.Consumer, error) {
	isFailing := h.At.Attempts > 0 || h.At.NextAttemptAt != nil
	switch {
	case h.State == consumer.StateEXPIRED:
		return nil, h.expired()
	case h.State == consumer.StateACTIVE && !isFailing:
		return h.Consumer, nil
	}
	if err := h.Forgive(ctx, tx); err != nil {
		return nil, err
	}
	saved, err := tx.Consumer.UpdateOne(h.Consumer).SetState(consumer.StateACTIVE).SetStateNote("").AddVersion(1).Save(ctx)
	return saved, bulk.Explain(err, "consumer")
}

// Forgive forgets how often something failed.
func (h *Held) Forgive(ctx context.Context, tx *ent.Client) error {
	return tx.ConsumerPosition.UpdateOne(h.At).SetAttempts(0).ClearFailingSince().ClearNextAttemptAt().Exec(ctx)
}

func (h *Held) expired() error {
	return fault.New(fault.Precondition, "%s is EXPIRED, since what it missed is no longer kept: take a snapshot, then set it to the place of the snapshot", h.Name)
}
