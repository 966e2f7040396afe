package table

import (
	"fmt"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// header is the first row: the names of the columns.
type header struct {
	place record.Position
	names []string
}

func newHeader(name string, cells []string, line int) (*header, error) {
	h := &header{place: record.Position{File: name, Line: line}, names: make([]string, len(cells))}
	for i, cell := range cells {
		if strings.ContainsRune(cell, '\r') {
			return nil, record.Errorf(h.place, "", "the lines end with a carriage return alone; save the file with usual line ends")
		}
		h.names[i] = strings.TrimSpace(cell)
	}
	return h, nil
}

// column finds a column by its name; field is the field of the mapping that wants it.
func (h *header) column(name, field string, kind record.Kind) (int, error) {
	name = strings.TrimSpace(name)
	at := slices.Index(h.names, name)
	if at < 0 {
		return 0, record.Errorf(h.place, name, "the mapping takes %s of %s from this column, but the columns of the file are %s",
			field, kind, h.list())
	}
	if slices.Contains(h.names[at+1:], name) {
		return 0, record.Errorf(h.place, name, "the mapping takes %s of %s from this column, but several columns have the name",
			field, kind)
	}
	return at, nil
}

func (h *header) list() string {
	shown := h.names
	if len(shown) > 100 {
		shown = append(slices.Clone(shown[:100]), "…")
	}
	return strings.Join(shown, ", ")
}

// rest names the columns that no rule uses, for attributes: position to name.
func (h *header) rest(used map[int]bool) map[int]string {
	rest, seen := map[int]string{}, map[string]int{}
	for i, name := range h.names {
		if name == "" {
			name = fmt.Sprintf("column %d", i+1)
		}
		seen[name]++
		if seen[name] > 1 {
			name = fmt.Sprintf("%s (%d)", name, seen[name])
		}
		if !used[i] {
			rest[i] = name
		}
	}
	return rest
}

// unmapped refuses a file that the mapping says nothing about, with the words that would help.
func (h *header) unmapped() error {
	first := ""
	if len(h.names) > 0 {
		first = h.names[0]
	}
	return record.Errorf(h.place, "", "no entry of a mapping says what the columns of this CSV file mean; its columns are %s. "+
		"Write a mapping file and name it with --map, for example: "+
		"files: [{match: %q, records: [{record: case, columns: {key: %q}}]}] "+
		"(records: requirement, refinement, case, link, result, defect, defectLink; fields of a case: %s)",
		h.list(), segment(h.place.File), first, strings.Join(mapping.Fields(record.KindCase), ", "))
}

func segment(path string) string { return path[strings.LastIndex(path, "/")+1:] }
