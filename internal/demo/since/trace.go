package since

import (
	"context"
	"fmt"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func (t *teller) reviseRequirement(ctx context.Context, a *act) error {
	one, err := t.requirement(ctx, a.Of)
	if err == nil {
		_, err = requirements.Revise(ctx, t.tx, requirements.ReviseInput{
			ID: one.ID, ExpectedVersion: one.Version, Title: a.Title, Text: a.Text, Rationale: a.Why, Reason: a.note()})
	}
	return err
}

func (t *teller) submitRequirement(ctx context.Context, a *act) error {
	one, err := t.requirement(ctx, a.Of)
	if err == nil {
		_, err = requirements.Submit(ctx, t.tx, requirements.SubmitInput{
			ID: one.ID, ExpectedVersion: one.Version, Reviewer: reviewer(ctx), Note: a.note()})
	}
	return err
}

func (t *teller) reviseCase(ctx context.Context, a *act) error {
	one, err := t.testCase(ctx, a.Of)
	if err == nil {
		_, err = cases.Revise(ctx, t.tx, cases.ReviseInput{
			ID: one.ID, ExpectedVersion: one.Version, Title: a.Title, Steps: steps(a.Steps), Reason: a.note()})
	}
	return err
}

func (t *teller) submitCase(ctx context.Context, a *act) error {
	one, err := t.testCase(ctx, a.Of)
	if err == nil {
		_, err = cases.Submit(ctx, t.tx, cases.SubmitInput{
			ID: one.ID, ExpectedVersion: one.Version, Reviewer: reviewer(ctx), Note: a.note()})
	}
	return err
}

// reviewer is the person at this machine: nobody else is there yet.
func reviewer(ctx context.Context) *ident.ID {
	who, err := viewer.From(ctx)
	if err != nil || who.User.IsZero() {
		return nil
	}
	return &who.User
}

// steps reads lines as the content of the year writes them.
func steps(lines []string) []schema.Step {
	var out []schema.Step
	for _, line := range lines {
		parts := strings.Split(line, " | ")
		step := schema.Step{Action: parts[0]}
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

// affirm says that suspect links hold, trace links and refinements in one act.
func (t *teller) affirm(ctx context.Context, a *act) error {
	refs := make([]requirements.LinkRef, len(a.Links))
	for i, link := range a.Links {
		from, to, _ := strings.Cut(link, " ")
		ref, suspect, err := t.link(ctx, from, to)
		if err != nil {
			return missing(err, link)
		}
		if !suspect {
			return fmt.Errorf("the link %s is not suspect", link)
		}
		refs[i] = ref
	}
	_, _, err := cases.Affirm(ctx, t.tx, requirements.LinksInput{Links: refs, Reason: a.Say})
	return err
}

// link finds a trace link by requirement and test case, or a refinement by child and parent.
func (t *teller) link(ctx context.Context, from, to string) (ref requirements.LinkRef, suspect bool, err error) {
	basis, err := t.requirement(ctx, from)
	if err != nil {
		return ref, false, err
	}
	if strings.HasPrefix(to, "R-") {
		one, err := t.tx.RequirementLink.Query().Where(requirementlink.ChildID(basis.ID),
			requirementlink.HasParentWith(requirement.Key(to))).Only(ctx)
		if err != nil {
			return ref, false, err
		}
		return requirements.LinkRef{ID: one.ID, ExpectedVersion: one.Version}, one.State == requirementlink.StateSUSPECT, nil
	}
	one, err := t.tx.TraceLink.Query().Where(tracelink.RequirementID(basis.ID), tracelink.HasTestCaseWith(testcase.Key(to))).Only(ctx)
	if err != nil {
		return ref, false, err
	}
	return requirements.LinkRef{ID: one.ID, ExpectedVersion: one.Version}, one.State == tracelink.StateSUSPECT, nil
}
