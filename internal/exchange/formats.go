package exchange

import (
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/gherkin"
	"github.com/asterism-qa/asterism/internal/exchange/junit"
	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/exchange/strictdoc"
	"github.com/asterism-qa/asterism/internal/exchange/table"
	"github.com/asterism-qa/asterism/internal/fault"
)

// Auto lets the content of each file decide its format.
const Auto = "auto"

// enough is how sure a reader must be of a file that nobody named but that merely lies in a folder.
const enough = 50

// readers lists every format that is read. A tie goes to the first.
func readers(m *mapping.Mapping) []record.Reader {
	return []record.Reader{junit.Reader{}, strictdoc.NewReader(), gherkin.Reader{}, table.NewReader(m)}
}

// Formats lists the words for --format, without auto.
func Formats() []string {
	var names []string
	for _, reader := range readers(nil) {
		names = append(names, reader.Name())
	}
	return names
}

// Format is a format that is read, as it is told to people.
type Format struct {
	// Name is the word for --format.
	Name string
	// Extensions are how the names of such files usually end.
	Extensions []string
	// Brings lists the kinds of record that such a file can state.
	Brings []record.Kind
	// IsTable tells that a mapping has to say what the columns mean.
	IsTable bool
}

// Described lists every format that is read. One that tells nothing of itself is listed by its name alone.
func Described() []Format {
	var all []Format
	for _, reader := range readers(nil) {
		one := Format{Name: reader.Name(), Extensions: []string{}, Brings: []record.Kind{}}
		if told, is := reader.(record.Described); is {
			one.Extensions, one.Brings = told.Extensions(), told.Brings()
		}
		_, one.IsTable = reader.(*table.Reader)
		all = append(all, one)
	}
	return all
}

// detector decides which reader a file gets.
type detector struct {
	readers []record.Reader
	forced  record.Reader
	mapping *mapping.Mapping
}

func newDetector(format string, m *mapping.Mapping) (*detector, error) {
	d := &detector{readers: readers(m), mapping: m}
	if format == "" || format == Auto {
		return d, nil
	}
	if d.forced = d.named(format); d.forced == nil {
		return nil, fault.New(fault.Invalid, "there is no format %s; Asterism reads %s", format, strings.Join(Formats(), ", ")).At("format")
	}
	return d, nil
}

func (d *detector) named(format string) record.Reader {
	for _, reader := range d.readers {
		if reader.Name() == format {
			return reader
		}
	}
	return nil
}

// choose finds the reader of a file. A file that was named by a person is read or refused; one that merely lies in a
// folder is read when a reader is sure enough, and otherwise there is a reason to skip it.
func (d *detector) choose(name string, head []byte, named bool) (reader record.Reader, skip string, err error) {
	if d.forced != nil {
		if !named && d.forced.Detect(name, head) == 0 {
			return nil, "is not in the format " + d.forced.Name() + "; skipped", nil
		}
		return d.forced, "", nil
	}
	if file := d.mapping.ForFile(name); file != nil && file.Format != "" {
		if reader := d.named(file.Format); reader != nil {
			return reader, "", nil
		}
		return nil, "", fault.New(fault.Invalid, "the mapping gives %s the format %s, which does not exist; Asterism reads %s",
			name, file.Format, strings.Join(Formats(), ", ")).At("files")
	}
	sure := 0
	for _, candidate := range d.readers {
		if s := candidate.Detect(name, head); s > sure {
			reader, sure = candidate, s
		}
	}
	switch {
	case sure == 0 && named:
		return nil, "", record.Errorf(record.Position{File: name}, "", "not a format that Asterism reads; it reads: %s", strings.Join(Formats(), ", "))
	case sure == 0:
		return nil, "is not in a format that Asterism reads; skipped", nil
	case sure < enough && !named:
		return nil, "may be in the format " + reader.Name() + ", but nothing says so: name it with --format or in a mapping; skipped", nil
	}
	return reader, "", nil
}
