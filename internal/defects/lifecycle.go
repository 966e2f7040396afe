package defects

import (
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/internal/lifecycle"
)

// Lifecycle holds the moves of a defect.
var Lifecycle = lifecycle.Table{Thing: "defect", Moves: []lifecycle.Move{
	{Verb: "defectConfirm", From: states("NEW", "REOPENED"), To: "CONFIRMED"},
	{Verb: "defectAssign", From: states("NEW", "CONFIRMED", "REOPENED", "ASSIGNED", "IN_PROGRESS", "DEFERRED"), To: "ASSIGNED", Needs: []string{"assignee"}},
	{Verb: "defectStart", From: states("ASSIGNED", "CONFIRMED", "REOPENED"), To: "IN_PROGRESS"},
	{Verb: "defectResolve", From: states("CONFIRMED", "ASSIGNED", "IN_PROGRESS", "REOPENED"), To: "RESOLVED", Needs: []string{"resolution"}},
	{Verb: "defectVerify", From: states("RESOLVED"), To: "VERIFIED"},
	{Verb: "defectClose", From: states("VERIFIED", "RESOLVED", "REJECTED", "DUPLICATE"), To: "CLOSED"},
	{Verb: "defectReopen", From: states("RESOLVED", "VERIFIED", "CLOSED", "REJECTED", "DEFERRED", "DUPLICATE"), To: "REOPENED", Needs: []string{"note"}},
	{Verb: "defectReject", From: states("NEW", "CONFIRMED", "ASSIGNED", "REOPENED"), To: "REJECTED", Needs: []string{"note"}},
	{Verb: "defectDefer", From: states("NEW", "CONFIRMED", "ASSIGNED", "IN_PROGRESS", "REOPENED"), To: "DEFERRED", Needs: []string{"note"}},
	{Verb: "defectMarkDuplicate", From: states("NEW", "CONFIRMED", "ASSIGNED", "IN_PROGRESS", "REOPENED"), To: "DUPLICATE", Needs: []string{"of"}},
}}

func states(names ...string) []string { return names }

// isEnded tells whether nothing is left to do about a defect in a state.
func isEnded(status defect.Status) bool {
	return status == defect.StatusCLOSED || status == defect.StatusREJECTED || status == defect.StatusDUPLICATE
}

// setEnd notes when a defect ended, or that it is open again. One that ended before keeps its time.
func setEnd(m *ent.DefectMutation, to defect.Status, before *time.Time, now time.Time) (changed bool) {
	switch {
	case isEnded(to) && before == nil:
		m.SetEndedAt(now)
	case !isEnded(to) && before != nil:
		m.ClearEndedAt()
	default:
		return false
	}
	return true
}

// Age is how long a defect has been known: until it ended, or until now while it has not.
func Age(d *ent.Defect, now time.Time) time.Duration {
	if d.EndedAt != nil {
		now = *d.EndedAt
	}
	return max(0, now.Sub(d.ReportedAt))
}

// Overdue tells whether the day on which a defect was to be fixed has passed while it still is to be fixed.
func Overdue(d *ent.Defect, now time.Time) bool {
	isFixed := d.Status == defect.StatusRESOLVED || d.Status == defect.StatusVERIFIED || isEnded(d.Status)
	return d.DueAt != nil && d.DueAt.Before(now) && !isFixed
}
