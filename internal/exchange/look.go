package exchange

import (
	"context"
	"errors"
	"io"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/table"
)

// Found is what a first look at a file tells, before anything of it is read in earnest.
type Found struct {
	// File is the file as people know it, and Size its bytes.
	File string
	Size int64
	// Format is what the file is read as; empty when it is not, and then Why says so.
	Format string
	Why    string
	// Table is its head where a mapping has to say what columns mean; nil otherwise.
	Table *table.Look
}

// Look detects the format of every file of a request, by the same rules as Import.
func Look(ctx context.Context, request Request) ([]Found, error) {
	names := map[string]string{}
	detector, err := newDetector(request.Format, request.Mapping.Calling(names))
	if err != nil {
		return nil, err
	}
	all := &inputs{warn: func(record.Warning) {}, skip: resolved(request.MapFile)}
	defer all.close()
	if err := all.take(ctx, request); err != nil {
		return nil, err
	}
	found := make([]Found, 0, len(all.files))
	for _, one := range all.files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		names[one.name] = one.match
		looked, err := detector.look(one)
		if err != nil {
			return nil, err
		}
		found = append(found, looked)
	}
	return found, nil
}

// look takes the first bytes of a file. What cannot be read as anything is told and no refusal: the others are still looked at.
func (d *detector) look(one input) (Found, error) {
	found := Found{File: one.name, Size: one.size}
	file, err := one.open()
	if err != nil {
		return found, err
	}
	defer file.Close()
	head := make([]byte, headSize)
	n, err := io.ReadFull(file, head)
	switch {
	case n == 0 && errors.Is(err, io.EOF):
		found.Why = "the file is empty"
		return found, nil
	case err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF):
		return found, unreadable(one.name, err)
	}
	reader, skip, err := d.choose(one.name, head[:n], one.named)
	var refused *record.Error
	switch {
	case errors.As(err, &refused):
		found.Why = refused.Message
		return found, nil
	case err != nil:
		return found, err
	case reader == nil:
		found.Why = skip
	default:
		found.Format = reader.Name()
	}
	if tables, is := reader.(*table.Reader); is {
		found.Table = tables.Look(one.name, head[:n])
	}
	return found, nil
}
