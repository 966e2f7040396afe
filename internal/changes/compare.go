package changes

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"

	gen "github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Sizes in the feed, in bytes. A longer value is not told, only that it changed: whoever wants it reads the thing.
const (
	maxValue  = 4 << 10
	maxValues = 32 << 10
)

// data writes what the log keeps of a change beside its columns: members of the envelope, in their order, without the
// braces around them. Nothing is written when nothing changed.
func data(id ident.ID, op Op, before, after told, why because) (string, bool) {
	last := after
	if op == Delete {
		last = before
	}
	var text []byte
	text = append(text, `"entityKey":`...)
	if last.key == "" {
		text = append(text, "null"...)
	} else {
		key, _ := valued(last.key) // a text is always written
		text = append(text, key...)
	}
	text = strconv.AppendInt(append(text, `,"entityVersion":`...), int64(last.version), 10)
	text = append(append(text, `,"cause":{"kind":"`...), why.cause...)
	text = append(text, `","importRun":`...)
	if why.run.IsZero() {
		text = append(text, "null"...)
	} else {
		text = append(text, quoted(why.run.String())...)
	}
	text = append(text, `},"fields":[`...)
	text, changed := appendFields(text, id.Kind(), before.values, after.values)
	if !changed && op == Update && before.version == after.version {
		return "", false
	}
	text = append(text, `],"refs":[`...)
	text = append(appendReferences(text, id.Kind(), before.values, after.values), ']')
	return string(text), true
}

// Present writes an entity as it is in the form of a change: the members of the envelope that data writes, with fields that
// have no value before, and SYSTEM for a cause.
func Present(state gen.State) (string, error) {
	is, err := tell(state)
	if err != nil {
		return "", err
	}
	text, _ := data(state.ID, Create, told{}, is, because{cause: BySystem})
	return text, nil
}

func appendFields(text []byte, kind ident.Kind, before, after []json.RawMessage) (_ []byte, changed bool) {
	all, room := fieldsOf(kind), maxValues
	for i, name := range all.names {
		was, is := at(before, i), at(after, i)
		if bytes.Equal(was, is) {
			continue
		}
		if changed {
			text = append(text, ',')
		}
		changed = true
		text = append(append(append(text, `{"field":"`...), name...), '"')
		if len(was) > maxValue || len(is) > maxValue || len(was)+len(is) > room {
			text = append(text, `,"omitted":true}`...)
			continue
		}
		room -= len(was) + len(is)
		text = append(orNull(append(text, `,"before":`...), was), `,"after":`...)
		text = append(orNull(text, is), '}')
	}
	return text, changed
}

// appendReferences writes the ids of other things that the entity named before or names now, each once, so that a reader
// can tell what the change is about without looking anything up.
func appendReferences(text []byte, kind ident.Kind, before, after []json.RawMessage) []byte {
	var all []json.RawMessage
	for i, is := range fieldsOf(kind).references {
		if !is {
			continue
		}
		for _, named := range []json.RawMessage{at(before, i), at(after, i)} {
			if named != nil && !slices.ContainsFunc(all, func(known json.RawMessage) bool { return bytes.Equal(known, named) }) {
				all = append(all, named)
			}
		}
	}
	return append(text, bytes.Join(rawTexts(all), []byte(","))...)
}

func rawTexts(all []json.RawMessage) [][]byte {
	texts := make([][]byte, len(all))
	for i, one := range all {
		texts[i] = one
	}
	return texts
}

func at(values []json.RawMessage, i int) json.RawMessage {
	if i < len(values) {
		return values[i]
	}
	return nil
}

func orNull(text []byte, value json.RawMessage) []byte {
	if value == nil {
		return append(text, "null"...)
	}
	return append(text, value...)
}
