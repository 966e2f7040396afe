package publish

import (
	"slices"

	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Kind says what an import changes among things of one kind.
type Kind struct {
	// Name is the kind as the counts of a report name it, or suites, releases, environments, builds and cycles.
	Name      string `json:"kind"`
	Created   int    `json:"created"`
	Updated   int    `json:"updated"`
	Unchanged int    `json:"unchanged"`
}

// kind is where things of a kind are counted.
func (r *Report) kind(name string) *Kind {
	at := slices.IndexFunc(r.Kinds, func(k Kind) bool { return k.Name == name })
	if at < 0 {
		at = len(r.Kinds)
		r.Kinds = append(r.Kinds, Kind{Name: name})
	}
	return &r.Kinds[at]
}

// made counts things that were made on the way to others.
func (r *Report) made(kind string, created int) {
	r.Created += created
	if created > 0 {
		r.kind(kind).Created += created
	}
}

// also counts what came of drafts that stand beside those of a step.
func (r *Report) also(kind string, outcome bulk.Outcome, places []place) {
	before := r.mark()
	r.add(outcome, places)
	r.tell(kind, before)
}

// mark is how far a report has counted: in all, less what was told of kinds.
func (r *Report) mark() Kind {
	open := Kind{Created: r.Created, Updated: r.Updated, Unchanged: r.Unchanged}
	for _, one := range r.Kinds {
		open.Created -= one.Created
		open.Updated -= one.Updated
		open.Unchanged -= one.Unchanged
	}
	return open
}

// tell gives a kind what was counted since then and is told of no other.
func (r *Report) tell(kind string, before Kind) {
	now := r.mark()
	created, updated, unchanged := now.Created-before.Created, now.Updated-before.Updated, now.Unchanged-before.Unchanged
	if created == 0 && updated == 0 && unchanged == 0 {
		return
	}
	counted := r.kind(kind)
	counted.Created += created
	counted.Updated += updated
	counted.Unchanged += unchanged
}
