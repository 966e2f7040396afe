package cases

import "github.com/asterism-qa/asterism/internal/lifecycle"

// The mutations that move test cases and trace links, as the tables and the API spell them.
const (
	verbSubmit    = "caseSubmit"
	verbApprove   = "caseApprove"
	verbRework    = "caseRework"
	verbDeprecate = "caseDeprecate"
	verbRevise    = "caseRevise"
	verbAffirm    = "linkAffirm"
	verbRetire    = "linkRetire"
)

// Lifecycle is how a test case moves from a draft to what testers may rely on, and out of use. A revision moves only what
// is APPROVED, and only when it changes the content: nobody has approved the new content yet.
var Lifecycle = lifecycle.Table{Thing: "test case", Moves: []lifecycle.Move{
	{Verb: verbSubmit, From: []string{"DRAFT", "REWORK"}, To: "IN_REVIEW"},
	{Verb: verbApprove, From: []string{"IN_REVIEW"}, To: "APPROVED"},
	{Verb: verbRework, From: []string{"IN_REVIEW"}, To: "REWORK", Needs: []string{"note"}},
	{Verb: verbRevise, From: []string{"APPROVED"}, To: "DRAFT"},
	{Verb: verbDeprecate, From: []string{"DRAFT", "IN_REVIEW", "REWORK", "APPROVED"}, To: "DEPRECATED", Needs: []string{"note"}},
}}

// LinkLifecycle is what people may decide about a trace link. That it becomes SUSPECT or ORPHANED follows from its ends.
var LinkLifecycle = lifecycle.Table{Thing: "trace link", Moves: []lifecycle.Move{
	{Verb: verbAffirm, From: []string{"VALID", "SUSPECT"}, To: "VALID", Needs: []string{"reason"}},
	{Verb: verbRetire, From: []string{"VALID", "SUSPECT", "ORPHANED"}, To: "CLOSED", Needs: []string{"reason"}},
}}
