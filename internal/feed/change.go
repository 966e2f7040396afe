package feed

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// Change is one change as it is delivered. It never changes itself, and all who read it share it.
type Change struct {
	changelog.Record
	// ProjectKey is the key of the project, for example PAY.
	ProjectKey string
	// Epoch names the history in which the number counts.
	Epoch string
	// Key is the human key of what was changed, for example R-12; empty for kinds that have none.
	Key string
	// Version is that of what was changed, after the change; the last one when it was deleted.
	Version int

	cursor   string
	envelope atomic.Pointer[[]byte]
	body     atomic.Pointer[Body]
}

// Body is what the log tells of a change beside its number, its entity and who did it.
type Body struct {
	// EntityKey is the human key of what was changed; nil for kinds that have none.
	EntityKey *string `json:"entityKey"`
	// EntityVersion is that of what was changed.
	EntityVersion int `json:"entityVersion"`
	// Cause is what made it happen.
	Cause Cause `json:"cause"`
	// Fields are what changed, each once; all that had or got a value on a creation or deletion.
	Fields []Field `json:"fields"`
	// Refs are the other things that it names, before or after.
	Refs []ident.ID `json:"refs"`
}

// Cause is what made a change happen.
type Cause struct {
	// Kind is API, IMPORT, RULE or SYSTEM.
	Kind string `json:"kind"`
	// ImportRun is the import that it belongs to; nil when it belongs to none.
	ImportRun *ident.ID `json:"importRun"`
}

// Field is one field that changed.
type Field struct {
	// Name is that of the field, for example testCaseId.
	Name string `json:"field"`
	// Before and After are its values as JSON; null where there is none, and absent where they are too long to be told.
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`
	// Omitted says that the values are too long to be told.
	Omitted bool `json:"omitted"`
}

// made makes a change of a row of the log.
func made(p *ent.Project, epoch string, r changelog.Record) (*Change, error) {
	c := &Change{Record: r, ProjectKey: p.Key, Epoch: epoch}
	if err := c.glance(); err != nil {
		return nil, fmt.Errorf("read change %d of %s: %w", r.Seq, p.Key, err)
	}
	c.cursor = Cursor{{r.Project, epoch, r.Seq}}.String()
	return c, nil
}

// glance takes key and version from the front of the data, where the log writes them, without decoding all of it.
func (c *Change) glance() error {
	rest, found := strings.CutPrefix(c.Data, `"entityKey":`)
	key, rest, also := strings.Cut(rest, `,"entityVersion":`) // which cannot be in a key, whose quotes are escaped
	if !found || !also {
		return fmt.Errorf("its data does not begin with key and version")
	}
	if key != "null" {
		if err := json.Unmarshal([]byte(key), &c.Key); err != nil {
			return fmt.Errorf("its key: %w", err)
		}
	}
	digits, _, _ := strings.Cut(rest, ",")
	version, err := strconv.Atoi(digits)
	if err != nil {
		return fmt.Errorf("its version: %w", err)
	}
	c.Version = version
	return nil
}

// Cursor is where a reader of the project goes on after this change.
func (c *Change) Cursor() string { return c.cursor }

// Body is the data of the change, decoded once for all who ask.
func (c *Change) Body() (Body, error) {
	if known := c.body.Load(); known != nil {
		return *known, nil
	}
	var found Body
	if err := json.Unmarshal([]byte("{"+c.Data+"}"), &found); err != nil {
		return Body{}, fmt.Errorf("read change %d of %s: %w", c.Seq, c.ProjectKey, err)
	}
	c.body.Store(&found)
	return found, nil
}
