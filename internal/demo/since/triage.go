package since

import (
	"context"
	"errors"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/build"
	"github.com/asterism-qa/asterism/ent/gen/ent/failuresignature"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcycle"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/plans"
	"github.com/asterism-qa/asterism/internal/signatures"
)

func (t *teller) classify(ctx context.Context, a *act) error {
	one, err := t.signature(ctx, a.Of)
	if err != nil {
		return err
	}
	in := signatures.ClassifyInput{ID: one.ID, ExpectedVersion: one.Version, Class: failuresignature.Class(a.Class), Note: a.note()}
	if a.Other != "" {
		known, err := t.defect(ctx, a.Other)
		if err != nil {
			return err
		}
		in.Defect, in.LinkExecutions = &known.ID, &a.Join
	}
	if a.Mute != "" {
		until, err := time.Parse(time.DateOnly, a.Mute)
		if err != nil {
			return err
		}
		in.MuteUntil = &until
	}
	_, _, err = defects.ClassifySignature(ctx, t.tx, in)
	return err
}

// assign gives a defect to the person at this machine.
func (t *teller) assign(ctx context.Context, a *act) error {
	to := reviewer(ctx)
	if to == nil {
		return errors.New("nobody is there to whom it could be assigned")
	}
	one, err := t.defect(ctx, a.Of)
	if err == nil {
		_, err = defects.Assign(ctx, t.tx, defects.AssignInput{ID: one.ID, ExpectedVersion: one.Version, Assignee: *to, Note: a.note()})
	}
	return err
}

func (t *teller) markDuplicate(ctx context.Context, a *act) error {
	one, err := t.defect(ctx, a.Of)
	if err != nil {
		return err
	}
	other, err := t.defect(ctx, a.Other)
	if err == nil {
		_, err = defects.MarkDuplicate(ctx, t.tx, defects.DuplicateInput{ID: one.ID, ExpectedVersion: one.Version, Of: other.ID, Note: a.note()})
	}
	return err
}

func (t *teller) completeCycles(ctx context.Context, a *act) error {
	return t.cycles(ctx, a, plans.CompleteCycle)
}

func (t *teller) closeCycles(ctx context.Context, a *act) error {
	return t.cycles(ctx, a, plans.CloseCycle)
}

// cycles moves all cycles of a release.
func (t *teller) cycles(ctx context.Context, a *act, m move[*ent.TestCycle]) error {
	of, err := t.release(ctx, a.Of)
	if err != nil {
		return err
	}
	all, err := t.tx.TestCycle.Query().Where(testcycle.HasBuildWith(build.ReleaseID(of.ID))).Order(ent.Asc(testcycle.FieldKey)).All(ctx)
	if err != nil {
		return err
	}
	for _, one := range all {
		if _, err := m(ctx, t.tx, lifecycle.Input{ID: one.ID, ExpectedVersion: one.Version}); err != nil {
			return err
		}
	}
	return nil
}
