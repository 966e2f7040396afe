package demo_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/demo"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// passRates gives passed executions of a thousand for each build in order, of those results that keep says yes to.
func passRates(results []*record.Result, keep func(*record.Result) bool) []int {
	var rates []int
	for _, b := range demo.Plan().Builds {
		all, passed := 0, 0
		for _, r := range results {
			if r.Build == b.Name && keep(r) {
				all++
				if r.Status == "PASSED" {
					passed++
				}
			}
		}
		rates = append(rates, 1000*passed/max(all, 1))
	}
	return rates
}

func TestPassRateRisesWithinAReleaseExceptForTheRegression(t *testing.T) {
	w := tell(t)
	judged := func(r *record.Result) bool { return slices.Contains([]string{"PASSED", "FAILED", "ERROR"}, r.Status) }
	all := func(*record.Result) bool { return true }
	for name, keep := range map[string]func(*record.Result) bool{"of judged executions": judged, "of all executions": all} {
		rates := passRates(w.results, keep)
		for i := range rates {
			switch {
			case i%4 == 0:
			case i == 5 && rates[i] >= rates[i-1]:
				t.Errorf("%s: 2026.2.0-rc2 shows no regression: %v", name, rates)
			case i != 5 && rates[i] <= rates[i-1]:
				t.Errorf("%s: build %d is not better than the one before: %v", name, i, rates)
			}
			if i%4 == 3 && rates[i] < 920 {
				t.Errorf("%s: a release was delivered with %d of 1000 passed", name, rates[i])
			}
		}
	}
}

func TestRegressionOf2026_2IsAboutQRPayments(t *testing.T) {
	w := tell(t)
	isQR := map[string]bool{}
	for _, c := range w.cases {
		isQR[c.Key] = c.SuitePath[0] == "QR payments"
	}
	qr := passRates(w.results, func(r *record.Result) bool { return isQR[r.Case] })
	rest := passRates(w.results, func(r *record.Result) bool { return !isQR[r.Case] })
	if qr[5] > 600 || qr[4] < 750 || qr[6] < 850 {
		t.Errorf("QR payments: %v", qr)
	}
	if rest[5] < rest[4] {
		t.Errorf("the other areas got worse too: %v", rest)
	}
}

func TestOutageShowsAsConnectionErrorsInOneCycle(t *testing.T) {
	lost := map[string]int{}
	for _, r := range tell(t).results {
		if r.Status == "ERROR" && strings.Contains(r.Message, "gateway.sit-ios.test") {
			lost[r.Cycle]++
		}
	}
	if len(lost) != 1 || lost["2026.3.0-rc1 on sit-ios"] < 20 {
		t.Errorf("connections lost by cycle: %v", lost)
	}
}

func TestEveryOutcomeAndSecondAttemptsOccur(t *testing.T) {
	count := map[string]int{}
	for _, r := range tell(t).results {
		count[r.Status]++
		count["attempt "+r.Properties["attempt"]]++
		if len(r.Steps) > 0 {
			count["with steps"]++
		}
	}
	for what, least := range map[string]int{
		"PASSED": 4000, "FAILED": 250, "ERROR": 60, "SKIPPED": 30, "BLOCKED": 10, "INCONCLUSIVE": 1, "attempt 2": 60, "with steps": 800,
	} {
		if count[what] < least {
			t.Errorf("%s: %d, at least %d are meant", what, count[what], least)
		}
	}
}

func TestDefectsCoincideWithTheirExecutions(t *testing.T) {
	w := tell(t)
	order := map[string]int{}
	for i, b := range demo.Plan().Builds {
		order[b.Name] = i
	}
	executions, linked := map[string]*record.Result{}, map[string][]*record.Result{}
	for _, r := range w.results {
		executions[r.Name] = r
	}
	for _, l := range w.defectLinks {
		if r := executions[l.ExecutionName]; r != nil {
			linked[l.Defect] = append(linked[l.Defect], r)
		}
	}
	for _, d := range w.defects {
		failed := linked[d.Key]
		if len(failed) == 0 || failed[0].Build != d.FoundIn {
			t.Errorf("%s: no linked execution failed in %s, where it was found", d.Key, d.FoundIn)
			continue
		}
		if d.ReportedAt.Before(failed[0].ExecutedAt) {
			t.Errorf("%s was reported before it was seen", d.Key)
		}
		passed := false
		for _, r := range w.results {
			if d.FixedIn != "" && r.Case == failed[0].Case && r.Build == d.FixedIn {
				passed = passed || r.Status == "PASSED"
			}
		}
		if d.FixedIn != "" && (!passed || order[d.FixedIn] <= order[d.FoundIn]) {
			t.Errorf("%s: fixed in %s, but its case did not pass there", d.Key, d.FixedIn)
		}
		if slices.Contains([]string{"RESOLVED", "VERIFIED", "CLOSED"}, d.Status) != (d.Resolution == "FIXED") {
			t.Errorf("%s is %s with resolution %q", d.Key, d.Status, d.Resolution)
		}
	}
}

func TestEveryDefectStateOccurs(t *testing.T) {
	count := map[string]int{}
	for _, d := range tell(t).defects {
		count[d.Status]++
	}
	for _, status := range []string{
		"NEW", "CONFIRMED", "ASSIGNED", "IN_PROGRESS", "RESOLVED", "VERIFIED", "CLOSED", "REOPENED", "REJECTED", "DEFERRED", "DUPLICATE",
	} {
		if count[status] == 0 {
			t.Errorf("no defect is %s: %v", status, count)
		}
	}
}

func TestShowcaseShowsWhatTheTraceQueryIsFor(t *testing.T) {
	w := tell(t)
	last, builds, open := map[string]string{}, map[string]bool{}, map[string]bool{}
	executions := map[string]*record.Result{}
	for _, l := range w.links {
		if l.Requirement == demo.ShowcaseRequirement {
			last[l.Case] = ""
		}
	}
	for _, r := range w.results {
		executions[r.Name] = r
		if _, ok := last[r.Case]; ok {
			last[r.Case] = r.Status
			builds[r.Build] = true
		}
	}
	for _, d := range w.defects {
		open[d.Key] = !slices.Contains([]string{"VERIFIED", "CLOSED", "REJECTED", "DEFERRED", "DUPLICATE"}, d.Status)
	}
	found := map[string]bool{}
	for _, l := range w.defectLinks {
		if r := executions[l.ExecutionName]; r != nil {
			if _, ok := last[r.Case]; ok {
				found[l.Defect] = open[l.Defect]
			}
		}
	}
	words := map[string]int{}
	for _, status := range last {
		words[status]++
	}
	if words["PASSED"] == 0 || words["FAILED"] == 0 || len(last) < 3 || len(builds) < 6 {
		t.Errorf("last results %v on %d builds", last, len(builds))
	}
	if len(found) < 2 || !found[demo.ShowcaseDefect] {
		t.Errorf("defects of the showcase, open or not: %v; %s should be open", found, demo.ShowcaseDefect)
	}
}
