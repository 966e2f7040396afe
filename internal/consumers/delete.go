package consumers

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
)

// Delete forgets a consumer and its place, and gives it as it was.
func Delete(ctx context.Context, tx *ent.Client, in RefInput) (*ent.Consumer, error) {
	held, err := fetching(ctx, tx, in.Project, in.Consumer)
	if err != nil {
		return nil, err
	}
	return held.Consumer, held.Remove(ctx, tx)
}

// Remove deletes a consumer with its position.
func (h *Held) Remove(ctx context.Context, tx *ent.Client) error {
	if err := tx.ConsumerPosition.DeleteOne(h.At).Exec(ctx); err != nil {
		return err
	}
	return tx.Consumer.DeleteOne(h.Consumer).Exec(ctx)
}
