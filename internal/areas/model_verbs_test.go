package areas_test

import "slices"

// move is one row of a lifecycle.
type move struct {
	from []string
	to   string
	note bool // it cannot be made without a word about it
}

// lifecycles are the moves that people may make, by the kind of thing and the verb.
var lifecycles = map[kind]map[string]move{
	basis: {
		"Submit":    {from: []string{"DRAFT", "REWORK"}, to: "IN_REVIEW"},
		"Approve":   {from: []string{"IN_REVIEW"}, to: "APPROVED"},
		"Rework":    {from: []string{"IN_REVIEW"}, to: "REWORK", note: true},
		"Implement": {from: []string{"APPROVED"}, to: "IMPLEMENTED"},
		"Verify":    {from: []string{"IMPLEMENTED"}, to: "VERIFIED"},
		"Retire":    {from: []string{"DRAFT", "IN_REVIEW", "REWORK", "APPROVED", "IMPLEMENTED", "VERIFIED"}, to: "OBSOLETE", note: true},
	},
	test: {
		"Submit":    {from: []string{"DRAFT", "REWORK"}, to: "IN_REVIEW"},
		"Approve":   {from: []string{"IN_REVIEW"}, to: "APPROVED"},
		"Rework":    {from: []string{"IN_REVIEW"}, to: "REWORK", note: true},
		"Deprecate": {from: []string{"DRAFT", "IN_REVIEW", "REWORK", "APPROVED"}, to: "DEPRECATED", note: true},
	},
}

// final are the states that nothing leads out of.
var final = map[kind]string{basis: "OBSOLETE", test: "DEPRECATED"}

// begin refuses what is not there and what has changed since the editor saw it; the empty text refuses nothing.
func (m *model) begin(t *thing, saw int) string {
	switch {
	case t == nil || t.trashed:
		return "NOT_FOUND id"
	case t.version != saw:
		return "CONFLICT expectedVersion"
	}
	return ""
}

// step makes a move of a lifecycle.
func (m *model) step(t *thing, k kind, verb string, saw int, note string) string {
	way := lifecycles[k][verb]
	if way.note && note == "" {
		return "BAD_USER_INPUT note"
	}
	if refusal := m.begin(t, saw); refusal != "" {
		return refusal
	}
	if !slices.Contains(way.from, t.status) {
		return "PRECONDITION_FAILED"
	}
	t.status = way.to
	t.version++
	if verb == "Approve" {
		t.approved = len(t.versions)
	}
	return ""
}

// revise says some of the content anew, and the estimate unless it is below 0.
func (m *model) revise(t *thing, saw int, said content, estimate int) string {
	if title, spoken := said["TITLE"]; spoken && title == "" {
		return "BAD_USER_INPUT title"
	}
	if refusal := m.begin(t, saw); refusal != "" {
		return refusal
	}
	return m.rewrite(t, t.now().over(said), estimate)
}

// restore makes the content of an earlier version the next one.
func (m *model) restore(t *thing, saw, number int) string {
	if refusal := m.begin(t, saw); refusal != "" {
		return refusal
	}
	if number < 1 || number > len(t.versions) {
		return "NOT_FOUND number"
	}
	return m.rewrite(t, t.versions[number-1], -1)
}

// rewrite gives a thing its content. Other content is the next version, which nobody has agreed to yet.
func (m *model) rewrite(t *thing, c content, estimate int) string {
	if t.status == final[t.kind] {
		return "PRECONDITION_FAILED"
	}
	isNew := slices.ContainsFunc(fields[t.kind], func(field string) bool { return c[field] != t.now()[field] })
	if !isNew && (estimate < 0 || estimate == t.estimate) {
		return ""
	}
	t.version++
	if estimate >= 0 {
		t.estimate = estimate
	}
	if !isNew {
		return ""
	}
	t.versions = append(t.versions, c)
	if slices.Contains([]string{"APPROVED", "IMPLEMENTED", "VERIFIED"}, t.status) {
		t.status = "DRAFT"
	}
	m.suspect(t)
	return ""
}
