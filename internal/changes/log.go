package changes

import (
	"context"
	"slices"

	"entgo.io/ent"

	"github.com/asterism-qa/asterism/internal/ident"
)

// log collects the changes of one transaction: for reactions until they are given them, for the feed until the end.
type log struct {
	ledger
	changes [][]Change // in pieces, since a list that grows is copied again and again
	shapes  map[string]*Shape
	name    []byte // in which the name of a shape is put together
}

// note adds what a mutation did. Ids are those it found, empty on a creation; further columns are those that it set
// without saying so.
func (l *log) note(m ent.Mutation, ids []ident.ID, further []string) {
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
	if len(ids) == 0 {
		return
	}
	shape := l.shape(op, m.Fields(), m.AddedFields(), m.ClearedFields(), further)
	for _, id := range ids {
		l.add(Change{Entity: id, Shape: shape})
	}
}

// piece is how many changes lie together.
const piece = 8192

func (l *log) add(change Change) {
	last := len(l.changes) - 1
	if last < 0 || len(l.changes[last]) == piece {
		l.changes = append(l.changes, nil)
		last++
	}
	l.changes[last] = append(l.changes[last], change)
}

// shape is the one shape of an operation on these columns.
func (l *log) shape(op Op, columns ...[]string) *Shape {
	l.name = append(l.name[:0], op...)
	for _, list := range columns {
		for _, column := range list {
			l.name = append(append(l.name, ' '), column...)
		}
	}
	known := l.shapes[string(l.name)]
	if known == nil {
		fields := slices.Concat(columns...)
		slices.Sort(fields)
		known = &Shape{Op: op, Fields: slices.Clip(slices.Compact(fields))}
		if l.shapes == nil {
			l.shapes = map[string]*Shape{}
		}
		l.shapes[string(l.name)] = known
	}
	return known
}

// news are the changes that reactions have not been given yet.
func (l *log) news() []Change {
	news := slices.Concat(l.changes...)
	l.changes = nil
	return news
}

type logKey struct{}

func from(ctx context.Context) *log {
	found, _ := ctx.Value(logKey{}).(*log)
	return found
}

type columnsKey struct{}

// Setting tells the changes made under the context that they set further columns, which the model does not hear of: an
// update by a Modify sets them in SQL.
func Setting(ctx context.Context, columns ...string) context.Context {
	return context.WithValue(ctx, columnsKey{}, columns)
}

type shiftingKey struct{}

// Shifting is for updates of rows that only make room for another one. Nobody changed those: they keep who changed them
// last and when, and nobody is told.
func Shifting(ctx context.Context) context.Context {
	return context.WithValue(ctx, shiftingKey{}, true)
}

// isShifted tells whether a mutation only makes room.
func isShifted(ctx context.Context, m ent.Mutation) bool {
	return m.Op().Is(ent.OpUpdate|ent.OpUpdateOne) && ctx.Value(shiftingKey{}) != nil
}

func setting(ctx context.Context) []string {
	columns, _ := ctx.Value(columnsKey{}).([]string)
	return columns
}
