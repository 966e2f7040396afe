package prose

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// meanings say what an enum value means to a tester; by enum, then value. Source of the words: the domain glossary,
// which follows ISTQB and ISO/IEC/IEEE 29119.
var meanings = map[string]map[string]string{
	"ExecutionStatus": {
		"NOT_RUN": "Nobody has executed it yet.", "IN_PROGRESS": "It is being executed.",
		"PASSED": "Every check held.", "FAILED": "A check did not hold: the product behaves otherwise than expected.",
		"ERROR":        "It broke before a check could decide, for example by an exception or a lost connection.",
		"BLOCKED":      "It could not start or go on because something else is missing.",
		"SKIPPED":      "It was left out on purpose; this is no evidence.",
		"INCONCLUSIVE": "It ended without an answer.", "NOT_APPLICABLE": "It does not apply to this build or environment.",
		"WAIVED": "Somebody accepted that it is not executed.",
	},
	"RequirementStatus": {
		"DRAFT": "It is being written.", "IN_REVIEW": "It is under review.", "REWORK": "Sent back by a reviewer.",
		"APPROVED": "Agreed; an edit makes the next version.", "IMPLEMENTED": "Built into the product.",
		"VERIFIED": "Shown to hold by tests.", "OBSOLETE": "No longer wanted.",
	},
	"TestCaseStatus": {
		"DRAFT": "It is being written.", "IN_REVIEW": "It is under review.", "REWORK": "Sent back by a reviewer.",
		"APPROVED": "Agreed; an edit makes the next version.", "DEPRECATED": "No longer to be executed.",
	},
	"TestCaseType": {
		"MANUAL": "A person follows the steps.", "GHERKIN": "Written as a Gherkin scenario.", "AUTOMATED": "Executed by a program.",
	},
	"TestCaseLevel": {
		"COMPONENT": "A part in isolation.", "INTEGRATION": "Parts working together.",
		"SYSTEM": "The whole product.", "ACCEPTANCE": "The product against what its users agreed to.",
	},
	"Criticality": {
		"UNDEFINED": "Nobody has decided yet.", "MINOR": "A violation is a nuisance.", "MAJOR": "A violation stops people from working.",
		"CRITICAL": "A violation endangers money, data, law or people.",
	},
	"LinkRole": {
		"VERIFIES":  "The case shows that the product is built as the requirement says.",
		"VALIDATES": "The case shows that the product does what its users need.", "SATISFIES": "The one fulfils the other.",
		"REFINES": "The one says the other in more detail.", "DERIVES": "The one follows from the other.", "RELATES": "They have to do with each other.",
	},
	"LinkState": {
		"VALID": "Both ends are as they were when the link was made or affirmed.", "SUSPECT": "An end has a newer version: evidence through this link is stale until somebody affirms it.",
		"ORPHANED": "An end is gone or was never there.", "CLOSED": "Somebody retired the link; it no longer counts.",
	},
	"Severity": {
		"BLOCKER": "Nothing can go on.", "CRITICAL": "Money, data, law or people are in danger.", "MAJOR": "People cannot work as they should.",
		"MINOR": "People are hindered a little.", "TRIVIAL": "People hardly notice it.",
	},
	"Priority": {
		"P0": "At once, before anything else.", "P1": "Next, after what is P0.", "P2": "Soon, in the usual order.", "P3": "When there is time.", "P4": "Perhaps never at all.",
	},
	"DefectStatus": {
		"NEW": "Reported, nobody looked yet.", "CONFIRMED": "Seen again by somebody else.", "ASSIGNED": "Somebody is to fix it.",
		"IN_PROGRESS": "Somebody is fixing it.", "RESOLVED": "Said to be fixed or answered; not yet checked.", "VERIFIED": "Checked: the flaw is gone.",
		"CLOSED": "Nothing is left to do.", "REOPENED": "It came back or was not fixed.", "REJECTED": "Not a flaw.", "DEFERRED": "To be fixed later.", "DUPLICATE": "Another defect reported it before.",
	},
	"DefectResolution": {
		"FIXED": "The product was changed.", "DUPLICATE": "Another defect reports the same flaw.", "BY_DESIGN": "The product is meant to behave so.",
		"CANNOT_REPRODUCE": "Nobody could make it happen again.", "EXTERNAL": "The cause lies outside the product.",
		"POSTPONED": "To be fixed in a later release.", "WONT_FIX": "Accepted as it is.",
	},
	"ReleaseStatus": {
		"PLANNED": "Nobody has begun.", "IN_PROGRESS": "Being built and tested.", "FINISHED": "Delivered to its users.", "LOCKED": "Delivered and frozen.", "ROLLED_BACK": "Taken back after delivery.",
	},
	"EnvironmentStatus": {
		"PLANNED": "Not yet there.", "PROVISIONING": "Being set up.", "AVAILABLE": "Free to be used.", "IN_USE": "Somebody uses it.",
		"MAINTENANCE": "Being worked on.", "RETIRED": "Gone for good.",
	},
	"EnvironmentHealth": {
		"UP": "It works fully.", "DEGRADED": "It works in part.", "DOWN": "It does not work.", "UNKNOWN": "Nobody has measured it.",
	},
	"TestCycleStatus": {
		"PLANNED": "Nobody has begun.", "READY": "Entry criteria, environment and data are there.", "RUNNING": "Cases are being executed.", "PAUSED": "Held for now.",
		"COMPLETED": "All is executed.", "CLOSED": "Frozen: takes no further executions.", "ABORTED": "Given up before its end.",
	},
	"ReviewVerdict": {
		"APPROVED": "The reviewer agrees.", "REWORK": "The reviewer wants something changed first.",
	},
	"FailureClass": {
		"PRODUCT": "The product is at fault.", "AUTOMATION": "The automation of the test is at fault.", "ENVIRONMENT": "The environment is at fault.",
		"DATA": "The test data is at fault.", "REQUIREMENT": "The requirement is wrong or unclear.", "NO_DEFECT": "Nothing is at fault.",
		"TO_INVESTIGATE": "Nobody has looked yet.",
	},
	"UnresolvedKind": {
		"EXECUTION": "The missing end is an execution.", "TEST_CASE": "The missing end is a test case.", "REQUIREMENT": "The missing end is a requirement.",
	},
	"OrderDirection": {
		"ASC": "Smallest or earliest first.", "DESC": "Greatest or latest first.",
	},
}

