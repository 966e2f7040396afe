package requirements

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// Submit asks for a review: of a member by name, of whoever reviewed before, or of anybody.
func Submit(ctx context.Context, tx *ent.Client, in SubmitInput) (*ent.Requirement, error) {
	var wrong checker
	wrong.text(maxNote, in.Note, fieldNote)
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	one, project, err := begin(ctx, tx, in.ID, in.ExpectedVersion)
	if err != nil {
		return nil, err
	}
	move, err := Lifecycle.Check(one.Key, string(one.Status), verbSubmit)
	if err != nil {
		return nil, err
	}
	if in.Reviewer != nil {
		if err := mayReview(ctx, tx, project, *in.Reviewer); err != nil {
			return nil, err
		}
	}
	saved, err := tx.Requirement.UpdateOneID(one.ID).SetStatus(requirement.Status(move.To)).SetNillableReviewerID(in.Reviewer).
		ClearReviewVerdict().SetReviewNote("").ClearReviewedAt().AddVersion(1).Save(ctx)
	if err != nil {
		return nil, bulk.Explain(err, "requirement")
	}
	return saved, say(ctx, tx, one, in.Note)
}

// mayReview makes sure that somebody who is asked is a member who can answer.
func mayReview(ctx context.Context, tx *ent.Client, project *ent.Project, user ident.ID) error {
	found, err := tx.Membership.Query().Where(membership.ProjectID(project.ID), membership.UserID(user)).Only(ctx)
	if ent.IsNotFound(err) {
		return fault.New(fault.NotFound, "there is no such member of project %s; choose a member", project.Key).At("reviewer")
	}
	if err == nil && found.Role != membership.RoleEDITOR && found.Role != membership.RoleADMIN {
		return fault.New(fault.Invalid, "a %s of project %s may not review; choose an EDITOR or ADMIN", found.Role, project.Key).At("reviewer")
	}
	return err
}

// Approve agrees in a review to the present content.
func Approve(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Requirement, error) {
	return review(ctx, tx, in, verbApprove, requirement.ReviewVerdictAPPROVED)
}

// Rework sends a requirement back in a review; the note says why.
func Rework(ctx context.Context, tx *ent.Client, in lifecycle.Input) (*ent.Requirement, error) {
	return review(ctx, tx, in, verbRework, requirement.ReviewVerdictREWORK)
}

func review(ctx context.Context, tx *ent.Client, in lifecycle.Input, verb string, verdict requirement.ReviewVerdict) (*ent.Requirement, error) {
	one, move, err := step(ctx, tx, in, verb)
	if err != nil {
		return nil, err
	}
	who, err := viewer.From(ctx)
	if err != nil {
		return nil, err
	}
	if asked := one.ReviewerID; asked != nil && *asked != who.User && !who.System {
		project, err := tx.Project.Get(ctx, one.ProjectID)
		if err != nil {
			return nil, err
		}
		switch err := mayReview(ctx, tx, project, *asked); {
		case err == nil:
			return nil, another(ctx, tx, one)
		case fault.Of(err) == nil:
			return nil, err
		} // somebody who may no longer review leaves it to others
	}
	update := tx.Requirement.UpdateOneID(one.ID).SetStatus(requirement.Status(move.To)).
		SetReviewVerdict(verdict).SetReviewNote(lifecycle.Say(in.Note)).SetReviewedAt(clock.Now(ctx))
	if !who.User.IsZero() {
		update.SetReviewerID(who.User)
	}
	if verdict == requirement.ReviewVerdictAPPROVED {
		update.SetApprovedVersion(one.ContentVersion)
	}
	saved, err := update.AddVersion(1).Save(ctx)
	if err != nil {
		return nil, bulk.Explain(err, "requirement")
	}
	return saved, say(ctx, tx, one, in.Note) // the next review begins with an empty note
}

// another refuses a review that somebody else was asked for.
func another(ctx context.Context, tx *ent.Client, one *ent.Requirement) error {
	asked, err := tx.User.Get(ctx, *one.ReviewerID)
	if err != nil {
		return err
	}
	return fault.New(fault.Denied, "the review of requirement %s is another's: %s was asked and has to answer", one.Key, asked.Name).At("id")
}
