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
	children := map[string]int{} // places of parents by the child's key in the source
	err := each(ctx, p, record.KindRequirement, "requirements", func(_ []int, batch []*record.Requirement) error {
		var drafts []requirements.Draft
		var stated []*record.Requirement
		for _, r := range batch {
			if p.repeated(r, r.Key, r.External) {
				continue
			}
			drafts, stated = append(drafts, p.requirement(r, len(drafts))), append(stated, r)
		}
		outcome, err := requirements.Put(ctx, p.tx, p.project, drafts, p.now)
		if err != nil {
			return err
		}
		p.report.add(outcome, placesOf(stated))
		p.settle(outcome.Became)
		for i, is := range outcome.Became {
			if r := stated[i]; r.Parent != "" {
				parents = append(parents, requirements.ParentDraft{Child: is.Key, Parent: r.Parent})
				if r.Key != "" {
					children[r.Key] = len(parents) - 1
				}
				parentPlaces = append(parentPlaces, placeOf(r))
			}
			p.keyless(stated[i], stated[i].Stated, "requirement", "requirements")
			if is.IsNew && drafts[i].Title == "" {
				p.untitled(record.KindRequirement, placeOf(stated[i]), "requirement", "requirements")
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := p.refined(ctx, parents, children); err != nil {
		return err
	}
	outcome, err := requirements.SetParents(ctx, p.tx, p.project, parents, p.now)
	p.report.add(outcome, parentPlaces)
	return err
}

// refined notes what the files say that children refine, wherever they stand.
func (p *publisher) refined(ctx context.Context, parents []requirements.ParentDraft, children map[string]int) error {
	if len(children) == 0 {
		return nil
	}
	return p.in.Stage.Each(ctx, record.KindRefinement, func(_ int, r record.Record) error {
		stated := r.(*record.Refinement)
		if at, known := children[stated.Child]; known && (stated.Role == "" || stated.Role == string(requirementlink.RoleREFINES)) {
			parents[at].Refines = append(parents[at].Refines, stated.Parent)
		}
		return nil
	})
}

func (p *publisher) requirement(r *record.Requirement, index int) requirements.Draft {
	return requirements.Draft{
		Key: r.Key, Title: r.Title, Text: r.Text, Rationale: r.Rationale, Type: r.Type, Attributes: r.Attributes,
		Criticality: word[requirement.Criticality](p, r, index, "criticality", r.Criticality),
		Status:      word[requirement.Status](p, r, index, "status", r.Status),
		ReleaseID:   p.release(r.Release), External: external(r.External), Stated: r.Stated,
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
