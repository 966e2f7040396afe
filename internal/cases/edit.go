package cases

import (
	"maps"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects"
)

// edit is what a person states about a test case. What is nil is not spoken of and stays as it is.
type edit struct {
	title, description, precondition *string
	steps                            []schema.Step
	parameters                       []string
	rows                             []Row
	kind                             *testcase.Type
	priority                         *testcase.Priority
	level                            *testcase.Level
	automationID                     *string
	aliases                          []string
	estimateMs                       *int
	attributes                       []projects.Attribute
	reason                           *string
}

func (in CreateInput) edit() edit {
	return edit{
		title: &in.Title, description: in.Description, precondition: in.Precondition, steps: in.Steps, parameters: in.Parameters,
		rows: in.DataRows, kind: in.Type, priority: in.Priority, level: in.Level, automationID: in.AutomationID,
		aliases: in.Aliases, estimateMs: in.EstimateMs, attributes: in.Attributes, reason: in.Reason,
	}
}

func (in ReviseInput) edit() edit {
	return edit{
		title: in.Title, description: in.Description, precondition: in.Precondition, steps: in.Steps, parameters: in.Parameters,
		rows: in.DataRows, kind: in.Type, priority: in.Priority, level: in.Level, automationID: in.AutomationID,
		aliases: in.Aliases, estimateMs: in.EstimateMs, attributes: in.Attributes, reason: in.Reason,
	}
}

// content is the content that the edit makes out of what is there. Rows that do not fit the parameters are refused.
func (e edit) content(is content) (content, error) {
	c := is
	if e.title != nil {
		c.Title = strings.TrimSpace(*e.title)
	}
	if e.description != nil {
		c.Description = *e.description
	}
	if e.precondition != nil {
		c.Precondition = *e.precondition
	}
	if e.steps != nil {
		c.Steps = e.steps
	}
	if e.parameters != nil {
		c.Parameters = e.parameters
	}
	switch {
	case e.rows != nil:
		var wrong check
		wrong.widths(e.rows, len(c.Parameters))
		if err := wrong.Err(); err != nil {
			return c, err
		}
		c.DataRows = make([]map[string]string, len(e.rows))
		for i, row := range e.rows {
			c.DataRows[i] = make(map[string]string, len(row.Values))
			for n, value := range row.Values {
				c.DataRows[i][c.Parameters[n]] = value
			}
		}
	case len(is.DataRows) > 0 && !slices.Equal(slices.Sorted(slices.Values(is.Parameters)), slices.Sorted(slices.Values(c.Parameters))):
		return c, fault.New(fault.Invalid, "the parameters change, so the rows of data must be stated too: nobody can tell which values belong to the new ones").At("dataRows")
	}
	return c, nil
}

// setRest sets what the edit states beside the content and tells whether that differs from what is there.
func (e edit) setRest(m *ent.TestCaseMutation, is *ent.TestCase) (changed bool) {
	if e.kind != nil && *e.kind != is.Type {
		m.SetType(*e.kind)
		changed = true
	}
	if e.priority != nil && (is.Priority == nil || *is.Priority != *e.priority) {
		m.SetPriority(*e.priority)
		changed = true
	}
	if e.level != nil && (is.Level == nil || *is.Level != *e.level) {
		m.SetLevel(*e.level)
		changed = true
	}
	if e.automationID != nil && strings.TrimSpace(*e.automationID) != is.AutomationID {
		m.SetAutomationID(strings.TrimSpace(*e.automationID))
		changed = true
	}
	if e.estimateMs != nil && *e.estimateMs != is.EstimateMs {
		m.SetEstimateMs(*e.estimateMs)
		changed = true
	}
	if e.aliases != nil && !slices.Equal(e.aliases, is.Aliases) {
		changed = true
		if len(e.aliases) == 0 {
			m.ClearAliases()
		} else {
			m.SetAliases(e.aliases)
		}
	}
	if given := projects.AttributeMap(e.attributes); e.attributes != nil && !maps.Equal(given, is.Attributes) {
		changed = true
		if given == nil {
			m.ClearAttributes()
		} else {
			m.SetAttributes(given)
		}
	}
	return changed
}
