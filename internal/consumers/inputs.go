package consumers

import "github.com/asterism-qa/asterism/ent/schema"

// CreateInput describes a new consumer.
type CreateInput struct {
	// Project is the key of the project.
	Project string
	Name    string
	// Filter says which changes it wants; all when left out.
	Filter *schema.ChangeFilter
	// After is the cursor at which it begins; at the present end when left out.
	After *string
}

// AckInput confirms changes up to a cursor.
type AckInput struct {
	Project, Consumer, Cursor string
	// Lease is that of the stream that brought them; it may be left out when no stream is open.
	Lease *string
}

// RefInput names a consumer by the key of its project and its name.
type RefInput struct{ Project, Consumer string }

// MoveInput sets a consumer to another place.
type MoveInput struct{ Project, Consumer, Cursor string }
