package mapping

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/fault"
)

// Table is what a person says about the columns of one file.
type Table struct {
	// File is its name, as the person knows it.
	File string `json:"file"`
	// Record is what each row states.
	Record record.Kind `json:"record"`
	// Columns gives columns by their names the fields that they hold.
	Columns map[string]string `json:"columns"`
	// KeepsRest keeps every other column as an attribute, where the kind has attributes.
	KeepsRest bool `json:"keepsRest"`
}

// With is the mapping in which tables are read as a person says; what it says of other files stays. The mapping may be nil.
func (m *Mapping) With(tables []Table) (*Mapping, error) {
	if len(tables) == 0 {
		return m, nil
	}
	tables = slices.Clone(tables)
	// A pattern fits the end of a path too, so the longer paths go first.
	slices.SortStableFunc(tables, func(a, b Table) int { return strings.Count(b.File, "/") - strings.Count(a.File, "/") })
	records := map[string][]any{}
	var files []map[string]any
	for _, table := range tables {
		columns, err := table.byField()
		if err != nil {
			return nil, err
		}
		rule := map[string]any{"record": table.Record, "columns": columns}
		if table.KeepsRest && shapes[table.Record].rest {
			rule["attributes"] = "*"
		}
		if records[table.File] == nil {
			files = append(files, map[string]any{"match": literal(table.File), "format": formatCSV})
		}
		records[table.File] = append(records[table.File], rule)
		files[slices.IndexFunc(files, func(f map[string]any) bool { return f["match"] == literal(table.File) })]["records"] = records[table.File]
	}
	document, err := json.Marshal(map[string]any{"files": files}) // JSON is YAML, so the same checks hold as for a mapping file
	if err != nil {
		return nil, err
	}
	said, err := Load("the mapping", strings.NewReader(string(document)))
	var refused *record.Error
	if errors.As(err, &refused) { // its place is one of the document here, which nobody sees
		return nil, fault.New(fault.Invalid, "%s", refused.Message).At("columns")
	}
	if err != nil {
		return nil, err
	}
	if m != nil {
		said.Files, said.Results = append(said.Files, m.Files...), m.Results
	}
	return said, nil
}

// byField turns the columns around, and refuses what no field of the kind can be, naming the column.
func (t Table) byField() (map[string]string, error) {
	known := shapes[t.Record].fields
	if known == nil {
		return nil, fault.New(fault.Invalid, "a row of %s cannot state a %q; it states one of %s", t.File, t.Record, listed(kinds)).At("record")
	}
	columns := map[string]string{}
	for _, column := range slices.Sorted(maps.Keys(t.Columns)) {
		field := t.Columns[column]
		if !slices.Contains(known, field) {
			return nil, fault.New(fault.Invalid, "the column %s of %s cannot be %q: the fields of a %s are %s", column, t.File, field,
				t.Record, strings.Join(known, ", ")).At("columns", column)
		}
		if other, taken := columns[field]; taken {
			return nil, fault.New(fault.Invalid, "the columns %s and %s of %s are both %s; a field has one column", other, column, t.File, field).
				At("columns", column)
		}
		columns[field] = column
	}
	for _, group := range shapes[t.Record].needs {
		if !slices.ContainsFunc(group, func(field string) bool { return columns[field] != "" }) {
			return nil, fault.New(fault.Invalid, "no column of %s is the %s of a %s; say which one is", t.File, strings.Join(group, " or "), t.Record).
				At("columns")
		}
	}
	return columns, nil
}

func listed(kinds []record.Kind) string {
	names := make([]string, len(kinds))
	for i, kind := range kinds {
		names[i] = string(kind)
	}
	return strings.Join(names, ", ")
}

// literal is a glob that fits this name and no pattern of it.
func literal(name string) string {
	return strings.NewReplacer("[", "[[]", "*", "[*]", "?", "[?]").Replace(name)
}

// Kinds lists the kinds of record that a row of a table can state.
func Kinds() []record.Kind { return slices.Clone(kinds) }
