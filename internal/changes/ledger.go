package changes

import (
	"context"
	"slices"

	"entgo.io/ent"

	gen "github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// ledger keeps what the feed tells at the end of a transaction: which entities were touched, in which order, and how they
// were before. An entity that is touched several times is told once, with what came of it.
type ledger struct {
	touched []touch
	fresh   map[ident.ID]struct{}
	before  map[ident.ID]told
	// after is how entities are now, where the mutations said it; the others are read at the end.
	after map[ident.ID]told
	run   ident.ID // of the import that it is; zero when it is none
}

// touch is the first time that a transaction meets an entity, and why.
type touch struct {
	id  ident.ID
	why because
}

// made notes a creation that is about to happen: several at once are noted in their order, and happen in the reverse one.
// What is gone again at the end, or was there already, is not told.
func (l *ledger) made(ctx context.Context, m ent.Mutation) {
	one, ok := m.(interface{ ID() (ident.ID, bool) })
	if !ok {
		return
	}
	id, set := one.ID()
	if !set || len(fieldsOf(id.Kind()).columns) == 0 { // a user belongs to no project
		return
	}
	if _, known := l.before[id]; known {
		return // it was deleted and is made again
	}
	if l.fresh == nil {
		l.fresh = map[ident.ID]struct{}{}
	}
	if _, known := l.fresh[id]; known {
		return
	}
	l.fresh[id] = struct{}{}
	l.touched = append(l.touched, touch{id, causeOf(ctx)})
	l.foresee(ctx, m, id, told{})
}

// together is how many entities are read in one statement.
const together = 2000

// remember reads how entities are before they are changed for the first time, and keeps others from changing them.
func (l *ledger) remember(ctx context.Context, m ent.Mutation, ids []ident.ID) error {
	if m.Op().Is(ent.OpCreate) {
		l.made(ctx, m)
		return nil
	}
	var unknown []ident.ID
	for _, id := range ids {
		delete(l.after, id)
		if _, fresh := l.fresh[id]; fresh {
			continue
		}
		if _, known := l.before[id]; !known {
			unknown = append(unknown, id)
		}
	}
	client := m.(interface{ Client() *gen.Client }).Client()
	for some := range slices.Chunk(unknown, together) {
		states, err := client.States(everything(ctx), some[0].Kind(), some, true)
		if err != nil {
			return err
		}
		if l.before == nil {
			l.before = map[ident.ID]told{}
		}
		for _, state := range states {
			was, err := tell(state)
			if err != nil {
				return err
			}
			l.before[state.ID] = was
			l.touched = append(l.touched, touch{state.ID, causeOf(ctx)})
			l.foresee(ctx, m, state.ID, was)
		}
	}
	return nil
}

// everything lets the feed see what the writer may not: the feed belongs to the project.
func everything(ctx context.Context) context.Context {
	return people.IncludingTrash(viewer.AsSystem(ctx))
}
