package receipts

import (
	"context"
	"time"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/receipt"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// kept is how long a client may take to repeat a mutation; much longer than any line is cut.
const kept = 7 * 24 * time.Hour

// forgotten is how many old receipts a new one removes at most. It is more than one, so that they become fewer.
const forgotten = 100

// forget removes some old receipts, of any user. On PostgreSQL those that another transaction is removing are passed
// over, so that nobody waits for the sake of tidiness.
func forget(ctx context.Context, tx *ent.Client) error {
	ctx = viewer.AsSystem(ctx)
	old, err := tx.Receipt.Query().
		Where(receipt.CreatedAtLT(clock.Now(ctx).Add(-kept)), func(s *sql.Selector) {
			if s.Dialect() == dialect.Postgres {
				s.For(sql.LockUpdate, sql.WithLockAction(sql.SkipLocked))
			}
		}).
		Order(ent.Asc(receipt.FieldCreatedAt)).Limit(forgotten).Unique(false).IDs(ctx)
	if err != nil || len(old) == 0 {
		return err
	}
	_, err = tx.Receipt.Delete().Where(bulk.IDs[predicate.Receipt](receipt.FieldID, old)).Exec(ctx)
	return err
}
