package history

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// Check gives every broken promise of a history, first those of single subscribers; none when all were kept.
func Check(h History) []Finding {
	c := newChecker(h)
	for i := range h.Subscribers {
		c.receive(&h.Subscribers[i])
	}
	c.index()
	for i := range c.seen {
		for _, feed := range c.seen[i].Feeds {
			c.follow(c.seen[i], feed)
		}
	}
	c.transactions()
	c.versions()
	c.writes()
	c.imports()
	c.commitOrder()
	return c.findings
}

// checker is a history while it is being judged.
type checker struct {
	History
	findings []Finding
	projects map[string]Project
	// known is the first envelope that anybody received under a number.
	known map[place]*received
	seen  []*view

	// feeds are the changes that anybody received, by project and in order of their numbers.
	feeds    map[string][]*change
	byMark   map[string][]*change
	byEntity map[string][]*change
	byImport map[string][]*change
	// stands are where writes and imports were found.
	stands []stand
}

// place is a number in a project's feed.
type place struct {
	project string
	seq     int64
}

// received is an envelope and what it says.
type received struct {
	envelope []byte
	change   *change
}

// view is what one subscriber saw of the projects that he asked for.
type view struct {
	*Subscriber
	// lines are his lines by project, in order, without those that came from another project.
	lines map[string][]Line
	// changes is what he first received under each number, as far as it could be understood.
	changes map[place]*received
}

func newChecker(h History) *checker {
	c := &checker{
		History: h, projects: map[string]Project{}, known: map[place]*received{}, feeds: map[string][]*change{},
		byMark: map[string][]*change{}, byEntity: map[string][]*change{}, byImport: map[string][]*change{},
	}
	for _, p := range h.Projects {
		c.projects[p.Key] = p
	}
	return c
}

// find notes a finding.
func (c *checker) find(kind Kind, subscriber, project string, first, last int64, words string, values ...any) {
	c.findings = append(c.findings, Finding{
		Kind: kind, Subscriber: subscriber, Project: project, First: first, Last: last, Words: fmt.Sprintf(words, values...),
	})
}

// index puts what all subscribers received together into one feed for each project, and finds changes by what writers
// know of them.
func (c *checker) index() {
	for at, r := range c.known {
		c.feeds[at.project] = append(c.feeds[at.project], r.change)
	}
	marks, entities := map[string]bool{}, map[string]bool{}
	for _, w := range c.Writes {
		marks[w.Mark], entities[w.Entity] = true, true
	}
	for _, i := range c.Imports {
		marks[i.Mark] = true
	}
	for _, s := range c.Subscribers {
		for _, feed := range s.Feeds {
			entities[feed.Membership] = true
		}
	}
	delete(marks, "")
	delete(entities, "")
	for _, key := range slices.Sorted(maps.Keys(c.feeds)) {
		slices.SortFunc(c.feeds[key], func(a, b *change) int { return cmp.Compare(a.Seq, b.Seq) })
		for _, change := range c.feeds[key] {
			if entities[change.EntityID] {
				c.byEntity[change.EntityID] = append(c.byEntity[change.EntityID], change)
			}
			if run := change.Cause.ImportRun; run != "" {
				c.byImport[run] = append(c.byImport[run], change)
			}
			for mark := range held(change, marks) {
				c.byMark[mark] = append(c.byMark[mark], change)
			}
		}
	}
}

// held are the marks that a change holds, each once however many fields hold it.
func held(c *change, marks map[string]bool) map[string]bool {
	found := map[string]bool{}
	for _, field := range c.Fields {
		var text string
		if bytes.HasPrefix(field.After, []byte(`"`)) && json.Unmarshal(field.After, &text) == nil && marks[text] {
			found[text] = true
		}
	}
	return found
}
