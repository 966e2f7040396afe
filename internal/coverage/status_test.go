package coverage

import "testing"

// Words of requirements, in no order that means anything.
var words = []Status{Uncovered, NotRun, Partial, Passed, Failed, Stale}

func TestOrderAndRepetitionOfChildrenDoNotMatter(t *testing.T) {
	for _, a := range words {
		if a.join(a) != a || a.join(Uncovered) != a || a.join(Failed) != Failed {
			t.Errorf("%s does not stay itself, or outlives a failure", a)
		}
		for _, b := range words {
			if a.join(b) != b.join(a) {
				t.Errorf("%s and %s: the order matters", a, b)
			}
			for _, c := range words {
				if a.join(b).join(c) != a.join(b.join(c)) {
					t.Errorf("%s, %s and %s: the grouping matters", a, b, c)
				}
			}
		}
	}
}
