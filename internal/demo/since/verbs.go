package since

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/plans"
	"github.com/asterism-qa/asterism/internal/remarks"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// teller does acts inside a transaction.
type teller struct {
	tx    *ent.Client
	files map[*act]*remarks.Content
}

// verbs are all that an act may do.
var verbs = map[string]func(*teller, context.Context, *act) error{
	"requirementRevise": (*teller).reviseRequirement,
	"requirementSubmit": (*teller).submitRequirement,
	"caseRevise":        (*teller).reviseCase,
	"caseSubmit":        (*teller).submitCase,
	"linkAffirm":        (*teller).affirm,
	"suiteCreate":       (*teller).createSuite,
	"suitePlace":        (*teller).placeCases,
	"tagAdd":            (*teller).tag,
	"commentAdd":        (*teller).comment,
	"attach":            (*teller).attach,
	"signatureClassify": (*teller).classify,
	"defectAssign":      (*teller).assign,
	"defectDuplicate":   (*teller).markDuplicate,
	"cyclesComplete":    (*teller).completeCycles,
	"cyclesClose":       (*teller).closeCycles,
	// Moves that need nothing but a word are alike.
	"requirementApprove":   requirementMove(requirements.Approve),
	"requirementRework":    requirementMove(requirements.Rework),
	"requirementImplement": requirementMove(requirements.Implement),
	"requirementVerify":    requirementMove(requirements.Verify),
	"caseApprove":          caseMove(cases.Approve),
	"caseRework":           caseMove(cases.Rework),
	"defectConfirm":        defectMove(defects.Confirm),
	"defectReopen":         defectMove(defects.Reopen),
	"releaseFinish":        releaseMove(plans.FinishRelease),
	"releaseLock":          releaseMove(plans.LockRelease),
}

// move is a verb of an area that needs nothing but a word.
type move[T any] func(context.Context, *ent.Client, lifecycle.Input) (T, error)

func requirementMove(m move[*ent.Requirement]) func(*teller, context.Context, *act) error {
	return func(t *teller, ctx context.Context, a *act) error {
		one, err := t.requirement(ctx, a.Of)
		if err == nil {
			_, err = m(ctx, t.tx, lifecycle.Input{ID: one.ID, ExpectedVersion: one.Version, Note: a.note()})
		}
		return err
	}
}

func caseMove(m move[*ent.TestCase]) func(*teller, context.Context, *act) error {
	return func(t *teller, ctx context.Context, a *act) error {
		one, err := t.testCase(ctx, a.Of)
		if err == nil {
			_, err = m(ctx, t.tx, lifecycle.Input{ID: one.ID, ExpectedVersion: one.Version, Note: a.note()})
		}
		return err
	}
}

func defectMove(m move[*ent.Defect]) func(*teller, context.Context, *act) error {
	return func(t *teller, ctx context.Context, a *act) error {
		one, err := t.defect(ctx, a.Of)
		if err == nil {
			_, err = m(ctx, t.tx, lifecycle.Input{ID: one.ID, ExpectedVersion: one.Version, Note: a.note()})
		}
		return err
	}
}

func releaseMove(m move[*ent.Release]) func(*teller, context.Context, *act) error {
	return func(t *teller, ctx context.Context, a *act) error {
		one, err := t.release(ctx, a.Of)
		if err == nil {
			_, err = m(ctx, t.tx, lifecycle.Input{ID: one.ID, ExpectedVersion: one.Version, Note: a.note()})
		}
		return err
	}
}

// note is what the act says; nil for nothing.
func (a *act) note() *string {
	if a.Say == "" {
		return nil
	}
	return &a.Say
}
