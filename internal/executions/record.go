package executions

import (
	"context"
	"slices"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Record stores executions whose fingerprint is not known yet, and brings the latest execution of their cases up to
// date. Give it many at once: the cases are touched once.
func Record(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []Draft, now time.Time) (bulk.Outcome, error) {
	var total bulk.Outcome
	touched := map[ident.ID]bool{}
	told := failures{}
	for first := 0; first < len(drafts); first += bulk.Size {
		w := &writer{tx: tx, project: project, now: now, told: told, drafts: drafts[first:min(first+bulk.Size, len(drafts))]}
		if err := w.record(ctx, touched); err != nil {
			return total, bulk.Explain(err, "execution")
		}
		total.Add(w.outcome, first)
	}
	return total, bulk.Explain(refresh(ctx, tx, touched), "test case")
}

// writer stores one statement's worth of drafts.
type writer struct {
	tx      *ent.Client
	project *ent.Project
	now     time.Time
	told    failures
	drafts  []Draft
	outcome bulk.Outcome
}

func (w *writer) record(ctx context.Context, touched map[ident.ID]bool) error {
	fresh, err := w.fresh(ctx)
	if err != nil || len(fresh) == 0 {
		return err
	}
	if err := refuseEndedCycles(ctx, w.tx, fresh); err != nil {
		return err
	}
	attempts, err := countAttempts(ctx, w.tx, fresh)
	if err != nil {
		return err
	}
	// Ids are made in executed order too, so that equal times still sort as they came.
	slices.SortStableFunc(fresh, func(a, b *Draft) int { return a.ExecutedAt.Compare(b.ExecutedAt) })
	signatures, err := w.told.sign(ctx, w.tx, w.project, fresh)
	if err != nil {
		return err
	}
	created := make([]*ent.ExecutionCreate, len(fresh))
	for i, d := range fresh {
		attempts[d.series()]++
		created[i] = w.create(d, attempts[d.series()])
		if id, failed := signatures[d]; failed {
			created[i].SetSignatureID(id)
		}
		touched[d.TestCaseID] = true
	}
	w.outcome.Created += len(created)
	return w.tx.Execution.CreateBulk(created...).Exec(ctx)
}

// fresh are the drafts that are not known yet, each once.
func (w *writer) fresh(ctx context.Context) ([]*Draft, error) {
	prints := make([]string, len(w.drafts))
	for i, d := range w.drafts {
		if err := d.check(); err != nil {
			return nil, err
		}
		prints[i] = d.Fingerprint
	}
	known, err := w.tx.Execution.Query().
		Where(execution.ProjectID(w.project.ID), bulk.Texts[predicate.Execution](execution.FieldFingerprint, prints)).
		Select(execution.FieldID, execution.FieldFingerprint, execution.FieldTestCaseID).All(ctx)
	if err != nil {
		return nil, err
	}
	seen, before := make(map[string]bool, len(w.drafts)), make(map[string]ident.ID, len(known))
	for _, one := range known {
		seen[one.Fingerprint], before[one.Fingerprint] = true, one.TestCaseID
	}
	w.outcome.Known = make(map[int]ident.ID, len(known))
	var fresh []*Draft
	for i := range w.drafts {
		d := &w.drafts[i]
		if seen[d.Fingerprint] {
			w.outcome.Unchanged++
			if under, known := before[d.Fingerprint]; known {
				w.outcome.Known[i] = under
			}
			continue
		}
		seen[d.Fingerprint] = true
		fresh = append(fresh, d)
	}
	return fresh, nil
}

func (w *writer) create(d *Draft, attempt int) *ent.ExecutionCreate {
	one := w.tx.Execution.Create().SetID(ident.New(ident.Execution)).SetProjectID(w.project.ID).
		SetFingerprint(d.Fingerprint).SetTestCaseID(d.TestCaseID).SetTestCaseVersion(d.TestCaseVersion).
		SetAttempt(attempt).SetScenario(d.Scenario).SetStatus(d.Status).SetRawStatus(d.RawStatus).
		SetName(d.Name).SetClassName(d.ClassName).SetMessage(d.Message).SetFailureText(d.FailureText).
		SetFailureType(d.FailureType).SetDurationMs(max(0, d.DurationMS)).SetExecutedAt(d.ExecutedAt).SetExecutor(d.Executor).
		SetSourceFile(d.SourceFile).SetSourceLine(d.SourceLine).SetNillableBuildID(d.BuildID).
		SetNillableEnvironmentID(d.EnvironmentID).SetNillableCycleID(d.CycleID).SetNillableImportRunID(d.ImportRunID).
		SetCreatedAt(w.now).SetUpdatedAt(w.now)
	if len(d.Steps) > 0 {
		one.SetStepResults(d.Steps)
	}
	if len(d.Properties) > 0 {
		one.SetProperties(d.Properties)
	}
	return one
}
