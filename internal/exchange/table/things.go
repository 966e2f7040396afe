package table

import (
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/internal/exchange/mapping"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

var statuses = mapping.Statuses()

// put puts what the row states by its rule.
func (r row) put() error {
	switch r.rule.Kind {
	case record.KindRequirement:
		return r.requirement()
	case record.KindCase:
		return r.oneCase()
	case record.KindResult:
		return r.result()
	case record.KindDefect:
		return r.defect()
	}
	return r.links()
}

func (r row) requirement() error {
	key := r.key("requirement")
	return r.sheet.put(&record.Requirement{
		Position: r.place, Key: key, Title: r.text("title"), Text: r.text("text"), Rationale: r.text("rationale"),
		Type: r.text("type"), Status: r.text("status"), Criticality: r.text("criticality"), Parent: r.text("parent"),
		Release: r.text("release"), Attributes: r.attributes(), External: r.external(key), Stated: r.stated(),
	})
}

func (r row) defect() error {
	key := r.key("defect")
	return r.sheet.put(&record.Defect{
		Position: r.place, Key: key, Title: r.text("title"), Text: r.text("text"), Status: r.text("status"),
		Resolution: r.text("resolution"), Severity: r.text("severity"), Priority: r.text("priority"),
		FoundIn: r.text("foundIn"), FixedIn: r.text("fixedIn"), Release: r.text("release"),
		ReportedAt: r.date("reportedAt"), Attributes: r.attributes(), External: r.external(key), Stated: r.stated(),
	})
}

// key is the key of the row's thing. A key that the mapping promises and the row lacks is worth a warning.
func (r row) key(thing string) string {
	key := r.text("key")
	if _, promised := r.rule.columns["key"]; promised && key == "" {
		r.warn("key", "the %s has no key; it gets a made one, so importing it again makes another", thing)
	}
	return key
}

func (r row) result() error {
	status := r.text("status")
	if !slices.Contains(statuses, status) {
		return record.Errorf(r.place, r.name("status"), "the status %q is not known; translate it in the mapping, for example "+
			"values: {status: {%q: PASSED}} (known: %s)", status, status, strings.Join(statuses, ", "))
	}
	raw := r.raw("status")
	if raw == "" {
		raw = status
	}
	result := &record.Result{
		Position: r.place, Ordinal: r.sheet.results, Name: r.text("name"), ClassName: r.text("className"),
		Suites: r.list("suite"), Properties: r.attributes(), Case: r.text("case"), Scenario: r.text("scenario"),
		Build: r.text("build"), Environment: r.text("environment"), Cycle: r.text("cycle"), Release: r.text("release"),
		Status: status, RawStatus: raw, FailureType: r.text("failureType"), Message: r.text("message"),
		FailureText: r.text("failureText"), Duration: r.seconds("time"), ExecutedAt: r.date("executedAt"),
		Executor: r.text("executor"),
	}
	if result.Name == "" {
		result.Name = result.Case
	}
	if result.Name == "" {
		r.warn("name", "the row names neither a test nor a case; it states no result and was left out")
		return nil
	}
	r.sheet.results++
	return r.sheet.put(result)
}
