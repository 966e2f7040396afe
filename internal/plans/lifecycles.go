package plans

import (
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/lifecycle"
)

// note is the input field that moves which take something back cannot do without.
const note = "note"

// ReleaseLifecycle is how a release goes from a plan to what was delivered. LOCKED means that nothing about it is open
// any more; it can still be rolled back.
var ReleaseLifecycle = lifecycle.Table{Thing: "release", Moves: []lifecycle.Move{
	{Verb: "releaseStart", From: []string{"PLANNED"}, To: "IN_PROGRESS"},
	{Verb: "releaseFinish", From: []string{"IN_PROGRESS"}, To: "FINISHED"},
	{Verb: "releaseLock", From: []string{"FINISHED"}, To: "LOCKED"},
	{Verb: "releaseReopen", From: []string{"FINISHED"}, To: "IN_PROGRESS", Needs: []string{note}},
	{Verb: "releaseRollBack", From: []string{"FINISHED", "LOCKED"}, To: "ROLLED_BACK", Needs: []string{note}},
}}

// CycleLifecycle is how a cycle goes from a plan to a frozen record: a CLOSED cycle takes no further executions.
var CycleLifecycle = lifecycle.Table{Thing: "cycle", Moves: []lifecycle.Move{
	{Verb: "cycleReady", From: []string{"PLANNED"}, To: "READY"},
	{Verb: "cycleStart", From: []string{"READY"}, To: "RUNNING"},
	{Verb: "cyclePause", From: []string{"RUNNING"}, To: "PAUSED"},
	{Verb: "cycleResume", From: []string{"PAUSED"}, To: "RUNNING"},
	{Verb: "cycleComplete", From: []string{"RUNNING"}, To: "COMPLETED"},
	{Verb: "cycleClose", From: []string{"COMPLETED"}, To: "CLOSED"},
	{Verb: "cycleAbort", From: []string{"PLANNED", "READY", "RUNNING", "PAUSED"}, To: "ABORTED", Needs: []string{note}},
}}

// checkNote makes sure that a move has the note which it needs, and that a note can be kept.
func checkNote(table lifecycle.Table, verb string, said *string) error {
	text := lifecycle.Say(said)
	needed := slices.ContainsFunc(table.Moves, func(move lifecycle.Move) bool {
		return move.Verb == verb && slices.Contains(move.Needs, note)
	})
	if needed && strings.TrimSpace(text) == "" {
		return fault.New(fault.Invalid, "%s needs a note: say in a few words why", verb).At(note)
	}
	return checkProse(note, text)
}
