package feed

import (
	"context"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// Encode is the envelope of a row, for comparing: nothing is checked and nothing kept.
func Encode(p *ent.Project, epoch string, r changelog.Record) []byte {
	c := Change{Record: r, ProjectKey: p.Key, cursor: Cursor{{r.Project, epoch, r.Seq}}.String()}
	return c.appendEnvelope(make([]byte, 0, len(r.Data)+400))
}

// Keep changes how long changes are kept.
func (f *Feed) Keep(age time.Duration, count int64, waited time.Duration, batch int64) {
	f.retention = retention{age, count, waited, batch}
}

// Matcher is one reader's filter.
type Matcher struct{ *matcher }

// Matcher prepares a filter for the changes of a project.
func (f *Feed) Matcher(project ident.ID, filter Filter) Matcher {
	return Matcher{f.matcher(f.store.Client, project, filter)}
}

// Match tells of each change whether the filter lets it through.
func (m Matcher) Match(ctx context.Context, all []*Change) ([]bool, error) { return m.match(ctx, all) }

// Around tells how many neighbourhoods are known.
func (f *Feed) Around() int {
	f.around.mu.Lock()
	defer f.around.mu.Unlock()
	return len(f.around.known)
}
