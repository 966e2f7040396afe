package consumers

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Move sets a consumer to another place. One that is EXPIRED becomes ACTIVE there; one that is PAUSED goes on pausing.
func Move(ctx context.Context, tx *ent.Client, in MoveInput) (*ent.Consumer, error) {
	held, err := fetching(ctx, tx, in.Project, in.Consumer)
	if err != nil {
		return nil, err
	}
	return held.MoveTo(ctx, tx, in.Cursor)
}

// MoveTo sets a consumer to the place of a cursor. Whoever serves it loses the lease, since what it would still confirm
// belongs to the old place. It is news, though nothing but the version shows it: those who wait for changes look again.
func (h *Held) MoveTo(ctx context.Context, tx *ent.Client, cursor string) (*ent.Consumer, error) {
	head, err := headOf(ctx, tx, h.Owner)
	if err != nil {
		return nil, err
	}
	at, err := Place(head, h.Owner, cursor, "cursor")
	if err != nil {
		return nil, err
	}
	err = tx.ConsumerPosition.UpdateOne(h.At).SetEpoch(at.Epoch).SetAcked(at.Seq).SetLease(word()).ClearLeaseUntil().
		SetAttempts(0).ClearFailingSince().ClearNextAttemptAt().Exec(ctx)
	if err != nil {
		return nil, err
	}
	update := tx.Consumer.UpdateOne(h.Consumer).AddVersion(1)
	if h.State == consumer.StateEXPIRED {
		update.SetState(consumer.StateACTIVE).SetStateNote("")
	}
	saved, err := update.Save(ctx)
	return saved, bulk.Explain(err, "consumer")
}
