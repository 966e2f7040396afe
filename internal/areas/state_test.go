package areas_test

import (
	"fmt"
	"slices"
)

// state is everything that there is, as lines that both the model and the databases write.
type state []string

func (s *state) say(format string, args ...any) { *s = append(*s, fmt.Sprintf(format, args...)) }

// state is what the model knows.
func (m *model) state() state {
	var s state
	s.say("project at version %d: %v and %v count", m.settings, none(m.counting[basis]), none(m.counting[test]))
	for _, r := range m.bases {
		above := "the top"
		if r.parent != nil {
			above = r.parent.key
		}
		s.say("%s; place %d under %s", r.shown(), slices.Index(m.order, r)+1, above)
		s.say("%s is covered: %s", r.key, m.covered(r))
		s.history(r)
	}
	for _, c := range m.tests {
		s.say("%s; estimate %d, last %s", c.shown(), c.estimate, c.last())
		s.history(c)
	}
	for _, l := range m.links {
		s.say("%s %s – %s %s; document %t", l.kind, l.ends[0].key, l.ends[1].key, l.shown(), l.fromDocument)
	}
	return s
}

func (s *state) history(t *thing) {
	for i, c := range t.versions {
		s.version(t.kind, t.key, i+1, c)
	}
	s.version(t.kind, t.key+" says now,", len(t.versions), t.now())
}

// version is one line for a frozen content.
func (s *state) version(k kind, key string, number int, c content) {
	line := fmt.Sprintf("%s content %d:", key, number)
	for _, field := range fields[k] {
		line += fmt.Sprintf(" %s %q", field, c[field])
	}
	*s = append(*s, line)
}

// covered is the answer of coverage; nobody asks it about the trash.
func (m *model) covered(r *thing) string {
	if r.trashed {
		return "not asked"
	}
	return m.answer(r)
}

// none makes an empty list of one that is not there: both say that all fields count.
func none(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// difference is where two states differ, with a few lines of it; empty when they do not.
func difference(oneName string, one state, otherName string, other state) string {
	text, found := "", 0
	for i := range max(len(one), len(other)) {
		a, b := "(nothing)", "(nothing)"
		if i < len(one) {
			a = one[i]
		}
		if i < len(other) {
			b = other[i]
		}
		if a != b {
			text += fmt.Sprintf("  %s: %s\n  %s: %s\n", oneName, a, otherName, b)
			if found++; found == 5 {
				break
			}
		}
	}
	return text
}
