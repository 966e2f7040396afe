package history

import (
	"encoding/json"
	"maps"
	"slices"
)

// apply puts the changes that a subscriber received over where he began and compares with the final state. Who has not
// everything is left out: what is missing was found already.
func (c *checker) apply(v *view, feed Feed) {
	project := c.projects[feed.Project]
	if project.State == nil || feed.After > 0 && feed.Base == nil {
		return
	}
	now := map[string]Entity{}
	for id, entity := range feed.Base {
		now[id] = Entity{entity.Type, maps.Clone(entity.Fields)}
	}
	for seq := feed.After + 1; seq <= project.Head; seq++ {
		r := v.changes[place{feed.Project, seq}]
		if r == nil {
			return
		}
		r.change.applyTo(now)
	}
	for _, id := range slices.Sorted(maps.Keys(project.State)) {
		c.compare(v.Name, project, id, now)
	}
	for _, id := range slices.Sorted(maps.Keys(now)) {
		if _, is := project.State[id]; !is && slices.Contains(project.Whole, now[id].Type) {
			c.find(WrongState, v.Name, project.Key, 0, 0, "%s is left by the changes, but is not there in the end", id)
		}
	}
}

// applyTo does to the entities what the change did.
func (c *change) applyTo(entities map[string]Entity) {
	if c.Op == "DELETE" {
		delete(entities, c.EntityID)
		return
	}
	entity, is := entities[c.EntityID]
	if !is || entity.Fields == nil {
		entity = Entity{c.EntityType, map[string]json.RawMessage{}}
		entities[c.EntityID] = entity
	}
	for _, field := range c.Fields {
		entity.Fields[field.Field] = field.After
	}
}

// compare finds where an entity is not what it is in the end.
func (c *checker) compare(subscriber string, project Project, id string, now map[string]Entity) {
	entity, is := now[id]
	if !is {
		c.find(WrongState, subscriber, project.Key, 0, 0, "%s is there in the end, but the changes do not leave it", id)
		return
	}
	want := project.State[id].Fields
	for _, field := range slices.Sorted(maps.Keys(want)) {
		if !same(entity.Fields[field], want[field]) {
			c.find(WrongState, subscriber, project.Key, 0, 0, "%s of %s is %s in the end, but the changes leave %s", field, id, want[field], entity.Fields[field])
		}
	}
}
