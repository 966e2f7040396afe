package table

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"

	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// format is the reader's name and the word for `format:` in a mapping.
const format = "csv"

// Reader reads CSV files as a mapping says.
type Reader struct{ mapping *mapping.Mapping }

// NewReader returns a reader that finds the meaning of columns in m; with a nil mapping every file is refused with the
// words that a mapping needs.
func NewReader(m *mapping.Mapping) *Reader { return &Reader{mapping: m} }

// Name is the word for --format.
func (*Reader) Name() string { return format }

// Detect is certain about a file whose columns the mapping describes. Otherwise a first line of several cells is a weak
// sign, so that every other format goes first.
func (r *Reader) Detect(name string, head []byte) int {
	if file := r.mapping.ForFile(name); file != nil && len(file.Rules) > 0 {
		return 100
	}
	if looksLikeTable(head) {
		return 20
	}
	return 0
}

// Read streams the records that the rows state, in the order of the rows and of the mapping's rules.
func (r *Reader) Read(ctx context.Context, source record.Source, sink record.Sink) error {
	guarded := newGuard(source.Name, source.Body)
	rows, err := newRows(source.Name, guarded, r.mapping.ForFile(source.Name))
	if err != nil {
		return err
	}
	header, line, err := rows.next()
	if errors.Is(err, io.EOF) {
		return record.Errorf(record.Position{File: source.Name}, "", "the file is empty; its first row must name the columns")
	}
	if err != nil {
		return err
	}
	sheet, err := newSheet(source.Name, header, line, r.mapping.ForFile(source.Name), sink)
	if err != nil {
		return err
	}
	for count := 0; ; count++ {
		if count%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		cells, line, err := rows.next()
		if errors.Is(err, io.EOF) {
			return sheet.end()
		}
		if err != nil {
			return err
		}
		if err := sheet.row(cells, line); err != nil {
			return err
		}
	}
}

// rows hands out the rows of a guarded file.
type rows struct {
	name  string
	guard *guard
	csv   *csv.Reader
}

// newRows looks at the beginning of the file for a byte order mark and for the delimiter, when nobody said it.
func newRows(name string, guarded *guard, file *mapping.File) (*rows, error) {
	buffered := bufio.NewReaderSize(guarded, readAhead)
	head, _ := buffered.Peek(readAhead)
	if bytes.HasPrefix(head, mark) {
		if _, err := buffered.Discard(len(mark)); err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		head = head[len(mark):]
	}
	r := &rows{name: name, guard: guarded, csv: csv.NewReader(buffered)}
	r.csv.FieldsPerRecord = -1
	r.csv.ReuseRecord = true
	if file != nil && file.Delimiter != 0 {
		r.csv.Comma = file.Delimiter
	} else {
		r.csv.Comma, _ = sniff(head)
	}
	return r, nil
}

// next returns the next row and its first line, io.EOF after the last one, or the refusal of the file.
func (r *rows) next() ([]string, int, error) {
	r.guard.newRow()
	before := r.csv.InputOffset()
	cells, err := r.csv.Read()
	line := 0
	if len(cells) > 0 {
		line, _ = r.csv.FieldPos(0)
	}
	var syntax *csv.ParseError
	if errors.As(err, &syntax) {
		line = syntax.StartLine
	}
	place := record.Position{File: r.name, Line: line}
	switch {
	case r.guard.tooLong || r.csv.InputOffset()-before > maxRow:
		return nil, 0, record.Errorf(place, "",
			"the row that begins here is longer than %d KiB; a quote is probably not closed", maxRow>>10)
	case r.guard.refused != nil:
		return nil, 0, r.guard.refused
	case syntax == nil:
		return cells, line, err
	case errors.Is(syntax.Err, csv.ErrQuote):
		return nil, 0, record.Errorf(place, "", "the row that begins here has a quoted cell that is not closed properly "+
			"(line %d, column %d)", syntax.Line, syntax.Column)
	}
	place.Line = syntax.Line
	return nil, 0, record.Errorf(place, "", "column %d: a quote stands where none can; a cell with quotes is quoted as a "+
		"whole and doubles each quote inside", syntax.Column)
}
