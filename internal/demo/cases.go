package demo

import (
	"cmp"
	"strings"
	"time"

	"github.com/asterism-qa/asterism/internal/exchange/record"
)

func (w *workspace) caseRecords() []record.Record {
	var out []record.Record
	for _, c := range w.cases {
		kase := &record.Case{
			Position: place, Key: c.key, Title: c.Title, Type: c.kind(), Status: c.status(),
			Priority: c.priority(), Level: c.level(), Precondition: c.owner.area.Pre[c.precondition()],
			Steps: c.steps(), Parameters: c.names, DataRows: c.rows, AutomationID: c.automationID(),
			SuitePath: c.suitePath(), Attributes: map[string]string{"area": c.owner.area.Area},
		}
		switch kase.Type {
		case "GHERKIN":
			kase.Text = "Scenario: " + c.Title + "\n  " + strings.Join(c.Steps, "\n  ")
		case "MANUAL":
			kase.Estimate = time.Duration(4+3*len(kase.Steps)) * time.Minute
		}
		out = append(out, kase)
	}
	return out
}

// linkRecords joins each case to its own requirement and to the further ones that it names; three of those are not in
// the set on purpose, as in any grown project.
func (w *workspace) linkRecords() []record.Record {
	var out []record.Record
	for _, c := range w.cases {
		role := "VERIFIES"
		if c.Validates {
			role = "VALIDATES"
		}
		for _, key := range append([]string{c.owner.Key}, c.Also...) {
			out = append(out, &record.Link{Position: place, Requirement: key, Case: c.key, Role: role})
		}
	}
	return out
}

// precondition is the name of the one that the case states, or else of the area's ordinary one in the case's language.
func (c *testCase) precondition() string {
	switch {
	case c.Pre != "":
		return c.Pre
	case isChinese(c.Title):
		return "chinese"
	}
	return "default"
}

func (c *testCase) kind() string {
	switch {
	case c.Gherkin:
		return "GHERKIN"
	case c.Auto != "":
		return "AUTOMATED"
	}
	return "MANUAL"
}

func (c *testCase) status() string {
	switch c.owner.Status {
	case "OBSOLETE":
		return "DEPRECATED"
	case "DRAFT":
		return "DRAFT"
	case "IN_REVIEW":
		return "IN_REVIEW"
	}
	return "APPROVED"
}

// priority follows the requirement's criticality; the first case of a requirement is its most telling one.
func (c *testCase) priority() string {
	rank := map[string]int{"CRITICAL": 0, "MAJOR": 1, "MINOR": 2, "UNDEFINED": 3}[c.owner.Criticality]
	if c.order > 0 {
		rank++
	}
	if c.order > 2 && rank < 4 {
		rank++
	}
	return [...]string{"P0", "P1", "P2", "P3", "P4"}[rank]
}

func (c *testCase) level() string {
	if c.Validates {
		return "ACCEPTANCE"
	}
	return cmp.Or(c.Level, "SYSTEM")
}

func (c *testCase) automationID() string {
	if c.Auto == "" {
		return ""
	}
	return c.className() + "." + c.Auto
}

func (c *testCase) className() string { return "payments." + c.owner.area.Automation }

// suitePath is the area's suite and in it one suite for each branch below the epic.
func (c *testCase) suitePath() []string {
	branch := c.owner
	for branch.parent != nil && branch.parent.parent != nil {
		branch = branch.parent
	}
	if branch.parent == nil {
		return []string{c.owner.area.Suite}
	}
	return []string{c.owner.area.Suite, branch.Title}
}

// steps are the shared first step of the area, if the case names one, and the case's own.
func (c *testCase) steps() []record.Step {
	lines := c.Steps
	if c.Go != "" {
		lines = append([]string{c.owner.area.Go[c.Go]}, lines...)
	}
	var out []record.Step
	for _, line := range lines {
		parts := strings.Split(line, " | ")
		step := record.Step{Action: parts[0]}
		if len(parts) > 1 {
			step.Expected = parts[len(parts)-1]
		}
		if len(parts) > 2 {
			step.Data = parts[1]
		}
		out = append(out, step)
	}
	return out
}
