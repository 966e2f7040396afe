package news

import (
	"encoding/json"
	"time"

	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// The signs of a stream itself, beside the operations of changes.
const (
	Ready    = "READY"
	Bookmark = "BOOKMARK"
)

// Change is one message of a stream: a change, or a sign that has a place only.
type Change struct {
	// Cursor is where a reader goes on.
	Cursor string
	// Seq is the number of the change, or of the last one before a sign.
	Seq int
	// At is when the change was done, or the sign sent.
	At time.Time
	// Op is the operation, READY or BOOKMARK.
	Op string
	// Of is the change; nil for a sign.
	Of *feed.Change
}

// From shows a message of a stream.
func From(item feed.Item) *Change {
	c := &Change{Cursor: item.Cursor, Seq: int(item.Seq), At: item.At}
	switch item.Kind {
	case feed.Ready:
		c.Op = Ready
	case feed.Bookmark:
		c.Op = Bookmark
	default:
		c.Of, c.Op = item.Change, item.Change.Op
	}
	return c
}

// Read shows a change that was read from a project's own feed.
func Read(change *feed.Change) *Change {
	return &Change{Cursor: change.Cursor(), Seq: int(change.Seq), At: change.At, Op: change.Op, Of: change}
}

// IsSign tells whether there is no change in it.
func (c *Change) IsSign() bool { return c.Of == nil }

// ID is the identity of the change.
func (c *Change) ID() *string { return c.text(func(of *feed.Change) string { return of.Event }) }

// Transaction names the transaction of the change.
func (c *Change) Transaction() *string { return c.text(func(of *feed.Change) string { return of.Tx }) }

// Envelope is the whole change as JSON.
func (c *Change) Envelope() *string {
	return c.text(func(of *feed.Change) string { return string(of.Envelope()) })
}

// EntityType is the kind of the changed thing.
func (c *Change) EntityType() *string {
	return c.text(func(of *feed.Change) string { return of.Entity.Kind().Word() })
}

// EntityKey is the key of the changed thing.
func (c *Change) EntityKey() *string {
	if c.Of == nil || c.Of.Key == "" {
		return nil
	}
	return &c.Of.Key
}

// EntityID is the changed thing.
func (c *Change) EntityID() *ident.ID {
	if c.Of == nil {
		return nil
	}
	return &c.Of.Entity
}

// EntityVersion is the version of the changed thing.
func (c *Change) EntityVersion() *int {
	if c.Of == nil {
		return nil
	}
	return &c.Of.Version
}

// Cause is what made it happen.
func (c *Change) Cause() (*Cause, error) {
	if c.Of == nil {
		return nil, nil
	}
	body, err := c.Of.Body()
	if err != nil {
		return nil, err
	}
	return &Cause{Kind: body.Cause.Kind, Run: body.Cause.ImportRun}, nil
}

// Fields are what changed.
func (c *Change) Fields() ([]*Field, error) {
	if c.Of == nil {
		return []*Field{}, nil
	}
	body, err := c.Of.Body()
	if err != nil {
		return nil, err
	}
	fields := make([]*Field, len(body.Fields))
	for i, f := range body.Fields {
		fields[i] = &Field{Field: f.Name, Before: f.Before, After: f.After, Omitted: f.Omitted}
	}
	return fields, nil
}

// Refs are the other things that the changed one names.
func (c *Change) Refs() ([]ident.ID, error) {
	if c.Of == nil {
		return []ident.ID{}, nil
	}
	body, err := c.Of.Body()
	return body.Refs, err
}

func (c *Change) text(of func(*feed.Change) string) *string {
	if c.Of == nil {
		return nil
	}
	found := of(c.Of)
	return &found
}

// Field is a changed field.
type Field struct {
	// Field is its name.
	Field string
	// Before and After are its values; empty when not set or omitted.
	Before, After json.RawMessage
	// Omitted says that the values were too long.
	Omitted bool
}

// Cause is what made a change happen.
type Cause struct {
	// Kind is in which way it came.
	Kind string
	// Run is the import; nil when there is none.
	Run *ident.ID
}

// Feed is how far the changes of a project have come.
type Feed struct {
	// Of are the numbers.
	Of changelog.Head
}

// Head is the number of the last change.
func (f *Feed) Head() int { return int(f.Of.Head) }

// Floor is the number of the last change that is no longer kept.
func (f *Feed) Floor() int { return int(f.Of.Floor) }

// Start is the place before the first change that is kept.
func (f *Feed) Start() string { return f.at(f.Of.Floor) }

// Now is the place after the last change.
func (f *Feed) Now() string { return f.at(f.Of.Head) }

func (f *Feed) at(seq int64) string {
	return feed.Cursor{{Project: f.Of.Project, Epoch: f.Of.Epoch, Seq: seq}}.String()
}
