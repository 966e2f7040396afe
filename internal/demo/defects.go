package demo

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// linkedExecutions is how many failed executions a defect is linked to at most: people link the first few.
const linkedExecutions = 8

// active tells whether an execution on a build, in an environment and with a data row (from 1) meets the defect.
func (f *flaw) active(c *testCase, build int, environment string, row int) bool {
	switch {
	case f.Env != "" && f.Env != environment, build < f.found:
		return false
	case f.Row > 0 && f.Row != row && c == f.owner:
		return false
	case f.Status == "REJECTED" || f.Status == "DUPLICATE":
		return build == f.found
	case f.again >= 0 && build >= f.again:
		return true
	}
	return f.fixed < 0 || build < f.fixed
}

// open tells whether somebody still has to act on the defect.
func (f *flaw) open() bool {
	switch f.state() {
	case "VERIFIED", "CLOSED", "REJECTED", "DEFERRED", "DUPLICATE":
		return false
	}
	return true
}

// state is the written status; a defect that is fixed is closed, or verified while its release is young.
func (f *flaw) state() string {
	switch {
	case f.Status != "":
		return f.Status
	case f.fixed >= 10:
		return "VERIFIED"
	}
	return "CLOSED"
}

func (f *flaw) resolution() string {
	switch f.state() {
	case "RESOLVED", "VERIFIED", "CLOSED":
		return cmp.Or(f.Resolution, "FIXED")
	case "DEFERRED":
		return "POSTPONED"
	case "DUPLICATE":
		return "DUPLICATE"
	}
	return f.Resolution
}

// numberFlaws gives defects their keys in the order in which they were reported: shortly after the first execution
// that met each.
func (w *workspace) numberFlaws(met map[*flaw][]*record.Result) error {
	for _, f := range w.flaws {
		if len(met[f]) == 0 {
			return fmt.Errorf("demo content: defect %q: no execution meets it", f.Title)
		}
	}
	slices.SortStableFunc(w.flaws, func(a, b *flaw) int {
		return reported(met[a][0]).Compare(reported(met[b][0]))
	})
	for i, f := range w.flaws {
		f.key = "D-" + strconv.Itoa(i+1)
	}
	return nil
}

// reported is when a person wrote the defect down: after a look at the failure, at some time of the working day.
func reported(failure *record.Result) time.Time {
	at := failure.ExecutedAt.Add(failure.Duration).Truncate(time.Minute)
	if failure.Executor == acceptanceTeam {
		return at.Add(12 * time.Minute)
	}
	nextMorning := at.Truncate(24 * time.Hour).Add(32 * time.Hour)
	return nextMorning.Add(time.Duration(rank(failure.Name)>>40%540) * time.Minute)
}

func (w *workspace) defectRecords(met map[*flaw][]*record.Result) []record.Record {
	var out []record.Record
	for _, f := range w.flaws {
		failure := met[f][0]
		severity := cmp.Or(f.Severity, "MAJOR")
		attributes := map[string]string{"area": f.owner.owner.area.Area, "environment": failure.Environment}
		if f.Status == "DUPLICATE" {
			attributes["duplicateOf"] = f.owner.flaws[0].key
		}
		defect := &record.Defect{
			Position: place, Key: f.key, Title: f.Title, Text: f.Text + "\n\nSeen: " + f.Fails,
			Status: f.state(), Resolution: f.resolution(), Severity: severity,
			Priority: map[string]string{"BLOCKER": "P0", "CRITICAL": "P1", "MAJOR": "P2", "MINOR": "P3", "TRIVIAL": "P4"}[severity],
			FoundIn:  f.Found, FixedIn: f.Fixed, ReportedAt: reported(failure), Attributes: attributes,
		}
		if f.fixed >= 0 {
			defect.Release = w.plan.Builds[f.fixed].Release
		}
		out = append(out, defect)
	}
	return out
}

// defectLinkRecords joins each defect to the executions that met it; grave ones also to the case, for the list of
// cases to repeat, and those that stop a release to the requirement.
func (w *workspace) defectLinkRecords(met map[*flaw][]*record.Result) []record.Record {
	var out []record.Record
	for _, f := range w.flaws {
		for i, failure := range met[f] {
			if i == linkedExecutions {
				break
			}
			out = append(out, &record.DefectLink{Position: place, Defect: f.key, ExecutionFile: File, ExecutionName: failure.Name})
		}
		switch f.Severity {
		case "BLOCKER":
			out = append(out, &record.DefectLink{Position: place, Defect: f.key, Requirement: f.owner.owner.Key})
			fallthrough
		case "CRITICAL":
			out = append(out, &record.DefectLink{Position: place, Defect: f.key, Case: f.owner.key})
		}
	}
	return out
}
