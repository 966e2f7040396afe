package coverage_test

import (
	"context"
	"slices"
	"testing"

	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/coverage"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// answer says the rule once more, as simply as can be and without any care for time: the words of children are found
// by walking every path, and a requirement that is met again on its own path counts as UNCOVERED there.
func (w *world) answer(requirement int, scope coverage.Scope) coverage.Answer {
	got := w.counts(requirement, scope)
	got.Status = coverage.Unknown
	if w.knows(scope) {
		got.Status = w.word(requirement, scope, nil)
	}
	return got
}

func (w *world) word(requirement int, scope coverage.Scope, path []int) coverage.Status {
	if slices.Contains(path, requirement) {
		return coverage.Uncovered
	}
	path = append(slices.Clone(path), requirement)
	number := map[coverage.Status]int{}
	covered := 0
	for child := range w.requirements {
		if !w.refines(child, requirement) {
			continue
		}
		if word := w.word(child, scope, path); word != coverage.Uncovered {
			number[word]++
			covered++
		}
	}
	own := w.counts(requirement, scope)
	switch {
	case own.Failed > 0, number[coverage.Failed] > 0:
		return coverage.Failed
	case own.Cases > 0 && own.Passed == own.Cases:
		return coverage.Passed
	case own.Cases > 0 && own.Passed > 0:
		return coverage.Partial
	case own.Cases > 0 && own.Stale > 0:
		return coverage.Stale
	case own.Cases > 0:
		return coverage.NotRun
	case covered == 0:
		return coverage.Uncovered
	case number[coverage.Passed] == covered:
		return coverage.Passed
	case number[coverage.Passed]+number[coverage.Partial] > 0:
		return coverage.Partial
	case number[coverage.Stale] > 0:
		return coverage.Stale
	}
	return coverage.NotRun
}

func (w *world) refines(child, parent int) bool {
	return !w.requirements[child].trashed && slices.ContainsFunc(w.refinements, func(j join) bool {
		return j.from == child && j.to == parent && j.role == "REFINES" && j.state != "CLOSED"
	})
}

func (w *world) counts(requirement int, scope coverage.Scope) coverage.Answer {
	var got coverage.Answer
	flaws := map[int]bool{}
	for c := range w.cases {
		linked, firm := false, false
		for _, j := range w.links {
			if j.from == requirement && j.to == c && j.state != "CLOSED" && !w.cases[c].trashed {
				linked, firm = true, firm || j.state != "SUSPECT"
			}
		}
		if !linked {
			continue
		}
		got.Cases++
		switch word := w.caseWord(c, scope); {
		case word == coverage.Failed:
			got.Failed++
		case word == coverage.Passed && firm:
			got.Passed++
		case word == coverage.Passed:
			got.Stale++
		default:
			got.NotRun++
		}
		w.flawsOf(c, flaws)
	}
	got.OpenDefects = len(flaws)
	return got
}

func (w *world) caseWord(c int, scope coverage.Scope) coverage.Status {
	type place struct {
		environment int
		scenario    string
	}
	latest := map[place]execution{}
	for _, e := range w.executions { // in the order of their ids
		p := place{e.environment, e.scenario}
		if before, found := latest[p]; e.of == c && w.holds(e, scope) && (!found || e.at >= before.at) {
			latest[p] = e
		}
	}
	word := coverage.NotRun
	for _, e := range latest {
		if e.status == "FAILED" || e.status == "ERROR" {
			return coverage.Failed
		}
		if e.status == "PASSED" {
			word = coverage.Passed
		}
	}
	return word
}

// holds tells whether an execution is in the scope.
func (w *world) holds(e execution, scope coverage.Scope) bool {
	in := func(name, prefix string, i int) bool { return name == "" || i != none && name == key(prefix, i) }
	release := none
	if e.build != none {
		release = w.builds[e.build]
	}
	return w.knows(scope) && in(scope.Release, "REL", release) && in(scope.Build, "B", e.build) &&
		in(scope.Cycle, "CY", e.cycle) && in(scope.Environment, "E", e.environment)
}

// knows tells whether everything that the scope names is there.
func (w *world) knows(scope coverage.Scope) bool {
	has := func(name, prefix string, n int) bool {
		return name == "" || slices.ContainsFunc(numbers(n), func(i int) bool { return name == key(prefix, i) })
	}
	return has(scope.Release, "REL", releases) && has(scope.Build, "B", len(w.builds)) &&
		has(scope.Cycle, "CY", cycles) && has(scope.Environment, "E", environments)
}

// flawsOf adds the open defects of a case.
func (w *world) flawsOf(c int, flaws map[int]bool) {
	add := func(j join) {
		done := slices.Contains([]string{"VERIFIED", "CLOSED", "REJECTED", "DUPLICATE"}, w.defects[j.from].status)
		if j.state != "CLOSED" && !w.defects[j.from].trashed && !done {
			flaws[j.from] = true
		}
	}
	for _, j := range w.caseDefects {
		if j.to == c {
			add(j)
		}
	}
	for _, j := range w.execDefects {
		if w.executions[j.to].of == c {
			add(j)
		}
	}
}

func numbers(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

func TestCaseWordsAreThoseThatRequirementsAreCountedBy(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		people.RaiseWalls(s.Client)
		hub, ctx := changes.NewHub(s), viewer.AsSystem(context.Background())
		w := &world{}
		r := w.requirement()
		w.tested(r, "PASSED")
		w.tested(r, "ERROR")
		w.tested(r, "BLOCKED")
		w.executed(execution{of: 0, status: "FAILED", environment: 1})
		l := save(ctx, t, hub, "WORDS", w)
		for _, scope := range []coverage.Scope{{}, {Environment: "E-1"}, {Environment: "E-2"}} {
			words, err := coverage.CaseWords(ctx, s.Client, l.cases, scope)
			if err != nil {
				t.Fatal(err)
			}
			for i, id := range l.cases {
				if want := w.caseWord(i, scope); words[id].Status != want {
					t.Errorf("%+v: case %d is %v, want %s", scope, i, words[id], want)
				}
			}
		}
		words, err := coverage.CaseWords(ctx, s.Client, l.cases, coverage.Scope{Cycle: "CY-9"})
		if err != nil || words[l.cases[0]].Status != coverage.Unknown {
			t.Errorf("an unknown cycle: %v, %v", words, err)
		}
	})
}
