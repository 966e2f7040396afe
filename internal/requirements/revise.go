package requirements

import (
	"context"
	"fmt"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementversion"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Revise changes a requirement. Other content makes the next version, and an approved requirement is a DRAFT again, since
// nobody has agreed to the new content yet; approved_version still tells what was agreed to.
func Revise(ctx context.Context, tx *ent.Client, in ReviseInput) (*ent.Requirement, error) {
	var wrong checker
	wrong.content(in.Title, in.Text, in.Rationale, in.Type, in.Criticality, in.Attributes)
	wrong.text(maxKey, in.Release, "release")
	wrong.text(maxNote, in.Reason, "reason")
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	one, project, err := begin(ctx, tx, in.ID, in.ExpectedVersion)
	if err != nil {
		return nil, err
	}
	e := edit{one: one, project: project, content: in.content(one), release: one.ReleaseID, reason: text(in.Reason)}
	if in.Release != nil {
		e.release = nil
		if *in.Release != "" {
			if e.release, err = releaseOf(ctx, tx, project, *in.Release); err != nil {
				return nil, err
			}
		}
	}
	return e.save(ctx, tx)
}

// content is what the requirement says after the revision.
func (in ReviseInput) content(one *ent.Requirement) content {
	c := present(one)
	for _, field := range []struct{ given, to *string }{
		{in.Title, &c.Title}, {in.Text, &c.Text}, {in.Rationale, &c.Rationale}, {in.Type, &c.Type},
	} {
		if field.given != nil {
			*field.to = *field.given
		}
	}
	if in.Title != nil {
		c.Title = strings.TrimSpace(*in.Title)
	}
	if in.Criticality != nil {
		c.Criticality = *in.Criticality
	}
	if in.Attributes != nil {
		c.Attributes = projects.AttributeMap(in.Attributes)
	}
	return c
}

// RestoreVersion makes the content of an earlier version the next version.
func RestoreVersion(ctx context.Context, tx *ent.Client, in RestoreVersionInput) (*ent.Requirement, error) {
	var wrong checker
	wrong.text(maxNote, in.Reason, "reason")
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	one, project, err := begin(ctx, tx, in.ID, in.ExpectedVersion)
	if err != nil {
		return nil, err
	}
	earlier, err := tx.RequirementVersion.Query().
		Where(requirementversion.RequirementID(one.ID), requirementversion.Number(in.Number)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.New(fault.NotFound, "requirement %s has no version %d; its versions are 1 to %d", one.Key, in.Number, one.ContentVersion).At("number")
	}
	if err != nil {
		return nil, err
	}
	e := edit{one: one, project: project, release: one.ReleaseID, reason: text(in.Reason), content: content{
		Title: earlier.Title, Text: earlier.Text, Rationale: earlier.Rationale, Type: earlier.Type,
		Criticality: requirement.Criticality(earlier.Criticality), Attributes: bulk.Filled(earlier.Attributes),
	}}
	if e.reason == "" {
		e.reason = fmt.Sprintf("version %d comes back", in.Number)
	}
	return e.save(ctx, tx)
}

// edit is what becomes of a requirement.
type edit struct {
	one     *ent.Requirement
	project *ent.Project
	content content
	release *ident.ID
	reason  string
}

// save stores an edit. One that changes nothing leaves everything as it is.
func (e edit) save(ctx context.Context, tx *ent.Client) (*ent.Requirement, error) {
	one := e.one
	if one.Status == requirement.StatusOBSOLETE {
		_, err := Lifecycle.Check(one.Key, obsolete, verbRevise)
		return nil, err
	}
	update := tx.Requirement.UpdateOneID(one.ID)
	news, moved := e.content.hash() != present(one).hash(), !same(e.release, one.ReleaseID)
	if !news && !moved {
		return one, nil
	}
	if moved {
		if err := RefuseLocked(ctx, tx, given(one.ReleaseID, e.release)); err != nil {
			return nil, err
		}
	}
	if moved && e.release == nil {
		update.ClearReleaseID()
	} else if moved {
		update.SetReleaseID(*e.release)
	}
	if news {
		number := one.ContentVersion + 1
		e.content.set(update).SetContentVersion(number)
		if isApproved(one.Status) {
			move, err := Lifecycle.Check(one.Key, string(one.Status), verbRevise)
			if err != nil {
				return nil, err
			}
			update.SetStatus(requirement.Status(move.To))
		}
		if err := e.content.version(tx, e.project, one.ID, number, e.reason, clock.Now(ctx)).Exec(ctx); err != nil {
			return nil, bulk.Explain(err, "requirement")
		}
	}
	saved, err := update.AddVersion(1).Save(ctx)
	return saved, bulk.Explain(err, "requirement")
}

func same(a, b *ident.ID) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
