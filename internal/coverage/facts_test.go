package coverage_test

import (
	"testing"

	"github.com/asterism-qa/asterism/internal/coverage"
)

func TestFactsAboutCases(t *testing.T)       { proveAll(t, caseFacts) }
func TestFactsAboutDirectCases(t *testing.T) { proveAll(t, directFacts) }
func TestFactsAboutOpenDefects(t *testing.T) { proveAll(t, defectFacts) }

var caseFacts = []fact{
	{"case that was never executed has no evidence", func(w *world, r int) { w.tested(r) },
		coverage.Scope{}, answer(coverage.NotRun, 1, 0, 0, 1, 0)},
	{"pass after a failure is a pass", func(w *world, r int) { w.tested(r, "FAILED", "PASSED") },
		coverage.Scope{}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
	{"failure after a pass is a failure", func(w *world, r int) { w.tested(r, "PASSED", "FAILED") },
		coverage.Scope{}, answer(coverage.Failed, 1, 0, 1, 0, 0)},
	{"error is a failure", func(w *world, r int) { w.tested(r, "ERROR") },
		coverage.Scope{}, answer(coverage.Failed, 1, 0, 1, 0, 0)},
	{"skipped execution is no evidence and replaces the pass before it", func(w *world, r int) { w.tested(r, "PASSED", "SKIPPED") },
		coverage.Scope{}, answer(coverage.NotRun, 1, 0, 0, 1, 0)},
	{"later time wins over later arrival", func(w *world, r int) {
		c := w.tested(r)
		w.executed(execution{of: c, status: "PASSED", at: 9})
		w.executed(execution{of: c, status: "FAILED", at: 3})
	}, coverage.Scope{}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
	{"at one and the same time the greater id wins", func(w *world, r int) {
		c := w.tested(r)
		w.executed(execution{of: c, status: "PASSED", at: 3})
		w.executed(execution{of: c, status: "FAILED", at: 3})
	}, coverage.Scope{}, answer(coverage.Failed, 1, 0, 1, 0, 0)},
	{"failure in one environment is not cured by a later pass in another", func(w *world, r int) {
		c := w.tested(r)
		w.executed(execution{of: c, status: "FAILED", environment: 1})
		w.executed(execution{of: c, status: "PASSED", environment: 2})
	}, coverage.Scope{}, answer(coverage.Failed, 1, 0, 1, 0, 0)},
	{"failure in one scenario is not cured by a later pass in another", func(w *world, r int) {
		c := w.tested(r)
		w.executed(execution{of: c, status: "FAILED", scenario: "dark"})
		w.executed(execution{of: c, status: "PASSED", scenario: "light"})
	}, coverage.Scope{}, answer(coverage.Failed, 1, 0, 1, 0, 0)},
	{"failure without an environment is cured only there", func(w *world, r int) {
		c := w.tested(r, "FAILED")
		w.executed(execution{of: c, status: "PASSED", environment: 1})
	}, coverage.Scope{}, answer(coverage.Failed, 1, 0, 1, 0, 0)},
	{"later build cures a failure in the same environment", func(w *world, r int) {
		c := w.tested(r)
		w.executed(execution{of: c, status: "FAILED", environment: 1, build: w.build(none) + 1})
		w.executed(execution{of: c, status: "PASSED", environment: 1, build: w.build(none) + 1})
	}, coverage.Scope{}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
	{"pass in one environment outweighs a skip in another", func(w *world, r int) {
		c := w.tested(r)
		w.executed(execution{of: c, status: "PASSED", environment: 1})
		w.executed(execution{of: c, status: "SKIPPED", environment: 2})
	}, coverage.Scope{}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
}

var directFacts = []fact{
	{"requirement without anything is uncovered", func(*world, int) {},
		coverage.Scope{}, answer(coverage.Uncovered, 0, 0, 0, 0, 0)},
	{"one failed case fails the requirement", func(w *world, r int) { w.tested(r, "PASSED"); w.tested(r, "FAILED") },
		coverage.Scope{}, answer(coverage.Failed, 2, 1, 1, 0, 0)},
	{"some passed and the rest not executed is partial", func(w *world, r int) { w.tested(r, "PASSED"); w.tested(r) },
		coverage.Scope{}, answer(coverage.Partial, 2, 1, 0, 1, 0)},
	{"case with links in several roles counts once", func(w *world, r int) {
		c := w.tested(r, "PASSED")
		w.links = append(w.links, join{r, c, "VALIDATES", "VALID"}, join{r, c, "RELATES", "SUSPECT"})
	}, coverage.Scope{}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
	{"link of any role makes a direct case", func(w *world, r int) { w.linked(r, "RELATES", "VALID", "PASSED") },
		coverage.Scope{}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
	{"closed link does not count", func(w *world, r int) { w.linked(r, "VERIFIES", "CLOSED", "FAILED") },
		coverage.Scope{}, answer(coverage.Uncovered, 0, 0, 0, 0, 0)},
	{"link without a case does not count", func(w *world, r int) {
		w.links = append(w.links, join{r, none, "VERIFIES", "ORPHANED"})
	}, coverage.Scope{}, answer(coverage.Uncovered, 0, 0, 0, 0, 0)},
	{"case in the trash does not count", func(w *world, r int) { w.cases[w.tested(r, "FAILED")].trashed = true },
		coverage.Scope{}, answer(coverage.Uncovered, 0, 0, 0, 0, 0)},
	{"pass behind a suspect link is stale", func(w *world, r int) { w.linked(r, "VERIFIES", "SUSPECT", "PASSED") },
		coverage.Scope{}, answer(coverage.Stale, 1, 0, 0, 0, 1)},
	{"failure behind a suspect link is a failure", func(w *world, r int) { w.linked(r, "VERIFIES", "SUSPECT", "FAILED") },
		coverage.Scope{}, answer(coverage.Failed, 1, 0, 1, 0, 0)},
	{"case behind a suspect link without evidence is not run", func(w *world, r int) { w.linked(r, "VERIFIES", "SUSPECT") },
		coverage.Scope{}, answer(coverage.NotRun, 1, 0, 0, 1, 0)},
	{"stale evidence beside none is stale", func(w *world, r int) { w.linked(r, "VERIFIES", "SUSPECT", "PASSED"); w.tested(r) },
		coverage.Scope{}, answer(coverage.Stale, 2, 0, 0, 1, 1)},
	{"stale evidence beside a pass is partial", func(w *world, r int) {
		w.linked(r, "VERIFIES", "SUSPECT", "PASSED")
		w.tested(r, "PASSED")
	}, coverage.Scope{}, answer(coverage.Partial, 2, 1, 0, 0, 1)},
	{"link is suspect for one requirement only", func(w *world, r int) {
		c := w.tested(r, "PASSED")
		w.links = append(w.links, join{w.requirement(), c, "VERIFIES", "SUSPECT"})
	}, coverage.Scope{}, answer(coverage.Passed, 1, 1, 0, 0, 0)},
}

var defectFacts = []fact{
	{"defect on a case and its executions counts once", func(w *world, r int) {
		c, d := w.tested(r, "FAILED", "PASSED"), w.defect("NEW")
		w.caseDefects = append(w.caseDefects, join{d, c, "", "VALID"})
		w.execDefects = append(w.execDefects, join{d, 0, "", "VALID"}, join{d, 1, "", "VALID"})
	}, coverage.Scope{}, flawed(answer(coverage.Passed, 1, 1, 0, 0, 0), 1)},
	{"defect on two cases counts once", func(w *world, r int) {
		d := w.defect("DEFERRED")
		w.caseDefects = append(w.caseDefects, join{d, w.tested(r), "", "VALID"}, join{d, w.tested(r), "", "SUSPECT"})
	}, coverage.Scope{}, flawed(answer(coverage.NotRun, 2, 0, 0, 2, 0), 1)},
	{"resolved defect is still open, an ended one is not", func(w *world, r int) {
		c := w.tested(r)
		for _, status := range []string{"RESOLVED", "REOPENED", "VERIFIED", "CLOSED", "REJECTED", "DUPLICATE"} {
			w.caseDefects = append(w.caseDefects, join{w.defect(status), c, "", "VALID"})
		}
	}, coverage.Scope{}, flawed(answer(coverage.NotRun, 1, 0, 0, 1, 0), 2)},
	{"defect in the trash or behind a closed link does not count", func(w *world, r int) {
		c := w.tested(r)
		gone := w.defect("NEW")
		w.defects[gone].trashed = true
		w.caseDefects = append(w.caseDefects, join{gone, c, "", "VALID"}, join{w.defect("NEW"), c, "", "CLOSED"})
	}, coverage.Scope{}, answer(coverage.NotRun, 1, 0, 0, 1, 0)},
	{"defect of an execution outside the scope counts", func(w *world, r int) {
		w.tested(r, "FAILED")
		w.execDefects = append(w.execDefects, join{w.defect("NEW"), 0, "", "VALID"})
	}, coverage.Scope{Environment: "E-1"}, flawed(answer(coverage.NotRun, 1, 0, 0, 1, 0), 1)},
	{"defect of a child's case does not count", func(w *world, r int) {
		w.caseDefects = append(w.caseDefects, join{w.defect("NEW"), w.tested(w.refine(r), "PASSED"), "", "VALID"})
	}, coverage.Scope{}, answer(coverage.Passed, 0, 0, 0, 0, 0)},
}

func flawed(a coverage.Answer, open int) coverage.Answer {
	a.OpenDefects = open
	return a
}
