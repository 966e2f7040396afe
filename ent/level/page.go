package level

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/internal/ident"
)

// ParentColumn is the name under which a statement returns the id of the parent that a row belongs to.
const ParentColumn = "level_parent"

// Relation joins the rows of a query to their parents: it adds whatever joins and conditions that takes and returns the
// column that holds the parent's id.
type Relation func(*sql.Selector) string

// Page says which part of a list is wanted; at most one of First and Last is set.
type Page struct {
	After, Before *entgql.Cursor[ident.ID]
	First, Last   *int
}

// limit is one more than asked for, to see whether there is more.
func (p Page) limit() int {
	switch {
	case p.First != nil:
		return *p.First + 1
	case p.Last != nil:
		return *p.Last + 1
	}
	return 0
}

// Order is one criterion: a column, a direction, and a sample of the column's Go type to check cursors with.
type Order struct {
	Column     string
	Descending bool
	Sample     any
}

// Orders is a list of criteria that ends with the id, so that it puts any two rows in one order.
type Orders []Order

// With completes the criteria with the id of the listed kind, in the direction of the last criterion.
func With(orders []Order, kind ident.Kind) Orders {
	direction := false
	for _, o := range orders {
		direction = o.Descending
		if o.Column == "id" {
			return orders
		}
	}
	return append(orders, Order{Column: "id", Descending: direction, Sample: kind})
}

// beyond keeps the rows after (or before) a place: (a > x) or (a = x and b > y) or …
func (o Orders) beyond(values []any, before bool) func(*sql.Selector) {
	return func(s *sql.Selector) {
		var alternatives []*sql.Predicate
		for i := range o {
			var all []*sql.Predicate
			for j := range i {
				all = append(all, sql.EQ(s.C(o[j].Column), values[j]))
			}
			if o[i].Descending == before {
				all = append(all, sql.GT(s.C(o[i].Column), values[i]))
			} else {
				all = append(all, sql.LT(s.C(o[i].Column), values[i]))
			}
			alternatives = append(alternatives, sql.And(all...))
		}
		s.Where(sql.Or(alternatives...))
	}
}

// write puts the criteria into an ORDER BY, turned round when the page is counted from the end.
func (o Orders) write(b *sql.Builder, reverse bool) {
	for i, criterion := range o {
		if i > 0 {
			b.Comma()
		}
		b.Ident(criterion.Column)
		if criterion.Descending != reverse {
			b.WriteString(" DESC")
		} else {
			b.WriteString(" ASC")
		}
	}
}
