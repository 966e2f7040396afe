package areas_test

import (
	"strings"
	"unicode"
)

// tally counts what a walk has met, so that one which has grown blind to something is noticed.
type tally map[string]int

// note counts an operation by its verb, and apart whether it was refused.
func (t tally) note(op operation) {
	code, _, _ := strings.Cut(op.want, " ")
	if codes[code] {
		t["refused"]++
	} else {
		code = "done"
	}
	t[verbOf(op.says)+" "+code]++
}

// look counts the states of things and links, and the words of coverage, that are there now.
func (t tally) look(m *model) {
	for _, l := range m.links {
		t[string(l.kind)+" "+l.state]++
	}
	for _, k := range []kind{basis, test} {
		for _, one := range m.alive(k) {
			t[string(k)+" "+one.status]++
		}
	}
	for _, r := range m.alive(basis) {
		word, _, _ := strings.Cut(m.answer(r), " ")
		t["coverage "+word]++
	}
}

var codes = map[string]bool{"BAD_USER_INPUT": true, "NOT_FOUND": true, "CONFLICT": true, "PRECONDITION_FAILED": true}

// verbOf is an operation without what it is about: all up to the first word that begins with a capital or names a package.
func verbOf(says string) string {
	words := strings.Fields(says)
	for i, word := range words {
		if strings.Contains(word, ".") || unicode.IsUpper(rune(word[0])) {
			return strings.Join(words[:i+1], " ")
		}
	}
	return says
}

// wanted is what every long walk has to meet: each verb done, and refused in each way that it has.
var wanted = map[string]string{
	"requirements.Create": "done BAD_USER_INPUT NOT_FOUND CONFLICT", "cases.Create": "done BAD_USER_INPUT NOT_FOUND CONFLICT",
	"requirement Revise":         "done BAD_USER_INPUT NOT_FOUND CONFLICT PRECONDITION_FAILED",
	"test case Revise":           "done BAD_USER_INPUT NOT_FOUND CONFLICT PRECONDITION_FAILED",
	"requirement RestoreVersion": "done NOT_FOUND CONFLICT PRECONDITION_FAILED", "test case RestoreVersion": "done NOT_FOUND CONFLICT PRECONDITION_FAILED",
	"requirement Submit": "done PRECONDITION_FAILED", "requirement Approve": "done PRECONDITION_FAILED", "requirement Rework": "done BAD_USER_INPUT",
	"requirement Implement": "done PRECONDITION_FAILED", "requirement Verify": "done PRECONDITION_FAILED", "requirement Retire": "done BAD_USER_INPUT",
	"test case Submit": "done PRECONDITION_FAILED", "test case Approve": "done PRECONDITION_FAILED", "test case Rework": "done BAD_USER_INPUT",
	"test case Deprecate": "done BAD_USER_INPUT", "requirements.Move": "done BAD_USER_INPUT NOT_FOUND CONFLICT",
	"link between requirements LinkCreate": "done BAD_USER_INPUT NOT_FOUND CONFLICT", "trace link LinkCreate": "done NOT_FOUND CONFLICT",
	"cases.Affirm":      "done BAD_USER_INPUT NOT_FOUND CONFLICT PRECONDITION_FAILED",
	"cases.Retire":      "done BAD_USER_INPUT NOT_FOUND CONFLICT PRECONDITION_FAILED",
	"requirement Trash": "done BAD_USER_INPUT NOT_FOUND", "test case Trash": "done BAD_USER_INPUT NOT_FOUND",
	"requirement Restore": "done", "test case Restore": "done", "projects.Configure": "done CONFLICT",
	"executions.RecordByHand":   "done BAD_USER_INPUT NOT_FOUND PRECONDITION_FAILED",
	"requirement":               "DRAFT IN_REVIEW REWORK APPROVED IMPLEMENTED VERIFIED OBSOLETE",
	"test case":                 "DRAFT IN_REVIEW REWORK APPROVED DEPRECATED",
	"link between requirements": "VALID SUSPECT ORPHANED CLOSED", "trace link": "VALID SUSPECT ORPHANED CLOSED",
	"coverage": "UNCOVERED NOT_RUN PARTIAL PASSED FAILED STALE",
}

// missing is what was wanted and not met.
func (t tally) missing() []string {
	var names []string
	for name, ways := range wanted {
		for _, way := range strings.Fields(ways) {
			if t[name+" "+way] == 0 {
				names = append(names, name+" "+way)
			}
		}
	}
	return names
}
