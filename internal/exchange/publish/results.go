package publish

import (
	"context"
	"fmt"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/exchange/record"
	"github.com/asterism-qa/asterism/internal/executions"
)

// future is how far a clock may be ahead before it is worth a warning.
const future = 24 * time.Hour

// results records executions.
func (p *publisher) results(ctx context.Context) error {
	known := newCaseNames(p)
	prints := newPrints(p.in.Key, p.in.Digests)
	again := newRepeats(p)
	explicit := p.statedTimes()
	err := each(ctx, p, record.KindResult, "results", func(files []int, batch []*record.Result) error {
		if err := known.learn(ctx, batch); err != nil {
			return err
		}
		drafts, stated := make([]executions.Draft, 0, len(batch)), make([]*record.Result, 0, len(batch))
		for i, r := range batch {
			fingerprint := prints.of(files[i], p.in.Digests[files[i]], r)
			found, ok := known.found[r.Case]
			if !ok {
				known.skip(r)
				continue
			}
			d, err := p.execution(r)
			if err != nil {
				return err
			}
			d.Fingerprint, d.TestCaseID, d.TestCaseVersion = fingerprint, found.ID, found.ContentVersion
			if d.ExecutedAt.IsZero() {
				if d.ExecutedAt = explicit[r.Build]; d.ExecutedAt.IsZero() {
					d.ExecutedAt = p.now
				}
			}
			drafts, stated = append(drafts, d), append(stated, r)
		}
		outcome, err := executions.Record(ctx, p.tx, p.project, drafts, p.now)
		if err != nil {
			return err
		}
		p.report.add(outcome, placesOf(stated))
		for i, r := range stated {
			under, known := outcome.Known[i]
			switch {
			case known:
				again.note(r, under, drafts[i].TestCaseID)
			case r.ExecutedAt.IsZero():
				p.timeless(r, !explicit[r.Build].IsZero())
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return again.tell(ctx)
}

func (p *publisher) execution(r *record.Result) (executions.Draft, error) {
	status := execution.Status(r.Status)
	if err := execution.StatusValidator(status); err != nil {
		return executions.Draft{}, record.Errorf(r.Position, "status", "%q is no status of an execution", r.Status)
	}
	if r.ExecutedAt.After(p.now.Add(future)) {
		p.words.note("future\x00"+r.File, placeOf(r), func(count int) (string, string) {
			return "executedAt", fmt.Sprintf("is later than now; the clock of the machine may be wrong (%s of the file)", counted(count, "result", "results"))
		})
	}
	d := executions.Draft{
		Scenario: r.Scenario, Status: status, RawStatus: r.RawStatus, Name: r.Name, ClassName: r.ClassName,
		Message: r.Message, FailureText: r.FailureText, FailureType: r.FailureType,
		DurationMS: r.Duration.Milliseconds(), ExecutedAt: r.ExecutedAt, Executor: r.Executor, Properties: r.Properties,
		SourceFile: r.File, SourceLine: max(0, r.Line), ImportRunID: &p.run,
		BuildID: p.build(r.Build), EnvironmentID: p.environment(r.Environment), CycleID: p.cycle(r.Cycle),
	}
	for _, s := range r.Steps {
		d.Steps = append(d.Steps, schema.StepResult{Name: s.Name, Status: s.Status, Message: s.Message, DurationMS: s.Duration.Milliseconds()})
	}
	return d, nil
}

// statedTimes are when the builds were built, as far as somebody said so.
func (p *publisher) statedTimes() map[string]time.Time {
	stated := map[string]time.Time{}
	for key, b := range p.builds {
		if b.BuiltAtStated {
			stated[key] = b.BuiltAt
		}
	}
	return stated
}
