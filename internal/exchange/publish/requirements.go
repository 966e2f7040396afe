package publish

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// requirements stores requirements, then puts each under its parent.
func (p *publisher) requirements(ctx context.Context) error {
	var parents []requirements.ParentDraft
	var parentPlaces []place
	err := each(ctx, p, record.KindRequirement, "requirements", func(_ []int, batch []*record.Requirement) error {
		var drafts []requirements.Draft
		var places []place
		for _, r := range batch {
			if p.repeated(r, r.Key, r.External) {
				continue
			}
			at := placeOf(r)
			drafts, places = append(drafts, p.requirement(r, at)), append(places, at)
			if r.Parent != "" && r.Key != "" {
				parents = append(parents, requirements.ParentDraft{Child: r.Key, Parent: r.Parent})
				parentPlaces = append(parentPlaces, at)
			}
		}
		outcome, err := requirements.Put(ctx, p.tx, p.project, drafts, p.now)
		p.report.add(outcome, places)
		return err
	})
	if err != nil {
		return err
	}
	outcome, err := requirements.SetParents(ctx, p.tx, p.project, parents, p.now)
	p.report.add(outcome, parentPlaces)
	return err
}

func (p *publisher) requirement(r *record.Requirement, at place) requirements.Draft {
	return requirements.Draft{
		Key: r.Key, Title: r.Title, Text: r.Text, Rationale: r.Rationale, Type: r.Type, Attributes: r.Attributes,
		Criticality: word[requirement.Criticality](p, criticalities, at, "criticality", r.Criticality, "UNDEFINED"),
		Status:      word[requirement.Status](p, requirementStatuses, at, "status", r.Status, "DRAFT"),
		ReleaseID:   p.release(r.Release), External: external(r.External),
	}
}

// refinements links requirements to those that they refine.
func (p *publisher) refinements(ctx context.Context) error {
	return each(ctx, p, record.KindRefinement, "refinements", func(_ []int, batch []*record.Refinement) error {
		drafts, places := make([]requirements.LinkDraft, len(batch)), make([]place, len(batch))
		for i, r := range batch {
			drafts[i] = requirements.LinkDraft{Child: r.Child, Parent: r.Parent, Role: requirementlink.RoleREFINES}
			if r.Role != "" {
				drafts[i].Role = requirementlink.Role(r.Role)
			}
			if err := requirementlink.RoleValidator(drafts[i].Role); err != nil {
				return record.Errorf(r.Position, "role", "%q is no role; known are REFINES, SATISFIES, DERIVES and RELATES", r.Role)
			}
			places[i] = placeOf(r)
		}
		outcome, err := requirements.Link(ctx, p.tx, p.project, drafts, p.now)
		p.report.add(outcome, places)
		return err
	})
}
