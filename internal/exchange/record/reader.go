package record

import (
	"context"
	"fmt"
	"io"
)

// Warning says that something in a file was skipped, changed or guessed. Nothing is ever dropped without one.
type Warning struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Field   string `json:"field"`
	Message string `json:"message"`
}

// Error refuses a file. Its words are shown to the person who imports; Line is 0 and Field empty when they do not apply.
type Error struct {
	File    string
	Line    int
	Field   string
	Message string
}

// Error implements error in the form "file:line: field: message".
func (e *Error) Error() string {
	text := e.File
	if e.Line > 0 {
		text = fmt.Sprintf("%s:%d", text, e.Line)
	}
	if e.Field != "" {
		text += ": " + e.Field
	}
	return text + ": " + e.Message
}

// Errorf makes an Error at a place.
func Errorf(at Position, field, format string, args ...any) *Error {
	return &Error{File: at.File, Line: at.Line, Field: field, Message: fmt.Sprintf(format, args...)}
}

// Sink takes what a reader finds, in file order. An error from Put ends the reading and is returned unchanged.
type Sink interface {
	Put(Record) error
	Warn(Warning)
}

// Source is one file to read. Head holds its first bytes (up to 64 KiB) for detection; Body starts at the first byte.
type Source struct {
	Name string // path as the user named it, with forward slashes; never used to open anything
	Head []byte
	Body io.Reader
	// Sibling opens a file named relative to this one inside the imported set (a grammar beside a document); it
	// returns fs.ErrNotExist when the set does not hold it, and never leaves the set.
	Sibling func(name string) (io.ReadCloser, error)
}

// Described is a reader that tells people what it is for, before there is any file.
type Described interface {
	Reader
	// Extensions are how the names of such files usually end, with the dot; detection is by content all the same.
	Extensions() []string
	// Brings lists the kinds of record that such a file can state.
	Brings() []Kind
}

// Reader is one format.
type Reader interface {
	// Name is the word used with --format and shown to users, for example "junit".
	Name() string
	// Detect tells from the first bytes (and, only to break a tie, the name) how sure it is: 0 not mine, 100 certain.
	Detect(name string, head []byte) int
	// Read streams records into sink in bounded memory. It returns an *Error when the file must be refused.
	Read(ctx context.Context, source Source, sink Sink) error
}
