package changes

import (
	"context"
	"slices"

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
	// Fields are the columns that were set, by their names; all of them on a creation.
	Fields []string
}

// Touches tells whether the change set any of these columns.
func (c Change) Touches(columns ...string) bool {
	return slices.ContainsFunc(c.Fields, func(field string) bool { return slices.Contains(columns, field) })
}

// log collects the changes of one transaction; seen is how many of them reactions have been given.
type log struct {
	changes []Change
	seen    int
}

type logKey struct{}

func from(ctx context.Context) *log {
	found, _ := ctx.Value(logKey{}).(*log)
	return found
}
