package publish

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// vocabulary translates the words of other tools into ours: our word, and the words that mean it, in lower case with
// single spaces. Our own words are understood without being listed.
type vocabulary map[string][]string

// The vocabularies of the fields whose words are ours. A word in two lists would be a slip; a test looks for it.
var (
	requirementStatuses = vocabulary{
		"DRAFT":       {"new", "open", "proposed", "proposal", "to do", "todo", "candidate", "backlog", "in progress", "in work", "wip"},
		"IN_REVIEW":   {"review", "under review", "to be reviewed", "ready for review", "submitted"},
		"REWORK":      {"changes requested", "needs work", "to be reworked", "returned"},
		"APPROVED":    {"accepted", "agreed", "active", "valid", "released", "baselined", "reviewed", "ready", "confirmed"},
		"IMPLEMENTED": {"done", "resolved", "fixed", "in test", "complete", "completed", "built"},
		"VERIFIED":    {"tested", "validated", "closed", "passed"},
		"OBSOLETE":    {"deprecated", "deleted", "rejected", "withdrawn", "retired", "cancelled", "canceled", "superseded", "removed", "inactive", "invalid"},
	}
	criticalities = vocabulary{
		"UNDEFINED": {"none", "unknown", "n a", "not set", "unspecified"},
		"MINOR":     {"low", "trivial", "lowest"},
		"MAJOR":     {"medium", "normal", "moderate"},
		"CRITICAL":  {"high", "highest", "blocker", "essential"},
	}
	caseTypes = vocabulary{
		"MANUAL":    {"manual test", "exploratory"},
		"GHERKIN":   {"cucumber", "bdd", "behave", "feature"},
		"AUTOMATED": {"automatic", "automation", "auto", "generic", "scripted"},
	}
	caseStatuses = vocabulary{
		"DRAFT":      {"new", "open", "to do", "todo", "design", "in progress"},
		"IN_REVIEW":  {"review", "under review", "to be reviewed", "ready for review", "review in progress"},
		"REWORK":     {"needs work", "need work", "needs update", "to be updated", "changes requested"},
		"APPROVED":   {"active", "actual", "ready", "final", "released", "accepted", "done"},
		"DEPRECATED": {"obsolete", "retired", "closed", "inactive", "archived"},
	}
	priorities = vocabulary{
		"P0": {"highest", "blocker", "urgent", "immediate"},
		"P1": {"high", "critical"},
		"P2": {"medium", "normal", "major", "moderate"},
		"P3": {"low", "minor"},
		"P4": {"lowest", "trivial"},
	}
	levels = vocabulary{
		"COMPONENT":   {"unit", "module", "component test", "unit test"},
		"INTEGRATION": {"integration test", "api"},
		"SYSTEM":      {"e2e", "end to end", "system test"},
		"ACCEPTANCE":  {"uat", "user acceptance", "acceptance test"},
	}
	defectStatuses = vocabulary{
		"NEW":         {"open", "opened", "unconfirmed", "reported", "submitted", "to do", "todo", "backlog"},
		"CONFIRMED":   {"accepted", "acknowledged", "triaged", "approved"},
		"ASSIGNED":    {},
		"IN_PROGRESS": {"started", "in development", "in review", "fixing", "active"},
		"RESOLVED":    {"fixed", "done", "ready for test", "in test", "ready for qa"},
		"VERIFIED":    {"tested"},
		"CLOSED":      {"complete", "completed"},
		"REOPENED":    {"re opened", "reopen"},
		"REJECTED":    {"invalid", "declined", "wontfix", "won t fix", "cancelled", "canceled"},
		"DEFERRED":    {"postponed", "later", "on hold"},
		"DUPLICATE":   {"duplicated"},
	}
	severities = vocabulary{
		"BLOCKER":  {"blocking", "showstopper", "highest", "s0"},
		"CRITICAL": {"high", "severe", "s1"},
		"MAJOR":    {"medium", "normal", "moderate", "s2"},
		"MINOR":    {"low", "s3"},
		"TRIVIAL":  {"lowest", "cosmetic", "s4"},
	}
	resolutions = vocabulary{
		"FIXED":            {"done", "resolved", "complete", "completed", "implemented"},
		"DUPLICATE":        {"duplicated"},
		"BY_DESIGN":        {"works as designed", "as designed", "working as intended", "invalid", "not a bug", "not a defect", "not an issue"},
		"CANNOT_REPRODUCE": {"can t reproduce", "not reproducible", "worksforme", "works for me", "incomplete"},
		"EXTERNAL":         {"third party", "upstream", "moved"},
		"POSTPONED":        {"deferred", "later", "remind"},
		"WONT_FIX":         {"wontfix", "won t fix", "won t do", "not planned", "abandoned", "expired"},
	}
)

// unsaid are words by which tools say that a field has no value.
var unsaid = []string{"", "unresolved", "none", "n a", "not set", "unspecified"}

// plain writes a word in lower case with single spaces for everything that is neither letter nor digit.
func plain(word string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(word), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// translate finds our word; empty when there is none.
func (v vocabulary) translate(word string) string {
	word = plain(word)
	for ours, theirs := range v {
		if word == plain(ours) || slices.Contains(theirs, word) {
			return ours
		}
	}
	return ""
}

// unknown is a word of a field that no vocabulary has.
type unknown struct{ field, word, taken string }

// tally counts what would otherwise make one warning each.
type tally struct {
	order []any
	first map[any]place
	count map[any]int
	texts map[any]func(count int) (field, message string)
}

func newTally() *tally {
	return &tally{first: map[any]place{}, count: map[any]int{}, texts: map[any]func(int) (string, string){}}
}

// note counts one more of a kind; text makes the warning when all are counted.
func (t *tally) note(kind any, at place, text func(count int) (field, message string)) {
	if t.count[kind] == 0 {
		t.order = append(t.order, kind)
		t.first[kind], t.texts[kind] = at, text
	}
	t.count[kind]++
}

// tell warns once for each kind, at its first place.
func (t *tally) tell(report *Report) {
	for _, kind := range t.order {
		field, message := t.texts[kind](t.count[kind])
		report.warn(t.first[kind], field, message)
	}
}

// word translates a word of a field. A word that nobody knows becomes the fallback, which may be empty, and is told.
func word[T ~string](p *publisher, v vocabulary, at place, field, said, fallback string) T {
	if found := v.translate(said); found != "" {
		return T(found)
	}
	if slices.Contains(unsaid, plain(said)) {
		return ""
	}
	p.words.note(unknown{field, said, fallback}, at, func(count int) (string, string) {
		taken := "it was left out"
		if fallback != "" {
			taken = "it was taken as " + fallback
		}
		return field, fmt.Sprintf("the word %q is not known; %s (%d times)", said, taken, count)
	})
	return T(fallback)
}
