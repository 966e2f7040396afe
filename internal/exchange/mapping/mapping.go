package mapping

import "github.com/asterism-qa/asterism/internal/exchange/record"

// Mapping is one mapping file. A nil Mapping is usable: it fits no CSV file and identifies results by their own names.
type Mapping struct {
	// Files says how the columns of CSV files are read; the first entry that fits a file is used.
	Files []*File
	// Results says where results of any format state their identity; the first entry that fits a file is used.
	Results []*Results

	names map[string]string
}

// Calling is the mapping for an import that shows its files under other names than those that patterns are compared with:
// names holds the latter by the former, and may be filled later. A file without an entry has one name.
func (m *Mapping) Calling(names map[string]string) *Mapping {
	if m == nil {
		return nil
	}
	return &Mapping{Files: m.Files, Results: m.Results, names: names}
}

// called is the name of a file that patterns are compared with.
func (m *Mapping) called(path string) string {
	if name := m.names[path]; name != "" {
		return name
	}
	return path
}

// File says how the files that fit Match are read.
type File struct {
	// Match is a glob such as "derived/*.csv"; see Matches for its rules.
	Match string
	// Format forces the reader of the file, for example "csv"; empty lets the content decide.
	Format string
	// Delimiter stands between the cells of a CSV file; 0 lets the header decide among comma, semicolon, tab and bar.
	Delimiter rune
	// System names the tool that the rows came from, for example "github"; a later import of the same System and key
	// then meets the same thing again. Empty: the rows have no identity outside their key.
	System string
	// Rules are the records that each row states, in the order of the mapping file.
	Rules []*Rule
}

// Rule says how one row becomes one record of a kind.
type Rule struct {
	// Kind is the word after `record:`.
	Kind record.Kind
	// Columns names the column header that holds a field.
	Columns map[string]string
	// Constants gives fields the same value in every row.
	Constants map[string]string
	// Values translates a field's words: the source's word to ours. A word that is not listed stays as it is; the
	// word "" stands for an empty cell.
	Values map[string]map[string]string
	// Split names fields whose cell holds several values and what stands between them. Each value of a link end makes
	// a record of its own; aliases and suite become lists.
	Split map[string]string
	// SkipEmpty names fields without which a row states no such record, and nobody needs to hear about it.
	SkipEmpty map[string]bool
	// KeepRest keeps every column that no rule of the file names as an attribute (`attributes: "*"`).
	KeepRest bool
}

// Has tells whether a field is given by a column or a constant.
func (r *Rule) Has(field string) bool {
	_, column := r.Columns[field]
	_, constant := r.Constants[field]
	return column || constant
}

// Column is the column of a file that holds a field, which the reader of a message knows; the field itself when no column
// of the file does.
func (m *Mapping) Column(path string, kind record.Kind, field string) string {
	if file := m.ForFile(path); file != nil {
		for _, rule := range file.Rules {
			if column := rule.Columns[field]; rule.Kind == kind && column != "" {
				return column
			}
		}
	}
	return field
}

// ForFile returns the first entry that fits the path, or nil when the mapping says nothing about such a file.
func (m *Mapping) ForFile(path string) *File {
	if m == nil {
		return nil
	}
	for _, file := range m.Files {
		if Matches(file.Match, m.called(path)) {
			return file
		}
	}
	return nil
}
