package changes

import (
	"context"
	"fmt"

	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	gen "github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// atStart are the types that may be written outside a Write: the local owner is made before there is anybody to write.
var atStart = map[string]bool{gen.TypeUser: true}

// inner are the types whose changes are nobody's news: what the program keeps for itself, and how far the news were handed
// over, which would be news without end.
var inner = map[string]bool{
	gen.TypeKeyCounter: true, gen.TypeReceipt: true, gen.TypeSearchEntry: true, gen.TypeContentPiece: true,
	gen.TypeConsumerPosition: true, gen.TypeWebhookDelivery: true,
}

// note makes a client refuse writes without a viewer, sign each with the viewer's user, and note it in the transaction.
func note(client *gen.Client) {
	client.Use(func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			who, err := viewer.From(ctx)
			if err != nil {
				return nil, err
			}
			collected := from(ctx)
			if !atStart[m.Type()] && (collected == nil || !inTransaction(m)) {
				return nil, fmt.Errorf("a write of %s outside changes.Write", m.Type())
			}
			if isShifted(ctx, m) {
				if err := m.ResetField("updated_at"); err != nil { // the model has set it already
					return nil, err
				}
				if collected != nil {
					clear(collected.after) // what was foreseen may have been among the rows
				}
				return next.Mutate(ctx, m)
			}
			if err := sign(ctx, m, who); err != nil {
				return nil, err
			}
			before, err := updated(ctx, m)
			if err != nil {
				return nil, err
			}
			isNews := collected != nil && !inner[m.Type()]
			if isNews {
				if err := collected.remember(ctx, m, before); err != nil {
					return nil, err
				}
				restrict(m, before)
			}
			value, err := next.Mutate(ctx, m)
			if err != nil || !isNews {
				return value, err
			}
			collected.note(m, before, setting(ctx))
			return value, nil
		})
	})
}

// inTransaction catches a write through a client from outside the transaction, which would not be undone with it.
func inTransaction(m ent.Mutation) bool {
	one, ok := m.(interface{ Tx() (*gen.Tx, error) })
	if !ok {
		return false
	}
	_, err := one.Tx()
	return err == nil
}

// sign says who did it and when. The system has no user: what it changes was last changed by nobody. Every type has the
// columns.
func sign(ctx context.Context, m ent.Mutation, who viewer.Viewer) error {
	if m.Op().Is(ent.OpDelete | ent.OpDeleteOne) {
		return nil
	}
	if m.Op().Is(ent.OpCreate) {
		if who.User.IsZero() {
			return nil
		}
		if err := m.SetField("created_by_id", who.User); err != nil {
			return err
		}
		return m.SetField("updated_by_id", who.User)
	}
	if err := m.SetField("updated_at", clock.Now(ctx)); err != nil {
		return err
	}
	if who.User.IsZero() {
		return m.ClearField("updated_by_id")
	}
	return m.SetField("updated_by_id", who.User)
}

// updated are the ids that an update or deletion is about to hit, in the trash too; afterwards they might not be found.
func updated(ctx context.Context, m ent.Mutation) ([]ident.ID, error) {
	if m.Op().Is(ent.OpCreate) {
		return nil, nil
	}
	many, ok := m.(interface {
		IDs(context.Context) ([]ident.ID, error)
	})
	if !ok {
		return nil, nil
	}
	return many.IDs(people.IncludingTrash(ctx))
}

// restrict keeps an update or deletion of many to the rows that were found: one that somebody else commits in between
// would be changed without being told.
func restrict(m ent.Mutation, ids []ident.ID) {
	many, ok := m.(interface{ WhereP(...func(*sql.Selector)) })
	if !ok || !m.Op().Is(ent.OpUpdate|ent.OpDelete) {
		return
	}
	many.WhereP(func(s *sql.Selector) {
		if s.Dialect() == dialect.Postgres { // SQLite has one writer
			s.Where(level.In(s.Dialect(), s.C("id"), ids))
		}
	})
}
