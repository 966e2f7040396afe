package exchange

import (
	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/publish"
)

// Request says what to import, and how.
type Request struct {
	// ProjectKey names the project.
	ProjectKey string
	// Paths are files or folders.
	Paths []string
	// Files are files that lie elsewhere than people know them; they come after those of Paths.
	Files []File
	// Format forces one; empty or Auto lets the content of each file decide.
	Format string
	// Mapping says what columns and the names of results mean; nil when nothing has to be said.
	Mapping *mapping.Mapping
	// MapFile is where the mapping comes from: its warnings name it, and in a folder it is passed over. Empty when unknown.
	MapFile string
	// Build, Environment, Release and Cycle take the place of what results state, where they are set.
	Build, Environment, Release, Cycle string
	// DryRun finds out what would change and writes nothing.
	DryRun bool
	// Key makes a repetition harmless: the same key and files give the same report again. Empty: the files themselves.
	Key string
	// Progress hears how far the import is: bytes while files are read, records while they are published. Nil when
	// nobody listens.
	Progress func(done, total int64, what string)
	// Phase hears what begins: Reading, then Publishing. Nil when nobody listens.
	Phase func(phase string)
}

// The phases of an import, of which each has its own progress.
const (
	Reading    = "reading"
	Publishing = "publishing"
)

// File is one file by the name that people know it by, and where it really lies.
type File struct {
	// Name has forward slashes and is never used to open anything. One without a slash was named by a person, and is read or
	// refused; one with slashes came with its folder, and is passed over when it is in no format that is read.
	Name string
	// Path is where it lies.
	Path string
}

// Kind says what an import changes among things of one kind.
type Kind = publish.Kind

// Report says what an import found and what it changed.
type Report = publish.Report

// IdempotencyMismatch is the code of the fault that a key was used before, for another import.
const IdempotencyMismatch = publish.IdempotencyMismatch
