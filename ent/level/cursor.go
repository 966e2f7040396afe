package level

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"time"
	"unicode/utf8"

	"entgo.io/contrib/entgql"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/internal/ident"
)

// ErrForeignCursor says that a cursor does not belong to the list that it is used with.
var ErrForeignCursor = fmt.Errorf("the cursor was made for another list or another order")

// Cursor marks the place of an entity in lists of this order. It names the order, so that no other list takes it.
func (o Orders) Cursor(id ident.ID, values []any) entgql.Cursor[ident.ID] {
	return entgql.Cursor[ident.ID]{ID: id, Value: append([]any{o.name()}, values...)}
}

// name is the criteria in short: columns in order, with a minus before descending ones.
func (o Orders) name() string {
	var name strings.Builder
	for _, criterion := range o {
		if criterion.Descending {
			name.WriteByte('-')
		}
		name.WriteString(criterion.Column + " ")
	}
	return name.String()
}

// Cursors are the conditions that a page's cursors set on a query.
func (o Orders) Cursors(page Page) ([]func(*sql.Selector), error) {
	var conditions []func(*sql.Selector)
	for _, at := range []struct {
		cursor *entgql.Cursor[ident.ID]
		before bool
	}{{page.After, false}, {page.Before, true}} {
		if at.cursor == nil {
			continue
		}
		values, err := o.values(at.cursor)
		if err != nil {
			return nil, err
		}
		conditions = append(conditions, o.beyond(values, at.before))
	}
	return conditions, nil
}

// values takes a cursor apart and refuses one that was made for another list. A client can forge any cursor; what it
// holds is only compared with, so a forged one shows nothing that the list would not show.
func (o Orders) values(cursor *entgql.Cursor[ident.ID]) ([]any, error) {
	given, _ := cursor.Value.([]any)
	if len(given) != len(o) || given[0] != o.name() {
		return nil, ErrForeignCursor
	}
	values := make([]any, 0, len(o))
	for i, criterion := range o[:len(o)-1] {
		value, ok := alike(given[i+1], criterion.Sample)
		if !ok {
			return nil, ErrForeignCursor
		}
		values = append(values, value)
	}
	if kind, known := o[len(o)-1].Sample.(ident.Kind); known && cursor.ID.Kind() != kind {
		return nil, ErrForeignCursor
	}
	return append(values, cursor.ID), nil
}

// alike reads a value as the sample's type, if it is one that a database takes.
func alike(value, sample any) (any, bool) {
	switch sample.(type) {
	case time.Time:
		at, ok := value.(time.Time)
		return at.UTC(), ok && at.UTC().Year() >= 1 && at.UTC().Year() <= 9999
	case string:
		text, ok := value.(string)
		return text, ok && utf8.ValidString(text) && !strings.ContainsRune(text, 0)
	}
	number := reflect.ValueOf(value)
	switch {
	case !number.IsValid():
		return nil, false
	case number.CanInt():
		return number.Int(), true
	case number.CanUint() && number.Uint() <= math.MaxInt64:
		return int64(number.Uint()), true
	}
	return nil, false
}
