package projects

import (
	"context"
	"fmt"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/keycounter"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// The letters in front of made keys.
const (
	RequirementKeys = "R"
	CaseKeys        = "C"
	DefectKeys      = "D"
	ReleaseKeys     = "REL"
	BuildKeys       = "B"
	EnvironmentKeys = "ENV"
	CycleKeys       = "CY"
)

// maxRounds ends the search for free keys when somebody took every next number by hand: the rounds double, so that is
// when a hundred thousand numbers in a row are taken.
const maxRounds = 17

// Keys makes n new keys such as R-12. Taken tells which of some keys are in use already, also in the trash; those are
// skipped. The numbers come from a counter row, which also keeps two writers from making the same key.
func Keys(ctx context.Context, tx *ent.Client, project *ent.Project, kind string, n int, taken func(keys []string) (map[string]bool, error)) ([]string, error) {
	if n == 0 {
		return nil, nil
	}
	last, err := advance(ctx, tx, project, kind, n)
	if err != nil {
		return nil, err
	}
	keys, number := make([]string, 0, n), last-n
	for round := range maxRounds {
		candidates := make([]string, max(n-len(keys), 1<<round))
		for i := range candidates {
			candidates[i] = fmt.Sprintf("%s-%d", kind, number+1+i)
		}
		used, err := taken(candidates)
		if err != nil {
			return nil, err
		}
		for _, key := range candidates {
			number++
			if !used[key] {
				keys = append(keys, key)
			}
			if len(keys) < n {
				continue
			}
			if number > last { // keys that came from elsewhere stood in the way
				_, err = advance(ctx, tx, project, kind, number-last)
			}
			return keys, err
		}
	}
	return nil, fault.New(fault.Precondition, "the keys that follow %s-%d are all in use; give a key", kind, last-n)
}

// advance raises the counter and returns its new value.
func advance(ctx context.Context, tx *ent.Client, project *ent.Project, kind string, by int) (int, error) {
	err := tx.KeyCounter.Create().SetProjectID(project.ID).SetKind(kind).SetLast(by).
		OnConflictColumns(keycounter.FieldProjectID, keycounter.FieldKind).
		Update(func(u *ent.KeyCounterUpsert) { u.AddLast(by) }).
		Exec(ctx)
	if err != nil {
		return 0, bulk.Explain(err, "key")
	}
	counter, err := tx.KeyCounter.Query().
		Where(keycounter.ProjectID(project.ID), keycounter.Kind(kind)).Only(ctx)
	if err != nil {
		return 0, err
	}
	return counter.Last, nil
}
