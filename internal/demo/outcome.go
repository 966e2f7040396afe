package demo

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// shares tell, of a thousand executions on the first, second, third and last build of a release, how many end so
// without a defect: the team learns the release while it tests it.
var shares = map[string][buildsPerRelease]int{
	"FAILED":       {95, 30, 16, 8},
	"ERROR":        {30, 14, 7, 3},
	"SKIPPED":      {34, 24, 16, 8},
	"BLOCKED":      {80, 50, 25, 10},
	"INCONCLUSIVE": {10, 8, 6, 0},
}

// The two troubles of the year, each in one cycle and for the areas that were being executed at that time.
const (
	outageBuild, outageFirst, outageLast    = 8, 3, 6 // 2026.3.0-rc1 on sit-ios
	refreshBuild, refreshFirst, refreshLast = 0, 6, 8 // 2026.1.0-rc1 on uat-shared
	qrArea, qrBuild                         = 2, 5    // 2026.2.0-rc2 brought a new payment client
)

// Who carries executions out; the demo invents no people.
const (
	nightJob       = "night job"
	acceptanceTeam = "acceptance team"
)

// carryOut decides how an occasion goes.
func (w *workspace) carryOut(o *occasion) {
	name := w.executionName(o)
	rng := chance(name)
	o.attempts = []attempt{w.attempt(o, rng, name, 1)}
	ended := o.attempts[0]
	outage := o.outage()
	again := ended.flaw == nil && o.c.kind() != "MANUAL" && (ended.result.Status == "FAILED" || ended.result.Status == "ERROR")
	if again && (outage || happens(rng, 600)) {
		next := w.attempt(o, rng, name+", attempt 2", 2)
		next.late = outage
		o.attempts = append(o.attempts, next)
	}
}

// attempt decides one execution: a trouble of the environment, else a defect, else chance.
func (w *workspace) attempt(o *occasion, rng *rand.Rand, name string, number int) attempt {
	r := w.blank(o, rng, name, number)
	a := attempt{result: r}
	p := &w.phrases
	if number == 1 && o.outage() {
		w.end(o, rng, r, "ERROR", pick(rng, p.Outage))
		return a
	}
	fixedHere := false
	for _, f := range o.c.flaws {
		if f.active(o.c, o.build, o.environment, o.row) && (a.flaw == nil || f.found > a.flaw.found) {
			a.flaw = f
		}
		fixedHere = fixedHere || f.fixed == o.build
	}
	area, stage := o.c.owner.area.index, o.build%buildsPerRelease
	manual := o.c.kind() == "MANUAL"
	share := func(status string) int { return shares[status][stage] }
	switch {
	case a.flaw != nil:
		w.endByFlaw(o, rng, r, a.flaw)
	case fixedHere:
		w.end(o, rng, r, "PASSED", "")
	case o.environment == uat && o.build == refreshBuild && area >= refreshFirst && area <= refreshLast:
		w.end(o, rng, r, "BLOCKED", pick(rng, p.Refresh))
	case number == 2 && happens(rng, 850):
		w.end(o, rng, r, "PASSED", "")
	case o.c.Flaky && happens(rng, 170):
		w.end(o, rng, r, "FAILED", flakyMessage(rng, o.c, p.Flaky))
	case area == qrArea && o.build == qrBuild && !manual && happens(rng, 420):
		w.end(o, rng, r, "FAILED", pick(rng, o.c.owner.area.Failures))
	case manual && happens(rng, share("BLOCKED")):
		w.end(o, rng, r, "BLOCKED", pick(rng, p.Blocked))
	case manual && happens(rng, share("INCONCLUSIVE")):
		w.end(o, rng, r, "INCONCLUSIVE", pick(rng, p.Inconclusive))
	case !manual && happens(rng, share("SKIPPED")):
		w.end(o, rng, r, "SKIPPED", pick(rng, p.Skipped))
	case !manual && happens(rng, share("ERROR")):
		w.end(o, rng, r, "ERROR", pick(rng, p.Errors))
	case happens(rng, share("FAILED")):
		w.end(o, rng, r, "FAILED", "")
	default:
		w.end(o, rng, r, "PASSED", "")
	}
	return a
}

func (o *occasion) outage() bool {
	area := o.c.owner.area.index
	return o.build == outageBuild && o.environment == ios && area >= outageFirst && area <= outageLast
}

// executionName is unique: one case with one data row is executed once in a cycle, apart from further attempts.
func (w *workspace) executionName(o *occasion) string {
	name := fmt.Sprintf("%s %s (%s on %s)", o.c.key, o.c.Title, w.plan.Builds[o.build].Name, o.environment)
	if o.row > 0 {
		name += fmt.Sprintf(", row %d", o.row)
	}
	return name
}

// blank is the record of an execution that has not ended yet.
func (w *workspace) blank(o *occasion, rng *rand.Rand, name string, number int) *record.Result {
	b := w.plan.Builds[o.build]
	r := &record.Result{
		Position: place, Name: name, Suites: o.c.suitePath(), Case: o.c.key, Scenario: o.scenario(),
		Build: b.Name, Release: b.Release, Environment: o.environment, Cycle: b.Name + " on " + o.environment,
		Properties: map[string]string{"attempt": fmt.Sprint(number)},
		Executor:   nightJob,
	}
	median := 6 * time.Second
	switch {
	case o.c.kind() == "MANUAL":
		r.Executor = acceptanceTeam
		median = time.Duration(2+2*len(o.c.Steps)) * time.Minute
	case o.c.owner.area.Automation == "perf":
		median = 11 * time.Minute
	case o.c.Level == "COMPONENT":
		median = 400 * time.Millisecond
	case o.c.Level == "INTEGRATION":
		median = 18 * time.Second
	default:
		median *= time.Duration(1 + len(o.c.Steps))
	}
	if o.c.kind() != "MANUAL" {
		r.ClassName = o.c.className()
	}
	r.Duration = around(rng, median)
	switch {
	case o.c.Pre == "load":
		r.Properties["device"] = "load stage, 8 workers"
	case o.c.Level != "COMPONENT":
		r.Properties["device"] = device(rng, o.environment)
	}
	return r
}

func device(rng *rand.Rand, environment string) string {
	switch environment {
	case android:
		return pick(rng, []string{"Android 13, 6.1 inch", "Android 14, 6.7 inch", "Android 15, 6.4 inch", "Android 16, 5.9 inch"})
	case ios:
		return pick(rng, []string{"iOS 18, 6.1 inch", "iOS 26, 6.3 inch", "iOS 26, 5.4 inch"})
	}
	return pick(rng, []string{"Android 14, 6.7 inch", "iOS 26, 6.3 inch", "Android 15, reference phone"})
}
