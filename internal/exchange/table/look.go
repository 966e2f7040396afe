package table

import (
	"bytes"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// shownRows is how many rows a look at a table shows.
const shownRows = 5

// Look is the head of a table: enough for a person to say what its columns mean.
type Look struct {
	// Columns are the names of the first row.
	Columns []string
	// Rows are the first rows below it.
	Rows [][]string
	// Kind and Fields say what seems likely: the kind of record, and the field of each column by the column's name. Nothing is
	// imported by it unless a person says so.
	Kind   record.Kind
	Fields map[string]string
	// Mapped tells that the mapping says what the columns mean.
	Mapped bool
}

// Look reads the head of a table; nil when it has none that can be read, which reading it in earnest explains.
func (r *Reader) Look(name string, head []byte) *Look {
	file := r.mapping.ForFile(name)
	rows, err := newRows(name, newGuard(name, bytes.NewReader(head)), file)
	if err != nil {
		return nil
	}
	cells, line, err := rows.next()
	if err != nil {
		return nil
	}
	first, err := newHeader(name, cells, line)
	if err != nil {
		return nil
	}
	look := &Look{Columns: first.names, Mapped: file != nil && len(file.Rules) > 0}
	for len(look.Rows) < shownRows {
		cells, _, err := rows.next()
		if err != nil { // also where the head ends within a row
			break
		}
		row := make([]string, len(cells))
		for i, cell := range cells {
			row[i] = shortened(cell)
		}
		look.Rows = append(look.Rows, row)
	}
	look.Kind, look.Fields = mapping.Suggest(look.Columns)
	return look
}

// longest is how many characters of a cell a look shows.
const longest = 120

func shortened(cell string) string {
	runes := []rune(strings.TrimSpace(cell))
	if len(runes) <= longest {
		return string(runes)
	}
	return string(runes[:longest]) + "…"
}
