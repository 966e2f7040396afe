package level_test

import (
	"errors"
	"math"
	"testing"
	"time"

	"entgo.io/contrib/entgql"

	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Whatever a cursor claims to hold, only what the list is ordered by reaches a statement.
func TestAForgedCursorIsForeign(t *testing.T) {
	orders := level.With([]level.Order{
		{Column: "title", Sample: ""}, {Column: "position", Sample: 0}, {Column: "executed_at", Descending: true, Sample: time.Time{}},
	}, ident.Requirement)
	id, now := ident.New(ident.Requirement), time.Now()
	good := orders.Cursor(id, []any{"a", 1, now})
	if _, err := orders.Cursors(level.Page{After: &good, Before: &good}); err != nil {
		t.Fatalf("an honest cursor: %v", err)
	}
	name := good.Value.([]any)[0]
	for what, cursor := range map[string]entgql.Cursor[ident.ID]{
		"nothing":             {ID: id},
		"text":                {ID: id, Value: "title"},
		"too little":          {ID: id, Value: []any{name, "a", 1}},
		"too much":            {ID: id, Value: []any{name, "a", 1, now, now}},
		"another order":       {ID: id, Value: []any{"title position executed_at id ", "a", 1, now}},
		"no order":            {ID: id, Value: []any{1, "a", 1, now}},
		"a number for text":   {ID: id, Value: []any{name, 1, 1, now}},
		"text for a number":   {ID: id, Value: []any{name, "a", "1; --", now}},
		"a part of a number":  {ID: id, Value: []any{name, "a", 1.5, now}},
		"text for a time":     {ID: id, Value: []any{name, "a", 1, "now"}},
		"a list for text":     {ID: id, Value: []any{name, []any{"a"}, 1, now}},
		"nothing for text":    {ID: id, Value: []any{name, nil, 1, now}},
		"NUL":                 {ID: id, Value: []any{name, "\x00", 1, now}},
		"broken UTF-8":        {ID: id, Value: []any{name, "\xff", 1, now}},
		"too great a number":  {ID: id, Value: []any{name, "a", uint64(math.MaxUint64), now}},
		"a time of no year":   {ID: id, Value: []any{name, "a", 1, time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)}},
		"a time of year 1e5":  {ID: id, Value: []any{name, "a", 1, time.Date(100_000, 1, 1, 0, 0, 0, 0, time.UTC)}},
		"the id of a defect":  orders.Cursor(ident.New(ident.Defect), []any{"a", 1, now}),
		"the id of nothing":   orders.Cursor(ident.ID{}, []any{"a", 1, now}),
		"another list's name": level.With(nil, ident.Requirement).Cursor(id, nil),
	} {
		if _, err := orders.Cursors(level.Page{After: &cursor}); !errors.Is(err, level.ErrForeignCursor) {
			t.Errorf("%s: got %v", what, err)
		}
	}
}
