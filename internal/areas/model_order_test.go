package areas_test

import (
	"fmt"
	"slices"
)

// create writes a thing down. An empty key asks for a made one, which skips the keys that are taken.
func (m *model) create(k kind, key string, c content) (*thing, string) {
	if c["TITLE"] == "" {
		return nil, "BAD_USER_INPUT title"
	}
	taken := func(key string) bool {
		return slices.ContainsFunc(m.of(k), func(t *thing) bool { return t.key == key })
	}
	if key != "" && taken(key) {
		return nil, "CONFLICT key"
	}
	defaults := map[kind]content{basis: {"CRITICALITY": "UNDEFINED"}, test: {}}[k]
	made := &thing{kind: k, place: len(m.of(k)), key: key, status: "DRAFT", version: 1, versions: []content{defaults.over(c)}}
	letter := map[kind]string{basis: "R", test: "C"}[k]
	for made.key == "" {
		m.numbers[k]++
		if next := fmt.Sprintf("%s-%d", letter, m.numbers[k]); !taken(next) {
			made.key = next
		}
	}
	if k == basis {
		m.bases, m.order = append(m.bases, made), append(m.order, made)
	} else {
		m.tests = append(m.tests, made)
	}
	return made, ""
}

// under tells whether a requirement stands under another, at any depth, or is that one.
func (t *thing) under(above *thing) bool {
	for at := t; at != nil; at = at.parent {
		if at == above {
			return true
		}
	}
	return false
}

// arrange gives a requirement, with all that stands under it, another place in the document: in front of another one, or
// else at the end of what stands under the parent, or else at the end of all.
func (m *model) arrange(moved, parent, before *thing) (changed bool) {
	block, rest := []*thing{moved}, []*thing{}
	for _, one := range m.order {
		switch {
		case one == moved:
		case one.under(moved):
			block = append(block, one)
		default:
			rest = append(rest, one)
		}
	}
	at := len(rest)
	switch {
	case before != nil:
		at = slices.Index(rest, before)
	case parent != nil:
		for i, one := range rest {
			if one.under(parent) {
				at = i + 1
			}
		}
	}
	now := slices.Concat(rest[:at], block, rest[at:])
	changed = !slices.Equal(now, m.order)
	m.order = now
	return changed
}

// place is Move. Nothing stands before or under what is in the trash.
func (m *model) place(t *thing, saw int, parent, before *end) ([]*link, string) {
	if refusal := m.begin(t, saw); refusal != "" {
		return nil, refusal
	}
	above, next := parent.thing(), before.thing()
	var wrong refusals
	if parent != nil && (above == nil || above.trashed) {
		wrong.add("NOT_FOUND parent")
	} else if above != nil && above.under(t) {
		wrong.add("BAD_USER_INPUT parent")
	}
	switch {
	case before == nil:
	case next == nil || next.trashed:
		wrong.add("NOT_FOUND before")
	case next == t, next.parent != above, parent != nil && above == nil:
		wrong.add("BAD_USER_INPUT before")
	}
	if len(wrong) > 0 {
		return nil, wrong.String()
	}
	moved := m.arrange(t, above, next)
	if t.parent == above && !moved {
		return nil, ""
	}
	t.version++
	if t.parent == above {
		return nil, ""
	}
	t.parent = above
	return m.follow(t, above), ""
}
