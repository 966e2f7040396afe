package table

import (
	"fmt"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// sheet turns rows into records.
type sheet struct {
	file    *mapping.File
	header  *header
	sink    record.Sink
	rules   []*binding
	rest    map[int]string // columns that no rule uses, with the attribute's name
	results int            // results put so far
	pending pending
}

// binding is a rule whose columns are found in the header.
type binding struct {
	*mapping.Rule
	columns map[string]int
}

func newSheet(name string, cells []string, line int, file *mapping.File, sink record.Sink) (*sheet, error) {
	head, err := newHeader(name, cells, line)
	if err != nil {
		return nil, err
	}
	if file == nil || len(file.Rules) == 0 {
		return nil, head.unmapped()
	}
	s := &sheet{file: file, header: head, sink: sink}
	used := map[int]bool{}
	for _, rule := range file.Rules {
		bound := &binding{Rule: rule, columns: map[string]int{}}
		for _, field := range mapping.Fields(rule.Kind) {
			column, mapped := rule.Columns[field]
			if !mapped {
				continue
			}
			at, err := head.column(column, field, rule.Kind)
			if err != nil {
				return nil, err
			}
			bound.columns[field] = at
			used[at] = true
		}
		s.rules = append(s.rules, bound)
	}
	s.rest = head.rest(used)
	return s, nil
}

// row is one row as a rule sees it.
type row struct {
	sheet *sheet
	rule  *binding
	cells []string
	place record.Position
}

// row puts the records that one row states. A row of empty cells states nothing.
func (s *sheet) row(cells []string, line int) error {
	if strings.TrimSpace(strings.Join(cells, "")) == "" {
		return nil
	}
	if got, want := len(cells), len(s.header.names); got < want {
		s.warn(line, "", fmt.Sprintf("the row has %d cells, the header %d; the missing cells were taken as empty", got, want))
	} else if got > want {
		s.warn(line, "", fmt.Sprintf("the row has %d cells, the header %d; the cells after the last column were left out", got, want))
	}
	for _, rule := range s.rules {
		r := row{sheet: s, rule: rule, cells: cells, place: record.Position{File: s.header.place.File, Line: line}}
		if r.skipped() {
			continue
		}
		if err := r.put(); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheet) warn(line int, field, message string) {
	s.sink.Warn(record.Warning{File: s.header.place.File, Line: line, Field: field, Message: message})
}

// put hands a record on, behind the case that is still collecting its steps.
func (s *sheet) put(r record.Record) error {
	if s.pending.one != nil {
		return s.queue(r)
	}
	return s.sink.Put(r)
}

// end puts what waits when the last row is read.
func (s *sheet) end() error { return s.flush() }
