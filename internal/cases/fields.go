package cases

import (
	"maps"
	"slices"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/ident"
)

// setContent sets the content; a list that is empty is stored as none.
func setContent(m *ent.TestCaseMutation, c content) {
	m.SetTitle(c.Title)
	m.SetDescription(c.Description)
	m.SetPrecondition(c.Precondition)
	if len(c.Steps) > 0 {
		m.SetSteps(c.Steps)
	} else {
		m.ClearSteps()
	}
	if len(c.Parameters) > 0 {
		m.SetParameters(c.Parameters)
	} else {
		m.ClearParameters()
	}
	if len(c.DataRows) > 0 {
		m.SetDataRows(c.DataRows)
	} else {
		m.ClearDataRows()
	}
}

// frozen is the version that keeps a content.
func frozen(tx *ent.Client, project, of ident.ID, number int, c content, reason string, now time.Time) *ent.TestCaseVersionCreate {
	version := tx.TestCaseVersion.Create().SetProjectID(project).SetTestCaseID(of).SetNumber(number).
		SetTitle(c.Title).SetDescription(c.Description).SetPrecondition(c.Precondition).
		SetReason(reason).SetContentHash(c.hash()).SetCreatedAt(now).SetUpdatedAt(now)
	if len(c.Steps) > 0 {
		version.SetSteps(c.Steps)
	}
	if len(c.Parameters) > 0 {
		version.SetParameters(c.Parameters)
	}
	if len(c.DataRows) > 0 {
		version.SetDataRows(c.DataRows)
	}
	return version
}

// setRest sets what the draft states beside the content and tells whether it differs from what is there; there is
// nothing there when the case is new.
func (d Draft) setRest(m *ent.TestCaseMutation, found *ent.TestCase) (changed bool) {
	is := found
	if is == nil {
		is = &ent.TestCase{}
	}
	if d.Type != "" && d.Type != is.Type {
		m.SetType(d.Type)
		changed = true
	}
	if d.Status != "" && d.Status != is.Status {
		m.SetStatus(d.Status)
		changed = true
	}
	if d.Priority != "" && (is.Priority == nil || *is.Priority != d.Priority) {
		m.SetPriority(d.Priority)
		changed = true
	}
	if d.Level != "" && (is.Level == nil || *is.Level != d.Level) {
		m.SetLevel(d.Level)
		changed = true
	}
	if d.AutomationID != "" && d.AutomationID != is.AutomationID {
		m.SetAutomationID(d.AutomationID)
		changed = true
	}
	if d.EstimateMS != 0 && d.EstimateMS != is.EstimateMs {
		m.SetEstimateMs(d.EstimateMS)
		changed = true
	}
	if len(d.Aliases) > 0 && !slices.Equal(d.Aliases, is.Aliases) {
		m.SetAliases(d.Aliases)
		changed = true
	}
	if given := d.Attributes; !maps.Equal(given, is.Attributes) {
		changed = true
		if given == nil {
			m.ClearAttributes()
		} else {
			m.SetAttributes(given)
		}
	}
	return changed
}

// guessType is how a case is executed when the source does not say: what has an automation id and no steps is automated.
func (d Draft) guessType() testcase.Type {
	if d.AutomationID != "" && len(d.Steps) == 0 {
		return testcase.TypeAUTOMATED
	}
	return testcase.TypeMANUAL
}
