package vocabulary

import "github.com/asterism-qa/asterism/internal/exchange/record"

// fields says which fields know only our words. A word in two entries of a field would be a slip; a test looks for it.
var fields = map[record.Kind]map[string]Words{
	record.KindRequirement: {"status": requirementStatuses, "criticality": criticalities},
	record.KindRefinement:  {"role": ours("REFINES", "SATISFIES", "DERIVES", "RELATES")},
	record.KindCase:        {"type": caseTypes, "status": caseStatuses, "priority": priorities, "level": levels},
	record.KindLink:        {"role": ours("VERIFIES", "VALIDATES", "SATISFIES", "REFINES", "DERIVES", "RELATES")},
	record.KindResult: {"status": ours("NOT_RUN", "IN_PROGRESS", "PASSED", "FAILED", "ERROR", "BLOCKED", "SKIPPED",
		"INCONCLUSIVE", "NOT_APPLICABLE", "WAIVED")},
	record.KindDefect: {"status": defectStatuses, "severity": severities, "priority": priorities, "resolution": resolutions},
}

// ours are words that nothing of another tool is translated to.
func ours(list ...string) Words {
	var words Words
	for _, word := range list {
		words = append(words, []string{word})
	}
	return words
}

var (
	requirementStatuses = Words{
		{"DRAFT", "new", "open", "proposed", "proposal", "to do", "todo", "candidate", "backlog", "in progress", "in work", "wip"},
		{"IN_REVIEW", "review", "under review", "to be reviewed", "ready for review", "submitted"},
		{"REWORK", "changes requested", "needs work", "to be reworked", "returned"},
		{"APPROVED", "accepted", "agreed", "active", "valid", "released", "baselined", "reviewed", "ready", "confirmed"},
		{"IMPLEMENTED", "done", "resolved", "fixed", "in test", "complete", "completed", "built"},
		{"VERIFIED", "tested", "validated", "closed", "passed"},
		{"OBSOLETE", "deprecated", "deleted", "rejected", "withdrawn", "retired", "cancelled", "canceled", "superseded", "removed", "inactive", "invalid"},
	}
	criticalities = Words{
		{"UNDEFINED", "none", "unknown", "n a", "not set", "unspecified"},
		{"MINOR", "low", "trivial", "lowest"},
		{"MAJOR", "medium", "normal", "moderate"},
		{"CRITICAL", "high", "highest", "blocker", "essential"},
	}
	caseTypes = Words{
		{"MANUAL", "manual test", "exploratory"},
		{"GHERKIN", "cucumber", "bdd", "behave", "feature"},
		{"AUTOMATED", "automatic", "automation", "auto", "generic", "scripted"},
	}
	caseStatuses = Words{
		{"DRAFT", "new", "open", "to do", "todo", "design", "in progress"},
		{"IN_REVIEW", "review", "under review", "to be reviewed", "ready for review", "review in progress"},
		{"REWORK", "needs work", "need work", "needs update", "to be updated", "changes requested"},
		{"APPROVED", "active", "actual", "ready", "final", "released", "accepted", "done"},
		{"DEPRECATED", "obsolete", "retired", "closed", "inactive", "archived"},
	}
	priorities = Words{
		{"P0", "highest", "blocker", "urgent", "immediate"},
		{"P1", "high", "critical"},
		{"P2", "medium", "normal", "major", "moderate"},
		{"P3", "low", "minor"},
		{"P4", "lowest", "trivial"},
	}
	levels = Words{
		{"COMPONENT", "unit", "module", "component test", "unit test"},
		{"INTEGRATION", "integration test", "api"},
		{"SYSTEM", "e2e", "end to end", "system test"},
		{"ACCEPTANCE", "uat", "user acceptance", "acceptance test"},
	}
	defectStatuses = Words{
		{"NEW", "open", "opened", "unconfirmed", "reported", "submitted", "to do", "todo", "backlog"},
		{"CONFIRMED", "accepted", "acknowledged", "triaged", "approved"},
		{"ASSIGNED"},
		{"IN_PROGRESS", "started", "in development", "in review", "fixing", "active"},
		{"RESOLVED", "fixed", "done", "ready for test", "in test", "ready for qa"},
		{"VERIFIED", "tested"},
		{"CLOSED", "complete", "completed"},
		{"REOPENED", "re opened", "reopen"},
		{"REJECTED", "invalid", "declined", "wontfix", "won t fix", "cancelled", "canceled"},
		{"DEFERRED", "postponed", "later", "on hold"},
		{"DUPLICATE", "duplicated"},
	}
	severities = Words{
		{"BLOCKER", "blocking", "showstopper", "highest", "s0"},
		{"CRITICAL", "high", "severe", "s1"},
		{"MAJOR", "medium", "normal", "moderate", "s2"},
		{"MINOR", "low", "s3"},
		{"TRIVIAL", "lowest", "cosmetic", "s4"},
	}
	resolutions = Words{
		{"FIXED", "done", "resolved", "complete", "completed", "implemented"},
		{"DUPLICATE", "duplicated"},
		{"BY_DESIGN", "works as designed", "as designed", "working as intended", "invalid", "not a bug", "not a defect", "not an issue"},
		{"CANNOT_REPRODUCE", "can t reproduce", "not reproducible", "worksforme", "works for me", "incomplete"},
		{"EXTERNAL", "third party", "upstream", "moved"},
		{"POSTPONED", "deferred", "later", "remind"},
		{"WONT_FIX", "wontfix", "won t fix", "won t do", "not planned", "abandoned", "expired"},
	}
)
