package record

import "time"

// Kind names what a record describes; the spelling is the one of a mapping file's `record:` entry.
type Kind string

// The kinds of record that a reader can produce.
const (
	KindRequirement Kind = "requirement"
	KindRefinement  Kind = "refinement"
	KindCase        Kind = "case"
	KindLink        Kind = "link"
	KindResult      Kind = "result"
	KindDefect      Kind = "defect"
	KindDefectLink  Kind = "defectLink"
	KindSuite       Kind = "suite"
)

// Record is one thing that a file states.
type Record interface {
	// RecordKind tells which kind of record this is.
	RecordKind() Kind
	// Place tells where the file states it, for messages.
	Place() Position
}

// Position is a place in a source file: File as the user named it, Line from 1 (0 when the format has no lines).
type Position struct {
	File string `json:"file"`
	Line int    `json:"line"`
}

// Place returns the position itself, so that embedding Position satisfies Record.
func (p Position) Place() Position { return p }

// External is the identity a thing has in the tool that it came from; a re-import matches on it.
type External struct {
	System string `json:"system,omitempty"` // for example "jira", "strictdoc", "github"
	ID     string `json:"id,omitempty"`     // unique in that system for this kind of thing
	URL    string `json:"url,omitempty"`    // where a person can open it; empty when unknown
}

// Requirement is a test basis as the source states it; Key is empty when the source gives none (a made key follows).
type Requirement struct {
	Position
	Key         string            `json:"key,omitempty"`
	Title       string            `json:"title,omitempty"`
	Text        string            `json:"text,omitempty"` // the statement; Markdown or plain text
	Rationale   string            `json:"rationale,omitempty"`
	Type        string            `json:"type,omitempty"`        // the source's own word, for example "Functional"
	Status      string            `json:"status,omitempty"`      // the source's own word; mapped to a lifecycle state at publish
	Criticality string            `json:"criticality,omitempty"` // the source's own word
	Parent      string            `json:"parent,omitempty"`      // key of the parent in document order; refinements are records of their own
	Release     string            `json:"release,omitempty"`     // release where it is to be delivered
	Attributes  map[string]string `json:"attributes,omitempty"`  // every further field of the source, by its own name
	External    External          `json:"external"`
	// Stated names the fields that the source speaks of, in the spelling of a mapping, also where they are empty here; a
	// single attribute is "attributes." and its name. Empty when the source speaks of everything, as whole documents do.
	Stated []string `json:"stated,omitempty"`
}

// Refinement joins a requirement to the one that it refines; keys as the source writes them.
type Refinement struct {
	Position
	Child  string `json:"child"`
	Parent string `json:"parent"`
	Role   string `json:"role,omitempty"` // REFINES (default), SATISFIES, DERIVES or RELATES
}

// Step is one action of a test case with the data it uses and the result that is expected.
type Step struct {
	Action   string `json:"action"`
	Data     string `json:"data,omitempty"`
	Expected string `json:"expected,omitempty"`
}

// Case is a test case as the source states it.
type Case struct {
	Position
	Key          string              `json:"key,omitempty"`
	Title        string              `json:"title,omitempty"`
	Type         string              `json:"type,omitempty"` // MANUAL, GHERKIN or AUTOMATED; empty: decided at publish
	Status       string              `json:"status,omitempty"`
	Priority     string              `json:"priority,omitempty"` // P0 to P4
	Level        string              `json:"level,omitempty"`    // COMPONENT, INTEGRATION, SYSTEM or ACCEPTANCE
	Text         string              `json:"text,omitempty"`
	Precondition string              `json:"precondition,omitempty"`
	Steps        []Step              `json:"steps,omitempty"`
	Parameters   []string            `json:"parameters,omitempty"` // names of the parameters of a data-driven case
	DataRows     []map[string]string `json:"dataRows,omitempty"`   // one map a row: parameter name to value
	AutomationID string              `json:"automationId,omitempty"`
	Aliases      []string            `json:"aliases,omitempty"`  // further names under which results report this case
	Estimate     time.Duration       `json:"estimate,omitempty"` // planned effort for one execution
	// SuitePath is the suite in which the case stands: the names of the suites from the top down.
	SuitePath []string `json:"suitePath,omitempty"`
	// Also are further suites in which the case stands, as paths.
	Also [][]string `json:"also,omitempty"`
	// Tags are the words that the source puts on the case, without @ or #.
	Tags []string `json:"tags,omitempty"`
	// KeyOf is the key of the project of ours in which Key is the case's key, when the source comes from there: in another
	// project the key means nothing. Empty when the key is the source's own.
	KeyOf      string            `json:"keyOf,omitempty"`
	Attributes map[string]string `json:"attributes,omitempty"`
	External   External          `json:"external"`
	// Stated names the fields that the source speaks of, also where they are empty here; see Requirement.
	Stated []string `json:"stated,omitempty"`
}

