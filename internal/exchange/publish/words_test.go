package publish

import "testing"

func TestNoWordMeansTwoThings(t *testing.T) {
	for name, words := range map[string]vocabulary{
		"requirement status": requirementStatuses, "criticality": criticalities, "case type": caseTypes, "case status": caseStatuses,
		"priority": priorities, "level": levels, "defect status": defectStatuses, "severity": severities, "resolution": resolutions,
	} {
		meanings := map[string]string{}
		for ours, theirs := range words {
			for _, word := range append([]string{plain(ours)}, theirs...) {
				if word != plain(word) {
					t.Errorf("%s: %q is never looked up; write %q", name, word, plain(word))
				}
				if other := meanings[word]; other != "" {
					t.Errorf("%s: %q means %s and %s", name, word, other, ours)
				}
				meanings[word] = ours
			}
		}
	}
}

func TestWordsAreUnderstoodHoweverTheyAreWritten(t *testing.T) {
	for said, want := range map[string]string{
		"In Review": "IN_REVIEW", "in-review": "IN_REVIEW", "IN_REVIEW": "IN_REVIEW", " approved ": "APPROVED", "Obsolete!": "OBSOLETE", "?": "",
	} {
		if got := requirementStatuses.translate(said); got != want {
			t.Errorf("%q became %q, want %q", said, got, want)
		}
	}
}
