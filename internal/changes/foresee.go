package changes

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"

	"entgo.io/ent"

	gen "github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
)

// foreseen is of how many entities a transaction says what became of them by its mutations, which saves reading them once
// more. It is as many as one statement reads: a transaction on one thing and one on hundreds take as many statements, and
// an import of a million keeps no more than this.
const foreseen = together

// upserted are the types that are made "unless there is one already": what their creation says may not have happened. A
// test of internal/house holds that no other type is made so.
var upserted = map[string]bool{gen.TypeTag: true, gen.TypeFailureSignature: true}

// foresee notes how an entity is after a mutation, when the mutation says it all: it makes or updates this one entity, and
// sets nothing in SQL. The entity is as given before; as nothing when it is made.
func (l *ledger) foresee(ctx context.Context, m ent.Mutation, id ident.ID, before told) {
	isOne := m.Op().Is(ent.OpCreate) && !upserted[m.Type()] || m.Op().Is(ent.OpUpdateOne) && len(setting(ctx)) == 0
	if !isOne || len(l.after) >= foreseen {
		return
	}
	after, ok := before.with(m, id)
	if !ok {
		return
	}
	if l.after == nil {
		l.after = map[ident.ID]told{}
	}
	l.after[id] = after
}

// with is an entity after a mutation. It is not ok when the mutation does something that cannot be told from it.
func (t told) with(m ent.Mutation, id ident.ID) (_ told, ok bool) {
	columns := fieldsOf(id.Kind()).columns
	values := make([]json.RawMessage, len(columns))
	copy(values, t.values)
	t.values = values
	for _, name := range slices.Concat(m.Fields(), m.AddedFields(), m.ClearedFields()) {
		if t, ok = t.set(m, name, slices.Index(columns, name)); !ok {
			return told{}, false
		}
	}
	if m.Op().Is(ent.OpCreate) && t.project.IsZero() {
		t.project = id // a project owns itself
	}
	return t, true
}

// set changes one column, which stands at a place among those that are told, or at none.
func (t told) set(m ent.Mutation, name string, place int) (told, bool) {
	value, isSet := m.Field(name)
	added, isAdded := m.AddedField(name)
	switch number, isNumber := integer(added); {
	case name == "project_id" && isSet:
		t.project, isSet = value.(ident.ID)
		return t, isSet
	case name == "key" && isSet:
		t.key, isSet = value.(string)
		return t, isSet
	case name == "version" && isSet:
		t.version, isSet = value.(int)
		return t, isSet
	case name == "version" && isAdded && isNumber:
		t.version += int(number)
	case place < 0: // nobody is told of it
	case isSet:
		text, err := valued(value)
		if err != nil {
			return t, false
		}
		t.values[place] = text
	case isAdded && isNumber:
		was, err := strconv.ParseInt(string(t.values[place]), 10, 64)
		if err != nil {
			return t, false
		}
		t.values[place] = json.RawMessage(strconv.FormatInt(was+number, 10))
	case isAdded:
		return t, false
	default:
		t.values[place] = nil
	}
	return t, true
}

func integer(value ent.Value) (int64, bool) {
	switch n := value.(type) {
	case int:
		return int64(n), true
	case int64:
		return n, true
	}
	return 0, false
}
