package changes

import (
	"bytes"
	"compress/flate"
	"context"
	"fmt"
	"io"

	"github.com/google/uuid"

	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// pile is what one project is told of one transaction, in order.
type pile struct {
	sealed []sealed
	open   []line
	count  int
}

// line is one change, but for what all changes of the transaction share.
type line struct {
	entity ident.ID
	op     Op
	data   string
}

// sealed are lines whose texts were made small: an import changes hundreds of thousands of things, and their numbers are
// not known before the last of them.
type sealed struct {
	lines   []line // without their texts
	lengths []int
	texts   []byte
}

func (p *pile) add(entity ident.ID, op Op, data string) {
	p.open = append(p.open, line{entity, op, data})
	p.count++
}

// seal makes the open lines small.
func (p *pile) seal() error {
	if len(p.open) == 0 {
		return nil
	}
	var small bytes.Buffer
	writer, err := flate.NewWriter(&small, flate.BestSpeed)
	if err != nil {
		return err
	}
	one := sealed{lines: p.open, lengths: make([]int, len(p.open))}
	for i, l := range p.open {
		one.lengths[i] = len(l.data)
		if _, err := io.WriteString(writer, l.data); err != nil {
			return err
		}
		one.lines[i].data = ""
	}
	if err := writer.Close(); err != nil {
		return err
	}
	one.texts = bytes.Clone(small.Bytes())
	p.sealed, p.open = append(p.sealed, one), nil
	return nil
}

// opened are the lines with their texts.
func (s *sealed) opened() ([]line, error) {
	texts, err := io.ReadAll(flate.NewReader(bytes.NewReader(s.texts)))
	if err != nil {
		return nil, fmt.Errorf("open what is told: %w", err)
	}
	for i, length := range s.lengths {
		s.lines[i].data, texts = string(texts[:length]), texts[length:]
	}
	return s.lines, nil
}

// write numbers and writes the pile. Few changes go in one statement; many in several, after the numbers are gained.
func (p *pile) write(ctx context.Context, tx changelog.Tx, dialect string, common changelog.Record) error {
	if len(p.sealed) == 0 {
		records, err := recorded(p.open, common)
		if err != nil {
			return err
		}
		return changelog.RaiseAndWrite(ctx, tx, dialect, records)
	}
	next, err := changelog.Raise(ctx, tx, dialect, common.Project, p.count)
	if err != nil {
		return err
	}
	for i := range p.sealed {
		lines, err := p.sealed[i].opened()
		if err != nil {
			return err
		}
		common.Seq = next
		next += int64(len(lines))
		records, err := recorded(lines, common)
		if err != nil {
			return err
		}
		if err := changelog.Write(ctx, tx, dialect, records); err != nil {
			return err
		}
		p.sealed[i] = sealed{}
	}
	return nil
}

// recorded are lines as rows, numbered from that of what they have in common.
func recorded(lines []line, common changelog.Record) ([]changelog.Record, error) {
	records := make([]changelog.Record, len(lines))
	for i, l := range lines {
		event, err := uuid.NewV7()
		if err != nil {
			return nil, fmt.Errorf("name a change: %w", err)
		}
		records[i] = common
		records[i].Seq += int64(i)
		records[i].Event, records[i].Entity, records[i].Op, records[i].Data = event.String(), l.entity, string(l.op), l.data
	}
	return records, nil
}
