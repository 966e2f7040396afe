package changes

import (
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

// Change is one mutation of one entity inside a transaction; its operation and columns are those of its Shape.
type Change struct {
	Entity ident.ID
	*Shape
}

// Shape is what many changes have in common. They share it, since an import changes hundreds of thousands of entities
// in a handful of ways.
type Shape struct {
	Op Op
	// Fields are the columns that were set, raised or emptied, by their names, each once and in order; all that got a
	// value on a creation.
	Fields []string
}

// Touches tells whether the change set, raised or emptied any of these columns.
func (s *Shape) Touches(columns ...string) bool {
	return slices.ContainsFunc(s.Fields, func(field string) bool { return slices.Contains(columns, field) })
}
