package stage

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/fault"
)

// spool is a temporary file of JSON lines, each with the number of the file it came from in front.
type spool struct {
	file   *os.File
	buffer *bufio.Writer
}

func newSpool() (*spool, error) {
	file, err := os.CreateTemp("", "asterism-import-*")
	if err != nil {
		return nil, noRoom(err)
	}
	return &spool{file: file, buffer: bufio.NewWriterSize(file, 256<<10)}, nil
}

func noRoom(err error) error {
	return fault.New(fault.Unavailable, "the folder for temporary files takes nothing: free some room there and import again").Because(err)
}

func (s *spool) write(file int, line []byte) error {
	_, err := fmt.Fprintf(s.buffer, "%d\t%s\n", file, line)
	if err != nil {
		return noRoom(err)
	}
	return nil
}

func (s *spool) remove() error {
	closing := s.file.Close()
	if err := os.Remove(s.file.Name()); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if errors.Is(closing, os.ErrClosed) {
		return nil
	}
	return closing
}

// kinds makes an empty record of each kind.
var kinds = map[record.Kind]func() record.Record{
	record.KindRequirement: func() record.Record { return &record.Requirement{} },
	record.KindRefinement:  func() record.Record { return &record.Refinement{} },
	record.KindCase:        func() record.Record { return &record.Case{} },
	record.KindLink:        func() record.Record { return &record.Link{} },
	record.KindResult:      func() record.Record { return &record.Result{} },
	record.KindDefect:      func() record.Record { return &record.Defect{} },
	record.KindDefectLink:  func() record.Record { return &record.DefectLink{} },
	record.KindSuite:       func() record.Record { return &record.Suite{} },
}

// Each gives the records of a kind in the order in which they were put, with the number of their file. It may be called
// again, and starts anew then.
func (s *Stage) Each(ctx context.Context, kind record.Kind, yield func(file int, r record.Record) error) error {
	kept := s.spools[kind]
	if kept == nil {
		return nil
	}
	if err := kept.buffer.Flush(); err != nil {
		return noRoom(err)
	}
	if _, err := kept.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	lines := bufio.NewReaderSize(kept.file, 256<<10)
	for {
		line, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		number, document, _ := bytes.Cut(line, []byte("\t"))
		file, err := strconv.Atoi(string(number))
		if err != nil {
			return fmt.Errorf("read what was staged: %w", err)
		}
		r := kinds[kind]()
		if err := json.Unmarshal(document, r); err != nil {
			return fmt.Errorf("read what was staged: %w", err)
		}
		if err := yield(file, r); err != nil {
			return err
		}
	}
}
