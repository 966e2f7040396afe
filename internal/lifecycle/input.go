package lifecycle

import "github.com/asterism-qa/asterism/internal/ident"

// Input asks for a move that needs nothing but a word about it.
type Input struct {
	// ID names the thing, ExpectedVersion the state of it that the caller saw.
	ID              ident.ID
	ExpectedVersion int
	// Note says why or what about it; empty when nothing is to be said.
	Note *string
}

// Say is the text that a note holds; empty when there is none.
func Say(note *string) string {
	if note == nil {
		return ""
	}
	return *note
}
