package areas_test

import (
	"fmt"
	"slices"
	"strings"
)

// join makes a link, pinned to what both ends are now.
func (m *model) join(k kind, a, b *thing, role string, fromDocument bool) *link {
	made := &link{kind: k, place: len(m.links), ends: [2]*thing{a, b}, pins: [2]int{len(a.versions), len(b.versions)},
		role: role, state: "VALID", version: 1, fromDocument: fromDocument}
	m.links = append(m.links, made)
	return made
}

// there is the link between two ends that still counts; nil when there is none.
func (m *model) there(k kind, a, b *thing, role string) *link {
	for _, l := range m.links {
		if l.kind == k && l.open() && l.ends == [2]*thing{a, b} && l.role == role {
			return l
		}
	}
	return nil
}

// set makes a link say something. What it says already is not written, so its version stays.
func (l *link) set(state, why string, changed []string) {
	if l.state == state && l.why == why && slices.Equal(l.changed, changed) {
		return
	}
	l.state, l.why, l.changed = state, why, changed
	l.version++
}

// judge says what the ends of a link say about it: it waits while one is in the trash, and is SUSPECT while what counts
// of one differs from the version that it is pinned to.
func (m *model) judge(l *link) (state, why string, changed []string) {
	var gone, reasons []string
	for i, end := range l.ends {
		if end.trashed {
			gone = append(gone, end.key)
		}
		fields := m.differing(end.kind, end.versions[l.pins[i]-1], end.now())
		if len(fields) == 0 {
			continue
		}
		for _, field := range fields {
			changed = append(changed, sides[l.kind][i]+"."+field)
		}
		reasons = append(reasons, fmt.Sprintf("%s %d to %d %v", sides[l.kind][i], l.pins[i], len(end.versions), fields))
	}
	switch {
	case len(gone) > 0:
		return "ORPHANED", "gone: " + strings.Join(gone, ", "), nil
	case len(reasons) > 0:
		return "SUSPECT", strings.Join(reasons, "; "), changed
	}
	return "VALID", "", nil
}

// suspect is what new content of a thing does to its links. Only a person can say that a SUSPECT one holds again.
func (m *model) suspect(raised *thing) {
	for _, l := range m.links {
		if !l.touches(raised) || l.state != "VALID" && l.state != "SUSPECT" {
			continue
		}
		state, why, changed := m.judge(l)
		switch {
		case state == "SUSPECT":
			l.set(state, why, changed)
		case l.state == "SUSPECT":
			l.set("SUSPECT", "nothing that counts differs any more", nil)
		}
	}
}

// carried is what it does to links when ends of theirs went into the trash or came out of it.
func (m *model) carried(moved []*thing) {
	for _, l := range m.links {
		isEnd := slices.ContainsFunc(moved, l.touches)
		if !isEnd || !l.open() {
			continue
		}
		state, why, changed := m.judge(l)
		switch {
		case state == "ORPHANED" && l.state != "ORPHANED":
			l.was, l.wasWhy = l.state, l.why
		case state == "VALID" && l.state == "ORPHANED" && l.was == "SUSPECT":
			state, why = "SUSPECT", "nothing that counts differs any more"
		case state == "VALID" && l.state == "ORPHANED":
			why = l.wasWhy
		}
		if state == "ORPHANED" || l.state == "ORPHANED" {
			l.set(state, why, changed)
		}
	}
}

// follow lets the refinement that the document says go to another parent; nil is the top.
func (m *model) follow(child, parent *thing) (made []*link) {
	for _, l := range m.links {
		if l.kind == refinement && l.fromDocument && l.open() && l.ends[0] == child && l.ends[1] != parent {
			l.close("the document moved")
		}
	}
	if parent != nil && m.there(refinement, child, parent, "REFINES") == nil {
		made = append(made, m.join(refinement, child, parent, "REFINES", true))
	}
	return made
}

func (l *link) close(why string) {
	l.state, l.why, l.changed = "CLOSED", why, nil
	l.version++
}

func (l *link) affirm(why string) {
	l.state, l.why, l.changed, l.affirmed = "VALID", why, nil, true
	l.pins = [2]int{len(l.ends[0].versions), len(l.ends[1].versions)}
	l.version++
}
