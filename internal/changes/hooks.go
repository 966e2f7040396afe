package changes

import (
	"context"
	"fmt"

	"entgo.io/ent"

	gen "github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// unowned are the types that belong to no project and so to no project's changes.
var unowned = map[string]bool{gen.TypeUser: true, gen.TypeKeyCounter: true}

// Note makes a client refuse writes without a viewer, sign each with the viewer's user, and note it in the transaction.
func Note(client *gen.Client) {
	client.Use(func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			who, err := viewer.From(ctx)
			if err != nil {
				return nil, err
			}
			collected := from(ctx)
			if collected == nil && !unowned[m.Type()] {
				return nil, fmt.Errorf("a write of %s outside changes.Write", m.Type())
			}
			sign(m, who)
			before, err := updated(ctx, m)
			if err != nil {
				return nil, err
			}
			value, err := next.Mutate(ctx, m)
			if err != nil || collected == nil {
				return value, err
			}
			collected.note(m, before)
			return value, nil
		})
	})
}

// sign says who did it.
func sign(m ent.Mutation, who viewer.Viewer) {
	if who.User.IsZero() {
		return
	}
	if m.Op().Is(ent.OpCreate) {
		_ = m.SetField("created_by_id", who.User) // every type has the column
	}
	if !m.Op().Is(ent.OpDelete | ent.OpDeleteOne) {
		_ = m.SetField("updated_by_id", who.User)
	}
}

// updated are the ids that an update or deletion is about to hit; afterwards they might not be found.
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
	return many.IDs(ctx)
}

func (l *log) note(m ent.Mutation, ids []ident.ID) {
	op := Update
	switch {
	case m.Op().Is(ent.OpCreate):
		op = Create
		if one, ok := m.(interface{ ID() (ident.ID, bool) }); ok {
			if id, set := one.ID(); set {
				ids = []ident.ID{id}
			}
		}
	case m.Op().Is(ent.OpDelete | ent.OpDeleteOne):
		op = Delete
	}
	fields := m.Fields()
	for _, id := range ids {
		l.changes = append(l.changes, Change{Op: op, Entity: id, Fields: fields})
	}
}
