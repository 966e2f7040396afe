package defects

import (
	"context"
	"strconv"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Revise changes what a defect says; what is left out stays, and what is to be cleared is undecided again. When nothing differs it stays at its version.
func Revise(ctx context.Context, tx *ent.Client, in ReviseInput) (*ent.Defect, error) {
	var check fault.Check
	if err := checkContent(&check, in.Title, in.Text, in.Severity, in.Priority); err != nil {
		return nil, err
	}
	in.checkClear(&check)
	if err := check.Err(); err != nil {
		return nil, err
	}
	found, _, err := load(ctx, tx, in.ID)
	if err != nil {
		return nil, err
	}
	if err := bulk.Expect("defect", found.Key, found.Version, in.ExpectedVersion); err != nil {
		return nil, err
	}
	update, changed := tx.Defect.UpdateOne(found).AddVersion(1), false
	if in.Title != nil && *in.Title != found.Title {
		update.SetTitle(*in.Title)
		changed = true
	}
	if in.Text != nil && *in.Text != found.Text {
		update.SetText(*in.Text)
		changed = true
	}
	if in.Severity != nil && (found.Severity == nil || *found.Severity != *in.Severity) {
		update.SetSeverity(*in.Severity)
		changed = true
	}
	if in.Priority != nil && (found.Priority == nil || *found.Priority != *in.Priority) {
		update.SetPriority(*in.Priority)
		changed = true
	}
	if in.DueAt != nil && (found.DueAt == nil || !found.DueAt.Equal(*in.DueAt)) {
		update.SetDueAt(*in.DueAt)
		changed = true
	}
	for _, field := range in.Clear {
		changed = empty(update.Mutation(), field, found) || changed
	}
	if !changed {
		return found, nil
	}
	saved, err := update.Save(ctx)
	return saved, bulk.Explain(err, "defect")
}

// The fields that a revision can empty.
const (
	clearSeverity = "SEVERITY"
	clearPriority = "PRIORITY"
	clearDueAt    = "DUE_AT"
)

// checkClear refuses to empty what cannot be empty, and what is given at the same time.
func (in ReviseInput) checkClear(check *fault.Check) {
	given := map[string]bool{clearSeverity: in.Severity != nil, clearPriority: in.Priority != nil, clearDueAt: in.DueAt != nil}
	for i, field := range in.Clear {
		isGiven, isKnown := given[field]
		switch {
		case !isKnown:
			check.Fail("a revision can empty SEVERITY, PRIORITY and DUE_AT, and no other field", "clear", strconv.Itoa(i))
		case isGiven:
			check.Fail(field+" is given and emptied at once; leave one of them out", "clear", strconv.Itoa(i))
		}
	}
}

// empty makes a field undecided again and tells whether it was decided.
func empty(m *ent.DefectMutation, field string, found *ent.Defect) bool {
	switch {
	case field == clearSeverity && found.Severity != nil:
		m.ClearSeverity()
	case field == clearPriority && found.Priority != nil:
		m.ClearPriority()
	case field == clearDueAt && found.DueAt != nil:
		m.ClearDueAt()
	default:
		return false
	}
	return true
}