// Suite is a suite as the source states it, with or without cases in it.
type Suite struct {
	Position
	Path []string `json:"path"`           // names of the suites from the top down to this one
	Text string   `json:"text,omitempty"` // what the suite is for
}

// Link says that a case verifies a requirement; keys as the source writes them, either end may be missing in the set.
type Link struct {
	Position
	Requirement string `json:"requirement"`
	Case        string `json:"case"`
	Role        string `json:"role,omitempty"` // VERIFIES (default), VALIDATES, SATISFIES, REFINES, DERIVES, RELATES
}

// StepResult is what happened in one step of an execution.
type StepResult struct {
	Name     string        `json:"name"`
	Status   string        `json:"status"` // shared spelling, as Result.Status
	Message  string        `json:"message,omitempty"`
	Duration time.Duration `json:"duration,omitempty"`
}

// Result is one test result. A reader fills what the file states (Name, ClassName, Suites, Properties, Status, times);
// Case, Scenario, Build, Environment and Cycle are filled by the mapping unless the format itself states them.
type Result struct {
	Position
	Ordinal     int               `json:"ordinal"` // position among the results of its file, from 0
	Name        string            `json:"name"`
	ClassName   string            `json:"className,omitempty"`
	Suites      []string          `json:"suites,omitempty"`     // enclosing suite names, outermost first
	Properties  map[string]string `json:"properties,omitempty"` // of the result and its suites; the innermost wins
	Case        string            `json:"case,omitempty"`
	Scenario    string            `json:"scenario,omitempty"` // variant or parameters under which the case was executed
	Build       string            `json:"build,omitempty"`
	Environment string            `json:"environment,omitempty"`
	Cycle       string            `json:"cycle,omitempty"`
	Release     string            `json:"release,omitempty"`
	Status      string            `json:"status"`    // shared spelling of execution status: PASSED, FAILED, ERROR, SKIPPED …
	RawStatus   string            `json:"rawStatus"` // the source's own word or element, for example "failure"
	FailureType string            `json:"failureType,omitempty"`
	Message     string            `json:"message,omitempty"`     // one line: why it failed or was skipped
	FailureText string            `json:"failureText,omitempty"` // details, stack trace
	Duration    time.Duration     `json:"duration,omitempty"`
	ExecutedAt  time.Time         `json:"executedAt"` // zero when neither the result nor its suites state a time
	Steps       []StepResult      `json:"steps,omitempty"`
	Executor    string            `json:"executor,omitempty"`
}

// Defect is a flaw as the source states it.
type Defect struct {
	Position
	Key        string            `json:"key,omitempty"`
	Title      string            `json:"title,omitempty"`
	Text       string            `json:"text,omitempty"`
	Status     string            `json:"status,omitempty"`     // the source's own word; mapped to a lifecycle state at publish
	Resolution string            `json:"resolution,omitempty"` // FIXED, DUPLICATE …; the source's own word
	Severity   string            `json:"severity,omitempty"`
	Priority   string            `json:"priority,omitempty"`
	FoundIn    string            `json:"foundIn,omitempty"` // build
	FixedIn    string            `json:"fixedIn,omitempty"` // build
	Release    string            `json:"release,omitempty"` // release in which the source lists it as fixed
	ReportedAt time.Time         `json:"reportedAt"`
	Attributes map[string]string `json:"attributes,omitempty"`
	External   External          `json:"external"`
	// Stated names the fields that the source speaks of, also where they are empty here; see Requirement.
	Stated []string `json:"stated,omitempty"`
}

// DefectLink joins a defect to exactly one other thing: a case, a requirement, or an execution named by the result
// file and the result's own name in it.
type DefectLink struct {
	Position
	Defect        string `json:"defect"`
	Case          string `json:"case,omitempty"`
	Requirement   string `json:"requirement,omitempty"`
	ExecutionFile string `json:"executionFile,omitempty"`
	ExecutionName string `json:"executionName,omitempty"`
}

// RecordKind implements Record.
func (*Requirement) RecordKind() Kind { return KindRequirement }

// RecordKind implements Record.
func (*Refinement) RecordKind() Kind { return KindRefinement }

// RecordKind implements Record.
func (*Case) RecordKind() Kind { return KindCase }

// RecordKind implements Record.
func (*Suite) RecordKind() Kind { return KindSuite }

// RecordKind implements Record.
func (*Link) RecordKind() Kind { return KindLink }

// RecordKind implements Record.
func (*Result) RecordKind() Kind { return KindResult }

// RecordKind implements Record.
func (*Defect) RecordKind() Kind { return KindDefect }

// RecordKind implements Record.
func (*DefectLink) RecordKind() Kind { return KindDefectLink }
