package requirements

import (
	"context"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

func (in CreateInput) check() error {
	var wrong checker
	projects.CheckKey(&wrong.Check, "key", in.Key)
	wrong.content(&in.Title, in.Text, in.Rationale, in.Type, in.Criticality, in.Attributes)
	wrong.text(maxKey, in.Release, "release")
	wrong.text(maxNote, in.Reason, "reason")
	return wrong.Err()
}

// Create writes down a requirement, as a DRAFT in version 1. Under a parent it stands last, and refines it.
func Create(ctx context.Context, tx *ent.Client, in CreateInput) (*ent.Requirement, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	project, err := projects.Named(ctx, tx, in.Project, membership.RoleEDITOR)
	if err != nil {
		return nil, err
	}
	if err := projects.LockForImport(ctx, tx, project); err != nil { // keys and positions are given out to one at a time
		return nil, err
	}
	key, err := in.freeKey(ctx, tx, project)
	if err != nil {
		return nil, err
	}
	var parent *ent.Requirement
	if in.Parent != nil {
		if _, err := held(ctx, tx, *in.Parent); err != nil {
			return nil, err
		}
		if parent, err = within(ctx, tx, project, *in.Parent, "parent"); err != nil {
			return nil, err
		}
	}
	var releaseID *ident.ID
	if text(in.Release) != "" {
		if releaseID, err = releaseOf(ctx, tx, project, *in.Release); err != nil {
			return nil, err
		}
	}
	if err := RefuseLocked(ctx, tx, given(releaseID)); err != nil {
		return nil, err
	}
	last, err := lastPosition(ctx, tx, project)
	if err != nil {
		return nil, err
	}
	c := content{Title: strings.TrimSpace(in.Title), Text: text(in.Text), Rationale: text(in.Rationale), Type: text(in.Type),
		Criticality: requirement.DefaultCriticality, Attributes: projects.AttributeMap(in.Attributes)}
	if in.Criticality != nil {
		c.Criticality = *in.Criticality
	}
	now := clock.Now(ctx)
	made, err := c.create(tx, project, ident.New(ident.Requirement), key, now).SetPosition(last + 1).SetNillableReleaseID(releaseID).
		SetNillableParentID(in.Parent).Save(ctx)
	if err != nil {
		return nil, bulk.Explain(err, "requirement")
	}
	if err := c.version(tx, project, made.ID, 1, text(in.Reason), now).Exec(ctx); err != nil {
		return nil, bulk.Explain(err, "requirement")
	}
	if parent == nil {
		return made, nil
	}
	if err := arrange(ctx, tx, project, made, in.Parent, nil); err != nil {
		return nil, err
	}
	if err := follow(ctx, tx, made, parent); err != nil {
		return nil, err
	}
	return tx.Requirement.Get(ctx, made.ID)
}

// freeKey is the key that the requirement gets; one that is taken, also in the trash, is refused.
func (in CreateInput) freeKey(ctx context.Context, tx *ent.Client, project *ent.Project) (string, error) {
	is, err := projects.Recognise(ctx, tx, project, kind(ctx, tx, project), []projects.Identity{{Key: text(in.Key)}})
	if err != nil {
		return "", err
	}
	switch found := is.Found[0]; {
	case found == nil:
		return is.Keys[0], nil
	case found.DeletedAt != nil:
		return "", fault.New(fault.Conflict, "the requirement %s is in the trash; restore it or choose another key", found.Key).At("key")
	default:
		return "", fault.New(fault.Conflict, "there is already a requirement %s; choose another key", found.Key).At("key")
	}
}

// lastPosition is the place of the last requirement in document order, the trash included; 0 when there is none.
func lastPosition(ctx context.Context, tx *ent.Client, project *ent.Project) (int, error) {
	all, err := tx.Requirement.Query().Where(requirement.ProjectID(project.ID)).
		Order(ent.Desc(requirement.FieldPosition)).Select(requirement.FieldID, requirement.FieldPosition).Limit(1).
		All(includingTrash(ctx))
	if err != nil || len(all) == 0 {
		return 0, err
	}
	return all[0].Position, nil
}
