package changes

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"time"

	gen "github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
)

// told is an entity in the form of the feed.
type told struct {
	project ident.ID
	version int
	key     string
	values  []json.RawMessage // by the columns of its kind; nil where there is nothing
}

func tell(state gen.State) (told, error) {
	t := told{project: state.Project, version: state.Version, key: state.Key, values: make([]json.RawMessage, len(state.Values))}
	for i, value := range state.Values {
		text, err := valued(value)
		if err != nil {
			return told{}, fmt.Errorf("tell %s of %s: %w", fieldsOf(state.ID.Kind()).names[i], state.ID, err)
		}
		t.values[i] = text
	}
	return t, nil
}

// valued writes a value as the API does: moments in UTC, ids with their prefix. What is not set is nil.
func valued(value any) (json.RawMessage, error) {
	switch v := value.(type) {
	case time.Time:
		return moment(v), nil
	case *time.Time:
		if v == nil {
			return nil, nil
		}
		return moment(*v), nil
	case *ident.ID:
		if v == nil {
			return nil, nil
		}
		return quoted(v.String()), nil
	case ident.ID:
		return quoted(v.String()), nil
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false) // it is no page, and people read it
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	found := bytes.TrimSuffix(text.Bytes(), []byte("\n"))
	if bytes.Equal(found, []byte("null")) {
		return nil, nil
	}
	return found, nil
}

func moment(t time.Time) json.RawMessage {
	return quoted(t.UTC().Round(time.Microsecond).Format(time.RFC3339Nano))
}

func quoted(plain string) json.RawMessage { return json.RawMessage(`"` + plain + `"`) }

// fields are the names that the feed gives the columns of a kind.
type fields struct {
	columns    []string
	names      []string
	references []bool
}

var fieldsByKind sync.Map

func fieldsOf(kind ident.Kind) *fields {
	if known, ok := fieldsByKind.Load(kind); ok {
		return known.(*fields)
	}
	columns, references := gen.StateColumns(kind)
	found := &fields{columns: columns, names: make([]string, len(columns)), references: references}
	for i, column := range columns {
		found.names[i] = FieldName(column)
	}
	fieldsByKind.Store(kind, found)
	return found
}

// FieldName is the name of a column in the feed: test_case_id is testCaseId.
func FieldName(column string) string {
	words := strings.Split(column, "_")
	for i, word := range words[1:] {
		words[i+1] = strings.ToUpper(word[:1]) + word[1:]
	}
	return strings.Join(words, "")
}

// FieldNames are the names of the fields that the feed tells of a kind, in its order.
func FieldNames(kind ident.Kind) []string { return fieldsOf(kind).names }
