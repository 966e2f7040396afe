package areas_test

import (
	"fmt"
	"slices"
)

// word is what the executions of a test case say, and the newest version that passed: for each environment and scenario
// the latest one speaks.
func (t *thing) word() (word string, passed int) {
	latest := map[[2]string]executed{}
	for _, e := range t.executed {
		where := [2]string{e.environment, e.scenario}
		if before, spoken := latest[where]; !spoken || e.ago < before.ago {
			latest[where] = e
		}
	}
	word = "NOT_RUN"
	for _, e := range latest {
		switch {
		case e.status == "FAILED" || e.status == "ERROR":
			return "FAILED", 0
		case e.status == "PASSED":
			word, passed = "PASSED", max(passed, e.version)
		}
	}
	return word, passed
}

// last is the outcome of the latest execution, wherever it was.
func (t *thing) last() string {
	last := executed{status: "NOT_RUN"}
	for i, e := range t.executed {
		if i == 0 || e.ago < last.ago {
			last = e
		}
	}
	return last.status
}

// counts sorts the test cases of a requirement by their words, and gives the word that they have together.
func (m *model) counts(r *thing) (counts map[string]int, together string) {
	counts = map[string]int{}
	for _, c := range m.alive(test) {
		linked, vouched := false, false
		word, passed := c.word()
		for _, l := range m.links {
			if l.kind == trace && l.open() && l.ends == [2]*thing{r, c} {
				linked, vouched = true, vouched || l.state != "SUSPECT" && (l.affirmed || passed >= l.pins[1])
			}
		}
		if word == "PASSED" && !vouched {
			word = "STALE"
		}
		if linked {
			counts["cases"]++
			counts[word]++
		}
	}
	together = "NOT_RUN"
	switch {
	case counts["cases"] == 0:
		together = "UNCOVERED"
	case counts["FAILED"] > 0:
		together = "FAILED"
	case counts["PASSED"] == counts["cases"]:
		together = "PASSED"
	case counts["PASSED"] > 0:
		together = "PARTIAL"
	case counts["STALE"] > 0:
		together = "STALE"
	}
	return counts, together
}

// below walks down the refinements of a requirement and meets each one once; stop keeps it from going further down.
func (m *model) below(r *thing, stop func(*thing) bool) []*thing {
	var met []*thing
	for next := []*thing{r}; len(next) > 0; next = next[1:] {
		for _, l := range m.links {
			isChild := l.kind == refinement && l.role == "REFINES" && l.open() && l.ends[1] == next[0] && !l.ends[0].trashed
			if !isChild || slices.Contains(met, l.ends[0]) {
				continue
			}
			met = append(met, l.ends[0])
			if !stop(l.ends[0]) {
				next = append(next, l.ends[0])
			}
		}
	}
	return met
}

// answer is what coverage says about a requirement: a failure anywhere below is a failure, its own cases speak before
// anything else, and without cases the nearest tested requirements below speak for it.
func (m *model) answer(r *thing) string {
	counts, word := m.counts(r)
	for _, child := range m.below(r, func(*thing) bool { return false }) {
		if _, said := m.counts(child); said == "FAILED" {
			word = "FAILED"
		}
	}
	if word == "UNCOVERED" {
		words := map[string]bool{}
		for _, child := range m.below(r, m.tested) {
			if _, said := m.counts(child); said != "UNCOVERED" {
				words[said] = true
			}
		}
		switch {
		case len(words) == 0:
		case len(words) == 1 && words["PASSED"]:
			word = "PASSED"
		case words["PASSED"] || words["PARTIAL"]:
			word = "PARTIAL"
		case words["STALE"]:
			word = "STALE"
		default:
			word = "NOT_RUN"
		}
	}
	return fmt.Sprintf("%s of %d: %d passed, %d failed, %d stale, %d not run", word,
		counts["cases"], counts["PASSED"], counts["FAILED"], counts["STALE"], counts["NOT_RUN"])
}

func (m *model) tested(r *thing) bool {
	_, word := m.counts(r)
	return word != "UNCOVERED"
}
