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
}

// Report says what an import found and what it changed.
type Report = publish.Report

// IdempotencyMismatch is the code of the fault that a key was used before, for another import.
const IdempotencyMismatch = publish.IdempotencyMismatch
