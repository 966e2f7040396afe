package feed

import (
	"context"
	"fmt"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumerposition"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// held is up to where changes may be removed so that no consumer loses what it waits for. Consumers whose next change
// is among those that nobody waits for any more expire. A position in another history holds nothing: its numbers mean
// nothing here.
func (f *Feed) held(ctx context.Context, tx *ent.Client, head changelog.Head, old, tooOld int64) (int64, error) {
	positions, err := tx.ConsumerPosition.Query().
		Where(consumerposition.ProjectID(head.Project), consumerposition.Epoch(head.Epoch), consumerposition.AckedLT(old),
			consumerposition.HasConsumerWith(consumer.StateIn(consumer.StateACTIVE, consumer.StatePAUSED))).
		All(ctx)
	if err != nil {
		return 0, err
	}
	end := old
	for _, at := range positions {
		if at.Acked >= tooOld {
			end = min(end, at.Acked)
			continue
		}
		if err := f.expire(ctx, tx, at, tooOld); err != nil {
			return 0, err
		}
	}
	return end, nil
}

// expire says to whoever looks after a consumer that it missed something, and what to do. One that was deleted or expired
// meanwhile is left alone.
func (f *Feed) expire(ctx context.Context, tx *ent.Client, at *ent.ConsumerPosition, gone int64) error {
	note := fmt.Sprintf("It has not confirmed changes %d to %d within %d days, and they are no longer kept. "+
		"Take a snapshot of the project, then let it go on from the cursor of the snapshot, or make it anew.",
		at.Acked+1, gone, f.retention.waited/(24*time.Hour))
	return tx.Consumer.Update().
		Where(consumer.ID(at.ConsumerID), consumer.StateNEQ(consumer.StateEXPIRED)).
		SetState(consumer.StateEXPIRED).SetStateNote(note).AddVersion(1).Exec(ctx)
}
