package history

import (
	"maps"
	"slices"
)

// imports looks for every import: whole when it was acknowledged, whole or not there when nobody knows, never in two
// doings.
func (c *checker) imports() {
	claimed := map[string]bool{}
	for _, i := range c.Imports {
		runs := c.doings(i)
		for _, run := range runs {
			claimed[run] = true
		}
		c.weigh(i, runs)
	}
	for _, run := range slices.Sorted(maps.Keys(c.byImport)) {
		if first := c.byImport[run][0]; !claimed[run] {
			c.find(Unclaimed, "", first.Project, first.Seq, first.Seq, "no writer began import %s", run)
		}
	}
}

// doings are the ids under which an import is in the feed.
func (c *checker) doings(i Import) []string {
	var runs []string
	if len(c.byImport[i.Run]) > 0 {
		runs = append(runs, i.Run)
	}
	for _, change := range c.byMark[i.Mark] {
		if run := change.Cause.ImportRun; run != "" && !slices.Contains(runs, run) {
			runs = append(runs, run)
		}
	}
	return runs
}

// weigh counts the units of an import and notes where it stands.
func (c *checker) weigh(i Import, runs []string) {
	if len(runs) == 0 {
		if i.Acknowledged != 0 {
			c.find(Lost, "", i.Project, 0, 0, "%s was acknowledged and is in nobody's feed", i.Name)
		}
		return
	}
	list := c.byImport[runs[0]]
	first, last := list[0], list[len(list)-1]
	if len(runs) > 1 {
		c.find(Twice, "", i.Project, first.Seq, c.byImport[runs[1]][0].Seq, "%s was done %d times: %v", i.Name, len(runs), runs)
	}
	units := 0
	for _, change := range list {
		if change.Project != i.Project {
			c.find(Foreign, "", change.Project, change.Seq, change.Seq, "%s went into project %s", i.Name, i.Project)
			return
		}
		if change.Op == "CREATE" && change.EntityType == i.Type {
			units++
		}
	}
	switch {
	case units < i.Units:
		c.find(Partial, "", i.Project, first.Seq, last.Seq, "%s is there with %d of its %d", i.Name, units, i.Units)
	case units > i.Units:
		c.find(Surplus, "", i.Project, first.Seq, last.Seq, "%s is there with %d, though it has %d", i.Name, units, i.Units)
	default:
		c.stands = append(c.stands, stand{i.Name, i.Project, i.Started, i.Acknowledged, first.Seq, last.Seq})
	}
}
