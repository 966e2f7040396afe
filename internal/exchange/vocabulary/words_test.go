package vocabulary

import (
	"testing"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

func TestNoWordMeansTwoThings(t *testing.T) {
	for kind, known := range fields {
		for field, words := range known {
			meanings := map[string]string{}
			for _, entry := range words {
				for _, word := range append([]string{plain(entry[0])}, entry[1:]...) {
					if word != plain(word) {
						t.Errorf("%s of %s: %q is never looked up; write %q", field, kind, word, plain(word))
					}
					if other := meanings[word]; other != "" {
						t.Errorf("%s of %s: %q means %s and %s", field, kind, word, other, entry[0])
					}
					meanings[word] = entry[0]
				}
			}
		}
	}
}

func TestWordsAreUnderstoodHoweverTheyAreWritten(t *testing.T) {
	for said, want := range map[string]string{
		"In Review": "IN_REVIEW", "in-review": "IN_REVIEW", "IN_REVIEW": "IN_REVIEW", " approved ": "APPROVED", "Obsolete!": "OBSOLETE", "?": "",
	} {
		if got := Of(record.KindRequirement, "status").Translate(said); got != want {
			t.Errorf("%q became %q, want %q", said, got, want)
		}
	}
}
