package webhooks

import (
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/ident"
)

// CreateInput describes a new webhook.
type CreateInput struct {
	// Project is the key of the project.
	Project   string
	Name, URL string
	// Filter says which changes it wants; all when left out.
	Filter *schema.ChangeFilter
	// After is the cursor at which it begins; at the present end when left out.
	After *string
	// SkipAfter is after how many vain attempts a change is left out; never when left out.
	SkipAfter *int
}

// ReviseInput changes a webhook; what is left out stays.
type ReviseInput struct {
	ID              ident.ID
	ExpectedVersion int
	URL             *string
	Filter          *schema.ChangeFilter
	SkipAfter       *int
}

// RefInput names a webhook.
type RefInput struct{ ID ident.ID }

// ReplayInput sends changes after a cursor again.
type ReplayInput struct {
	ID     ident.ID
	Cursor string
}