// kindOf maps a generated enum name to the group of meanings that it uses.
var kindOf = []struct{ ending, group string }{
	{"ResolvedKind", "UnresolvedKind"}, {"UnresolvedKind", "UnresolvedKind"},
	{"Criticality", "Criticality"}, {"LinkRole", "LinkRole"}, {"LinkState", "LinkState"},
	{"ReviewVerdict", "ReviewVerdict"}, {"SignatureClass", "FailureClass"}, {"Severity", "Severity"}, {"Priority", "Priority"}, {"LastStatus", "ExecutionStatus"},
}

func enum(d *ast.Definition) {
	group := d.Name
	for _, entry := range kindOf {
		if strings.HasSuffix(d.Name, entry.ending) {
			group = entry.group
		}
	}
	about := words(d.Name)
	d.Description = strings.ToUpper(about[:1]) + about[1:] + ", in the spelling shared by tables, files and the API."
	for _, value := range d.EnumValues {
		value.Description = meanings[group][value.Name]
	}
}

// shared describes the types that every connection uses.
func shared(schema *ast.Schema) {
	for name, text := range map[string]string{
		"Node":     "Anything that has an id; fetch it by node(id).",
		"Cursor":   "Opaque mark of a place in a list; only to be given back as after or before.",
		"PageInfo": "Whether there are further pages, and the cursors to ask for them.",
	} {
		if found := schema.Types[name]; found != nil {
			found.Description = text
		}
	}
	if node := schema.Types["Node"]; node != nil {
		for _, f := range node.Fields {
			f.Description = "Identifies this everywhere; shown with a prefix that tells its kind."
		}
	}
	fields := map[string]string{
		"hasNextPage":     "Whether there is more after this page.",
		"hasPreviousPage": "Whether there is more before this page; known when the page was asked for with a cursor or from the end.",
		"startCursor":     "Cursor of the first entry; empty when the page is empty.",
		"endCursor":       "Cursor of the last entry: give it as after to get the next page; empty when the page is empty.",
	}
	if found := schema.Types["PageInfo"]; found != nil {
		for _, f := range found.Fields {
			f.Description = fields[f.Name]
		}
	}
}

// times calls the scalar by the name that dashboard tools know.
func times(schema *ast.Schema) {
	delete(schema.Types, "Time")
	for _, definition := range schema.Types {
		for _, field := range definition.Fields {
			rename(field.Type)
			field.Name = strings.ReplaceAll(field.Name, "ID", "Id") // one spelling for every name of the API
		}
	}
}

func rename(t *ast.Type) {
	if t.Elem != nil {
		rename(t.Elem)
	}
	if t.NamedType == "Time" {
		t.NamedType = "DateTime"
	}
}
