package history

import (
	"cmp"
	"math"
	"slices"
)

// stand is where a write or an import stands in the feed.
type stand struct {
	name, project         string
	started, acknowledged int64
	first, last           int64
}

// writes looks for every write: once when it was acknowledged, at most once when nobody knows, and only in its project.
func (c *checker) writes() {
	for _, w := range c.Writes {
		var at []int64
		for _, change := range c.candidates(w) {
			if change.Project != w.Project {
				c.find(Foreign, "", change.Project, change.Seq, change.Seq, "%s was written in project %s", w.Name, w.Project)
				continue
			}
			if w.Op == "" || w.Op == change.Op {
				at = append(at, change.Seq)
			}
		}
		switch {
		case len(at) > 1:
			c.find(Twice, "", w.Project, at[0], at[len(at)-1], "%s stands there %d times", w.Name, len(at))
		case len(at) == 1:
			c.stands = append(c.stands, stand{w.Name, w.Project, w.Started, w.Acknowledged, at[0], at[0]})
		case w.Acknowledged != 0:
			c.find(Lost, "", w.Project, 0, 0, "%s was acknowledged and is in nobody's feed", w.Name)
		}
	}
}

// candidates are the changes that may be a write, in whatever project.
func (c *checker) candidates(w Write) []*change {
	list := c.byMark[w.Mark]
	if w.Mark == "" {
		list = c.byEntity[w.Entity]
	}
	return slices.DeleteFunc(slices.Clone(list), func(change *change) bool {
		return w.Entity != "" && change.EntityID != w.Entity || w.Type != "" && change.EntityType != w.Type
	})
}

// commitOrder finds writes that stand before, or among, something that was acknowledged before they began.
func (c *checker) commitOrder() {
	byProject := map[string][]stand{}
	for _, s := range c.stands {
		byProject[s.project] = append(byProject[s.project], s)
	}
	for _, p := range c.Projects {
		began := byProject[p.Key]
		done := slices.Clone(began)
		for i := range done {
			if done[i].acknowledged == 0 {
				done[i].acknowledged = math.MaxInt64 // never before anything
			}
		}
		slices.SortFunc(began, func(a, b stand) int { return cmp.Compare(a.started, b.started) })
		slices.SortFunc(done, func(a, b stand) int { return cmp.Compare(a.acknowledged, b.acknowledged) })
		var latest stand
		for _, s := range began {
			for len(done) > 0 && done[0].acknowledged < s.started {
				if done[0].last > latest.last {
					latest = done[0]
				}
				done = done[1:]
			}
			if s.first <= latest.last {
				c.find(Order, "", p.Key, s.first, latest.last, "%s stands before %s, which was acknowledged before it began", s.name, latest.name)
			}
		}
	}
}
