package requirements

import (
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/lifecycle"
)

const (
	draft       = string(requirement.StatusDRAFT)
	inReview    = string(requirement.StatusIN_REVIEW)
	rework      = string(requirement.StatusREWORK)
	approved    = string(requirement.StatusAPPROVED)
	implemented = string(requirement.StatusIMPLEMENTED)
	verified    = string(requirement.StatusVERIFIED)
	obsolete    = string(requirement.StatusOBSOLETE)
)

// The verbs that the verbs of this package check in the tables, and the field that some of them need.
const (
	verbSubmit    = "requirementSubmit"
	verbApprove   = "requirementApprove"
	verbRework    = "requirementRework"
	verbImplement = "requirementImplement"
	verbVerify    = "requirementVerify"
	verbRetire    = "requirementRetire"
	verbRevise    = "requirementRevise"
	verbAffirm    = "linkAffirm"
	verbEnd       = "linkRetire"
	fieldNote     = "note"
	fieldReason   = "reason"
)

// Lifecycle is how a requirement gets from a draft to being shown by tests, and out of use. Revising is a move only where
// an approval no longer speaks of the new content; elsewhere the status stays.
var Lifecycle = lifecycle.Table{Thing: "requirement", Moves: []lifecycle.Move{
	{Verb: verbSubmit, From: []string{draft, rework}, To: inReview},
	{Verb: verbApprove, From: []string{inReview}, To: approved},
	{Verb: verbRework, From: []string{inReview}, To: rework, Needs: []string{fieldNote}},
	{Verb: verbImplement, From: []string{approved}, To: implemented},
	{Verb: verbVerify, From: []string{implemented}, To: verified},
	{Verb: verbRetire, From: []string{draft, inReview, rework, approved, implemented, verified}, To: obsolete, Needs: []string{fieldNote}},
	{Verb: verbRevise, From: []string{approved, implemented, verified}, To: draft},
}}

const (
	valid    = string(requirementlink.StateVALID)
	suspect  = string(requirementlink.StateSUSPECT)
	orphaned = string(requirementlink.StateORPHANED)
	closed   = string(requirementlink.StateCLOSED)
)

// LinkLifecycle is what people do with a link between requirements; the other moves follow from changes of its ends.
var LinkLifecycle = lifecycle.Table{Thing: "link", Moves: []lifecycle.Move{
	{Verb: verbAffirm, From: []string{valid, suspect}, To: valid, Needs: []string{fieldReason}},
	{Verb: verbEnd, From: []string{valid, suspect, orphaned}, To: closed, Needs: []string{fieldReason}},
}}

// isApproved tells whether a status speaks of content that somebody agreed to.
func isApproved(status requirement.Status) bool {
	return status == requirement.StatusAPPROVED || status == requirement.StatusIMPLEMENTED || status == requirement.StatusVERIFIED
}
