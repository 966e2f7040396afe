package exchange

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/stage"
	"github.com/asterism-qa/asterism/internal/fault"
)

const (
	headSize    = 64 << 10 // bytes by which a format is detected
	maxWarnings = 10_000   // that are kept; the rest are counted
)

// reading is the first half of an import: every file to its end, into the stage.
type reading struct {
	detector *detector
	stage    *stage.Stage
	progress func(done, total int64, what string)

	warnings []record.Warning
	further  int            // warnings beyond those that are kept
	usage    *mapping.Usage // of the mapping; nil when there are no files
	names    []string
	digests  []string
	formats  []string
	done     int64
	total    int64
}

// warn keeps a warning.
func (r *reading) warn(w record.Warning) {
	if len(r.warnings) == maxWarnings {
		r.further++
		return
	}
	r.warnings = append(r.warnings, w)
}

// all reads every file.
func (r *reading) all(ctx context.Context, files []input) error {
	for _, one := range files {
		r.total += one.size
	}
	for _, one := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := r.one(ctx, one); err != nil {
			return err
		}
	}
	if r.further > 0 {
		r.warnings = append(r.warnings, record.Warning{Message: further(r.further)})
	}
	if len(r.names) == 0 {
		return fault.New(fault.Invalid, "there is no file here that Asterism reads; it reads: %s", strings.Join(Formats(), ", ")).At("paths")
	}
	return nil
}

func further(n int) string {
	if n == 1 {
		return "1 further warning of the files is not listed"
	}
	return fmt.Sprintf("%d further warnings of the files are not listed", n)
}

func (r *reading) one(ctx context.Context, one input) error {
	file, err := one.open()
	if err != nil {
		return err
	}
	defer file.Close()
	head := make([]byte, headSize)
	n, err := io.ReadFull(file, head)
	if n == 0 && errors.Is(err, io.EOF) {
		return record.Errorf(record.Position{File: one.name}, "", "the file is empty")
	}
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return unreadable(one.name, err)
	}
	head = head[:n]
	reader, skip, err := r.detector.choose(one.name, head, one.named)
	if err != nil {
		return err
	}
	if reader == nil {
		r.warn(record.Warning{File: one.name, Message: skip})
		r.advance(one.size, one.name)
		return nil
	}
	digest := sha256.New()
	body := &body{
		ctx: ctx, from: io.TeeReader(io.MultiReader(bytes.NewReader(head), file), digest), name: one.name,
		read: func(n int) { r.advance(int64(n), one.name) },
	}
	source := record.Source{Name: one.name, Head: head, Body: body, Sibling: one.sibling}
	if err := reader.Read(ctx, source, sink{r, len(r.names)}); err != nil {
		return r.refusal(ctx, body, err)
	}
	if _, err := io.Copy(io.Discard, body); err != nil { // what the reader did not need belongs to the digest too
		return r.refusal(ctx, body, err)
	}
	r.names = append(r.names, one.known)
	r.digests = append(r.digests, hex.EncodeToString(digest.Sum(nil)))
	if !slices.Contains(r.formats, reader.Name()) {
		r.formats = append(r.formats, reader.Name())
	}
	return nil
}

// refusal prefers the reason behind an error of a reader: an import that was cancelled, or a disk that does not answer.
func (r *reading) refusal(ctx context.Context, body *body, err error) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case body.failed != nil:
		return unreadable(body.name, body.failed)
	}
	return err
}

func (r *reading) advance(n int64, what string) {
	r.done += n
	if r.progress != nil {
		r.progress(r.done, r.total, what)
	}
}

// body hands out a file until the import is cancelled.
type body struct {
	ctx    context.Context
	from   io.Reader
	name   string
	read   func(n int)
	failed error
}

// Read implements io.Reader.
func (b *body) Read(p []byte) (int, error) {
	if err := b.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := b.from.Read(p)
	b.read(n)
	if err != nil && !errors.Is(err, io.EOF) {
		b.failed = err
	}
	return n, err
}

// sink takes what a reader finds in one file.
type sink struct {
	reading *reading
	file    int
}

// Put implements record.Sink.
func (s sink) Put(r record.Record) error {
	if result, is := r.(*record.Result); is && s.reading.usage != nil {
		s.reading.usage.Result(result)
	}
	return s.reading.stage.Put(s.file, r)
}

// Warn implements record.Sink.
func (s sink) Warn(w record.Warning) { s.reading.warn(w) }
