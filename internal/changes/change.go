package changes

import (
	"context"
	"slices"

	"entgo.io/ent"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Op is what happened to an entity.
type Op string

// The operations, as the feed spells them.
const (
	Create Op = "CREATE"
	Update Op = "UPDATE"
	Delete Op = "DELETE"
)

// Change is one mutation of one entity inside a transaction.
type Change struct {
	Op     Op
	Entity ident.ID
	// Fields are the columns that were set, raised or emptied, by their names, each once and in order; all that got a
	// value on a creation.
	Fields []string
}

// Touches tells whether the change set, raised or emptied any of these columns.
func (c Change) Touches(columns ...string) bool {
	return slices.ContainsFunc(c.Fields, func(field string) bool { return slices.Contains(columns, field) })
}

// log collects the changes of one transaction; seen is how many of them reactions have been given.
type log struct {
	changes []Change
	seen    int
}

// note adds what a mutation did; ids are those it found, empty on a creation.
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
	fields := slices.Concat(m.Fields(), m.AddedFields(), m.ClearedFields())
	slices.Sort(fields)
	fields = slices.Compact(fields)
	for _, id := range ids {
		l.changes = append(l.changes, Change{Op: op, Entity: id, Fields: fields})
	}
}

// news are the changes that reactions have not been given yet.
func (l *log) news() []Change {
	news := slices.Clip(l.changes[l.seen:])
	l.seen = len(l.changes)
	return news
}

type logKey struct{}

func from(ctx context.Context) *log {
	found, _ := ctx.Value(logKey{}).(*log)
	return found
}
