package coverage_test

import (
	"testing"

	"github.com/asterism-qa/asterism/internal/coverage"
)

func TestFactsAboutScopes(t *testing.T)            { proveAll(t, scopeFacts) }
func TestFactsAboutChildren(t *testing.T)          { proveAll(t, childFacts) }
func TestFactsAboutCirclesOfChildren(t *testing.T) { proveAll(t, circleFacts) }

var scopeFacts = []fact{
	{"release counts executions on its builds only", func(w *world, r int) {
		c, first, second := w.tested(r, "FAILED"), w.build(0), w.build(1)
		w.executed(execution{of: c, status: "PASSED", build: first + 1})
		w.executed(execution{of: c, status: "FAILED", build: second + 1})
	}, coverage.Scope{Release: "REL-1"}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
	{"within a release the latest build speaks", func(w *world, r int) {
		c := w.tested(r)
		w.executed(execution{of: c, status: "FAILED", build: w.build(0) + 1})
		w.executed(execution{of: c, status: "PASSED", build: w.build(0) + 1})
	}, coverage.Scope{Release: "REL-1"}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
	{"build counts executions on it only", func(w *world, r int) {
		c, first, second := w.tested(r), w.build(0), w.build(0)
		w.executed(execution{of: c, status: "PASSED", build: first + 1})
		w.executed(execution{of: c, status: "FAILED", build: second + 1})
	}, coverage.Scope{Build: "B-1"}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
	{"cycle counts its executions only", func(w *world, r int) {
		c := w.tested(r, "FAILED")
		w.executed(execution{of: c, status: "PASSED", cycle: 1})
		w.executed(execution{of: c, status: "FAILED", cycle: 2})
	}, coverage.Scope{Cycle: "CY-1"}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
	{"environment counts executions in it only", func(w *world, r int) {
		c := w.tested(r, "FAILED")
		w.executed(execution{of: c, status: "PASSED", environment: 1})
		w.executed(execution{of: c, status: "FAILED", environment: 2})
	}, coverage.Scope{Environment: "E-1"}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
	{"several conditions narrow together", func(w *world, r int) {
		c, b := w.tested(r), w.build(0)
		w.executed(execution{of: c, status: "PASSED", environment: 1, build: b + 1, cycle: 1})
		w.executed(execution{of: c, status: "FAILED", environment: 1})
		w.executed(execution{of: c, status: "FAILED", environment: 2, build: b + 1, cycle: 1})
		w.executed(execution{of: c, status: "FAILED", environment: 1, build: b + 1, cycle: 2})
	}, coverage.Scope{Release: "REL-1", Build: "B-1", Cycle: "CY-1", Environment: "E-1"}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
	{"build of another release leaves nothing, yet both are known", func(w *world, r int) {
		w.executed(execution{of: w.tested(r), status: "PASSED", build: w.build(1) + 1})
	}, coverage.Scope{Release: "REL-1", Build: "B-1"}, answer(coverage.NotRun, 1, 0, 0, 1, 0)},
	{"release that does not exist is unknown", func(w *world, r int) { w.tested(r, "FAILED") },
		coverage.Scope{Release: "REL-9"}, answer(coverage.Unknown, 1, 0, 0, 1, 0)},
	{"build that does not exist is unknown", func(w *world, r int) { w.tested(r, "PASSED") },
		coverage.Scope{Build: "B-9"}, answer(coverage.Unknown, 1, 0, 0, 1, 0)},
	{"cycle that does not exist is unknown", func(w *world, r int) { w.tested(r, "PASSED") },
		coverage.Scope{Cycle: "CY-9"}, answer(coverage.Unknown, 1, 0, 0, 1, 0)},
	{"environment that does not exist is unknown even without cases", func(*world, int) {},
		coverage.Scope{Environment: "E-9"}, answer(coverage.Unknown, 0, 0, 0, 0, 0)},
	{"one unknown among known ones is unknown", func(w *world, r int) { w.linked(r, "VERIFIES", "SUSPECT", "PASSED") },
		coverage.Scope{Release: "REL-1", Environment: "e-1"}, answer(coverage.Unknown, 1, 0, 0, 1, 0)},
	{"scope narrows children too", func(w *world, r int) {
		w.executed(execution{of: w.tested(w.refine(r), "FAILED"), status: "PASSED", environment: 1})
	}, coverage.Scope{Environment: "E-1"}, answer(coverage.Passed, 0, 0, 0, 0, 0)},
}

var childFacts = []fact{
	{"parent without cases is uncovered while its children are", func(w *world, r int) { w.refine(w.refine(r)) },
		coverage.Scope{}, answer(coverage.Uncovered, 0, 0, 0, 0, 0)},
	{"parent without cases passes when its covered children do", func(w *world, r int) {
		w.tested(w.refine(r), "PASSED")
		w.tested(w.refine(r), "PASSED")
		w.refine(r)
	}, coverage.Scope{}, answer(coverage.Passed, 0, 0, 0, 0, 0)},
	{"parent without cases is partial when some children passed", func(w *world, r int) { w.tested(w.refine(r), "PASSED"); w.tested(w.refine(r)) },
		coverage.Scope{}, answer(coverage.Partial, 0, 0, 0, 0, 0)},
	{"parent without cases is partial when a child is", func(w *world, r int) {
		child := w.refine(r)
		w.tested(child, "PASSED")
		w.tested(child)
	}, coverage.Scope{}, answer(coverage.Partial, 0, 0, 0, 0, 0)},
	{"parent without cases is stale when its children are stale or not run", func(w *world, r int) {
		w.linked(w.refine(r), "VERIFIES", "SUSPECT", "PASSED")
		w.tested(w.refine(r))
	}, coverage.Scope{}, answer(coverage.Stale, 0, 0, 0, 0, 0)},
	{"parent without cases is partial when one child passed and one is stale", func(w *world, r int) {
		w.linked(w.refine(r), "VERIFIES", "SUSPECT", "PASSED")
		w.tested(w.refine(r), "PASSED")
	}, coverage.Scope{}, answer(coverage.Partial, 0, 0, 0, 0, 0)},
	{"parent without cases is not run when its children are", func(w *world, r int) { w.tested(w.refine(r), "SKIPPED") },
		coverage.Scope{}, answer(coverage.NotRun, 0, 0, 0, 0, 0)},
	{"failure far below fails a parent that is tested itself", func(w *world, r int) {
		w.tested(r, "PASSED")
		middle := w.refine(r)
		w.tested(middle, "PASSED")
		w.tested(w.refine(w.refine(middle)), "FAILED")
	}, coverage.Scope{}, answer(coverage.Failed, 1, 1, 0, 0, 0)},
	{"uncovered or untried children do not spoil a tested parent", func(w *world, r int) {
		w.tested(r, "PASSED")
		w.refine(r)
		w.tested(w.refine(r))
	}, coverage.Scope{}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
	{"passed children do not help a tested parent", func(w *world, r int) { w.tested(r); w.tested(w.refine(r), "PASSED") },
		coverage.Scope{}, answer(coverage.NotRun, 1, 0, 0, 1, 0)},
	{"child in the trash is no child, nor are those below it", func(w *world, r int) {
		child := w.refine(r)
		w.requirements[child].trashed = true
		w.tested(child, "FAILED")
		w.tested(w.refine(child), "FAILED")
	}, coverage.Scope{}, answer(coverage.Uncovered, 0, 0, 0, 0, 0)},
	{"closed refinement makes no child", func(w *world, r int) {
		w.tested(w.refine(r), "FAILED")
		w.refinements[0].state = "CLOSED"
	}, coverage.Scope{}, answer(coverage.Uncovered, 0, 0, 0, 0, 0)},
	{"suspect refinement still makes a child", func(w *world, r int) {
		w.tested(w.refine(r), "FAILED")
		w.refinements[0].state = "SUSPECT"
	}, coverage.Scope{}, answer(coverage.Failed, 0, 0, 0, 0, 0)},
	{"derived requirement is no child", func(w *world, r int) {
		w.tested(w.refine(r), "FAILED")
		w.refinements[0].role = "DERIVES"
	}, coverage.Scope{}, answer(coverage.Uncovered, 0, 0, 0, 0, 0)},
	{"parent's failure is not its child's", func(w *world, r int) {
		parent := w.requirement()
		w.tested(parent, "FAILED")
		w.tested(r, "PASSED")
		w.refinements = append(w.refinements, join{r, parent, "REFINES", "VALID"})
	}, coverage.Scope{}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
}

var circleFacts = []fact{
	{"requirement that refines itself is as if it did not", func(w *world, r int) {
		w.refinements = append(w.refinements, join{r, r, "REFINES", "VALID"})
	}, coverage.Scope{}, answer(coverage.Uncovered, 0, 0, 0, 0, 0)},
	{"circle of untested requirements says what hangs below it", func(w *world, r int) {
		other := closed(w, r)
		w.tested(w.refine(r), "PASSED")
		w.tested(w.refine(other))
	}, coverage.Scope{}, answer(coverage.Partial, 0, 0, 0, 0, 0)},
	{"tested member of a circle speaks for the untested one", func(w *world, r int) { w.tested(closed(w, r), "PASSED") },
		coverage.Scope{}, answer(coverage.Passed, 0, 0, 0, 0, 0)},
	{"failure anywhere in a circle fails all of it", func(w *world, r int) {
		w.tested(r, "PASSED")
		w.tested(closed(w, r), "FAILED")
	}, coverage.Scope{}, answer(coverage.Failed, 1, 1, 0, 0, 0)},
	{"passed circle fails nobody", func(w *world, r int) {
		w.tested(r, "PASSED")
		w.tested(closed(w, r))
	}, coverage.Scope{}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
}

// closed adds a child of r that r refines in turn.
func closed(w *world, r int) int {
	other := w.refine(r)
	w.refinements = append(w.refinements, join{r, other, "REFINES", "VALID"})
	return other
}
