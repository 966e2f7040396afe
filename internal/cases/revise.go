package cases

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcaseversion"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Revise changes a test case. Other content makes the next version, and an APPROVED case a DRAFT again; an edit that says
// what is there already changes nothing.
func Revise(ctx context.Context, tx *ent.Client, in ReviseInput) (*ent.TestCase, error) {
	e := in.edit()
	var wrong check
	wrong.edit(e)
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	found, err := revisable(open(ctx, tx, in.ID, in.ExpectedVersion))
	if err != nil {
		return nil, err
	}
	c, err := e.content(contentOf(found))
	if err != nil {
		return nil, err
	}
	return rewrite(ctx, tx, found, c, in.Reason, e)
}

// RestoreVersion makes the content of an earlier version the next version, so that nothing of the history is lost.
func RestoreVersion(ctx context.Context, tx *ent.Client, in RestoreVersionInput) (*ent.TestCase, error) {
	e := edit{reason: in.Reason}
	var wrong check
	wrong.edit(e)
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	found, err := revisable(open(ctx, tx, in.ID, in.ExpectedVersion))
	if err != nil {
		return nil, err
	}
	earlier, err := tx.TestCaseVersion.Query().
		Where(testcaseversion.ProjectID(found.ProjectID), testcaseversion.TestCaseID(found.ID), testcaseversion.Number(in.Number)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.New(fault.NotFound, "the test case %s has no version %d; it has 1 to %d", found.Key, in.Number, found.ContentVersion).At("number")
	}
	if err != nil {
		return nil, err
	}
	c := content{earlier.Title, earlier.Description, earlier.Precondition, earlier.Steps, earlier.Parameters, earlier.DataRows}
	return rewrite(ctx, tx, found, c, in.Reason, e)
}

// revisable lets a case pass unless its state is final.
func revisable(found *ent.TestCase, err error) (*ent.TestCase, error) {
	if err == nil && found.Status == testcase.StatusDEPRECATED {
		_, err = Lifecycle.Check(found.Key, string(found.Status), verbRevise)
	}
	return found, err
}

// rewrite stores what an edit makes of a case.
func rewrite(ctx context.Context, tx *ent.Client, found *ent.TestCase, c content, reason *string, e edit) (*ent.TestCase, error) {
	now := clock.Now(ctx)
	update := tx.TestCase.UpdateOneID(found.ID).SetUpdatedAt(now).AddVersion(1)
	changed := e.setRest(update.Mutation(), found)
	if c.hash() != contentOf(found).hash() {
		changed = true
		number := found.ContentVersion + 1
		setContent(update.Mutation(), c)
		update.SetContentVersion(number)
		if found.Status == testcase.StatusAPPROVED {
			move, err := Lifecycle.Check(found.Key, string(found.Status), verbRevise)
			if err != nil {
				return nil, err
			}
			update.SetStatus(testcase.Status(move.To))
		}
		if err := frozen(tx, found.ProjectID, found.ID, number, c, lifecycle.Say(reason), now).Exec(ctx); err != nil {
			return nil, bulk.Explain(err, "test case")
		}
	}
	if !changed {
		return found, nil
	}
	revised, err := update.Save(ctx)
	return revised, bulk.Explain(err, "test case")
}
