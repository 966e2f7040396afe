package publish

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/exchange/record"
)

// suiteAttribute kept the suites around a case before there were suites; a file that states the suite takes it away.
const suiteAttribute = "suite"

// cases stores test cases.
func (p *publisher) cases(ctx context.Context) error {
	return each(ctx, p, record.KindCase, "test cases", func(_ []int, batch []*record.Case) error {
		var drafts []cases.Draft
		var stated []*record.Case
		for _, c := range batch {
			known := c.Key
			if c.KeyOf != "" && c.KeyOf != p.project.Key {
				c.Key = "" // it names another case here, or none
				if known != "" {
					known += " of " + c.KeyOf // yet twice the same is one case
				}
			}
			if p.repeated(c, known, c.External) {
				continue
			}
			drafts, stated = append(drafts, p.testCase(c, len(drafts))), append(stated, c)
		}
		outcome, err := cases.Put(ctx, p.tx, p.project, drafts, p.now)
		if err != nil {
			return err
		}
		p.report.add(outcome, placesOf(stated))
		p.settle(outcome.Became)
		if err := p.file(ctx, stated, outcome); err != nil {
			return err
		}
		for i, is := range outcome.Became {
			p.keyless(stated[i], stated[i].Stated, "test case", "test cases")
			if is.IsNew && drafts[i].Title == "" {
				p.untitled(record.KindCase, placeOf(stated[i]), "test case", "test cases")
			}
		}
		return nil
	})
}

func (p *publisher) testCase(c *record.Case, index int) cases.Draft {
	d := cases.Draft{
		Key: c.Key, Title: c.Title, Description: c.Text, Precondition: c.Precondition,
		Parameters: c.Parameters, DataRows: c.DataRows, AutomationID: c.AutomationID, Aliases: c.Aliases,
		EstimateMS: int(max(0, c.Estimate.Milliseconds())), Attributes: c.Attributes, External: external(c.External),
		Type:     word[testcase.Type](p, c, index, "type", c.Type),
		Status:   word[testcase.Status](p, c, index, "status", c.Status),
		Priority: word[testcase.Priority](p, c, index, "priority", c.Priority),
		Level:    word[testcase.Level](p, c, index, "level", c.Level),
		Stated:   attributeStated(c.Stated, suiteAttribute),
	}
	for _, s := range c.Steps {
		d.Steps = append(d.Steps, schema.Step{Action: s.Action, Data: s.Data, Expected: s.Expected})
	}
	return d
}

// links joins requirements to the test cases that give evidence for them.
func (p *publisher) links(ctx context.Context) error {
	return each(ctx, p, record.KindLink, "trace links", func(_ []int, batch []*record.Link) error {
		drafts, places := make([]cases.LinkDraft, len(batch)), make([]place, len(batch))
		for i, l := range batch {
			drafts[i] = cases.LinkDraft{Requirement: l.Requirement, Case: l.Case, Role: tracelink.DefaultRole}
			if l.Role != "" {
				drafts[i].Role = tracelink.Role(l.Role)
			}
			if err := tracelink.RoleValidator(drafts[i].Role); err != nil {
				return record.Errorf(l.Position, "role", "%q is no role; known are VERIFIES, VALIDATES, SATISFIES, REFINES, DERIVES and RELATES", l.Role)
			}
			places[i] = placeOf(l)
		}
		outcome, err := cases.Trace(ctx, p.tx, p.project, drafts, p.now)
		p.report.add(outcome, places)
		return err
	})
}
