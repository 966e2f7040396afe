package stage

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"

	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// Options are what the person who imports says about all results.
type Options struct {
	// Mapping identifies results; nil uses their own names.
	Mapping *mapping.Mapping
	// Build, Environment, Release and Cycle take the place of what results state, where they are set.
	Build, Environment, Release, Cycle string
}

// Stage is what readers found in all files.
type Stage struct {
	// Counts say how many records of each kind the files hold.
	Counts Counts
	// Records is the number of all records.
	Records int
	// Context is what results and other records name beside test cases and requirements.
	Context Context

	options Options
	warn    func(record.Warning)
	spools  map[record.Kind]*spool
	cut     map[string]bool // names that were shortened and warned about
	hash    hash.Hash
}

// New makes an empty stage. Close removes its temporary files.
func New(options Options, warn func(record.Warning)) *Stage {
	return &Stage{
		options: options, warn: warn, spools: map[record.Kind]*spool{}, cut: map[string]bool{}, hash: sha256.New(),
		Context: newContext(),
	}
}

// Put keeps a record of a file, which is named by its number among the files of the import.
func (s *Stage) Put(file int, r record.Record) error {
	s.prepare(r)
	s.Counts.add(r)
	s.Records++
	s.Context.add(r, s.warnAt)
	line, err := json.Marshal(r)
	if err != nil {
		return record.Errorf(r.Place(), "", "a value of this %s cannot be kept: %v", r.RecordKind(), err)
	}
	if badText(line) {
		return record.Errorf(r.Place(), "", "the %s holds bytes that are not text (not UTF-8, or the character NUL)", r.RecordKind())
	}
	kept := s.spools[r.RecordKind()]
	if kept == nil {
		if kept, err = newSpool(); err != nil {
			return err
		}
		s.spools[r.RecordKind()] = kept
	}
	_, _ = s.hash.Write(line) // a hash never fails
	return kept.write(file, line)
}

// Digest is equal for equal records in the same order.
func (s *Stage) Digest() string { return hex.EncodeToString(s.hash.Sum(nil)) }

// Close removes the temporary files. It may be called twice.
func (s *Stage) Close() error {
	var first error
	for _, kept := range s.spools {
		if err := kept.remove(); err != nil && first == nil {
			first = err
		}
	}
	s.spools = nil
	return first
}

func (s *Stage) warnAt(at record.Position, field, message string) {
	s.warn(record.Warning{File: at.File, Line: at.Line, Field: field, Message: message})
}

// badText finds what json.Marshal made of bytes that not every database can keep: an escaped NUL, or the escaped
// replacement for bytes that are not UTF-8.
func badText(line []byte) bool {
	for i := 0; i < len(line); i++ {
		if line[i] != '\\' {
			continue
		}
		if rest := string(line[i:min(i+6, len(line))]); rest == `\u0000` || rest == `\ufffd` {
			return true
		}
		i++ // what is escaped
	}
	return false
}
