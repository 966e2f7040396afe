package ident

// Kind tells what an ID identifies. The numbers are stored inside every ID: they never change and are never reused.
type Kind byte

// The kinds of entity, in the order in which they joined the model.
const (
	User               Kind = 1
	Project            Kind = 2
	Membership         Kind = 3
	Requirement        Kind = 4
	RequirementVersion Kind = 5
	RequirementLink    Kind = 6
	TestCase           Kind = 7
	TestCaseVersion    Kind = 8
	TraceLink          Kind = 9
	Release            Kind = 10
	Build              Kind = 11
	Environment        Kind = 12
	TestCycle          Kind = 13
	Execution          Kind = 14
	Defect             Kind = 15
	DefectLink         Kind = 16
	ImportRun          Kind = 17
	ExternalReference  Kind = 18
	KeyCounter         Kind = 19
	Comment            Kind = 20
	Attachment         Kind = 21
	ContentPiece       Kind = 22
	Tag                Kind = 23
	Suite              Kind = 24
	SuiteMember        Kind = 25
	FailureSignature   Kind = 26
	Receipt            Kind = 27
	SearchEntry        Kind = 28
	Consumer           Kind = 29
	ConsumerPosition   Kind = 30
	Webhook            Kind = 31
	WebhookDelivery    Kind = 32
)

// prefixes are what people see in front of an ID; as stable as the numbers.
var prefixes = map[Kind]string{
	User:               "user",
	Project:            "proj",
	Membership:         "mem",
	Requirement:        "req",
	RequirementVersion: "reqv",
	RequirementLink:    "reql",
	TestCase:           "case",
	TestCaseVersion:    "casev",
	TraceLink:          "link",
	Release:            "rel",
	Build:              "build",
	Environment:        "env",
	TestCycle:          "cycle",
	Execution:          "exec",
	Defect:             "def",
	DefectLink:         "defl",
	ImportRun:          "imp",
	ExternalReference:  "ext",
	KeyCounter:         "keyc",
	Comment:            "cmt",
	Attachment:         "att",
	ContentPiece:       "piece",
	Tag:                "tag",
	Suite:              "suite",
	SuiteMember:        "place",
	FailureSignature:   "sig",
	Receipt:            "rcpt",
	SearchEntry:        "find",
	Consumer:           "cons",
	ConsumerPosition:   "pos",
	Webhook:            "hook",
	WebhookDelivery:    "dlv",
}

var kinds = func() map[string]Kind {
	reverse := make(map[string]Kind, len(prefixes))
	for kind, prefix := range prefixes {
		reverse[prefix] = kind
	}
	return reverse
}()

// words are the kinds as the feed spells them.
var words = map[Kind]string{
	User: "USER", Project: "PROJECT", Membership: "MEMBERSHIP",
	Requirement: "REQUIREMENT", RequirementVersion: "REQUIREMENT_VERSION", RequirementLink: "REQUIREMENT_LINK",
	TestCase: "TEST_CASE", TestCaseVersion: "TEST_CASE_VERSION", TraceLink: "TRACE_LINK",
	Release: "RELEASE", Build: "BUILD", Environment: "ENVIRONMENT", TestCycle: "TEST_CYCLE",
	Execution: "EXECUTION", Defect: "DEFECT", DefectLink: "DEFECT_LINK",
	ImportRun: "IMPORT_RUN", ExternalReference: "EXTERNAL_REFERENCE", KeyCounter: "KEY_COUNTER",
	Comment: "COMMENT", Attachment: "ATTACHMENT", ContentPiece: "CONTENT_PIECE", Tag: "TAG",
	Suite: "SUITE", SuiteMember: "SUITE_MEMBER", FailureSignature: "FAILURE_SIGNATURE",
	Receipt: "RECEIPT", SearchEntry: "SEARCH_ENTRY",
	Consumer: "CONSUMER", ConsumerPosition: "CONSUMER_POSITION", Webhook: "WEBHOOK", WebhookDelivery: "WEBHOOK_DELIVERY",
}

// Word is the kind as the feed spells it, for example TEST_CASE; empty for an unknown kind.
func (k Kind) Word() string { return words[k] }

// Prefix is the word that stands in front of an ID of this kind; empty for an unknown kind.
func (k Kind) Prefix() string { return prefixes[k] }

// Make returns a function that makes IDs of this kind, in the form that ent wants as a default.
func (k Kind) Make() func() ID { return func() ID { return New(k) } }
