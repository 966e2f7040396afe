package history_test

import (
	"testing"

	"github.com/asterism-qa/asterism/internal/chaos/history"
)

func TestAFindingSaysOnOneLineWhoSawWhatWhere(t *testing.T) {
	for want, f := range map[string]history.Finding{
		"gap: wall display, PAY 5 to 6: left out": {Kind: history.Gap, Subscriber: "wall display", Project: "PAY", First: 5, Last: 6, Words: "left out"},
		"torn: all together, PAY 7: split":        {Kind: history.Torn, Project: "PAY", First: 7, Last: 7, Words: "split"},
		"lost: all together, PAY: write 3":        {Kind: history.Lost, Project: "PAY", Words: "write 3"},
	} {
		if got := f.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
