package defects

import (
	"context"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Revise changes what a defect says; what is left out stays. When nothing differs it stays at its version.
func Revise(ctx context.Context, tx *ent.Client, in ReviseInput) (*ent.Defect, error) {
	var check fault.Check
	if err := checkContent(&check, in.Title, in.Text, in.Severity, in.Priority); err != nil {
		return nil, err
	}
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
	if !changed {
		return found, nil
	}
	saved, err := update.Save(ctx)
	return saved, bulk.Explain(err, "defect")
}

// checkContent collects what is wrong with the fields that people write.
func checkContent(check *fault.Check, title, text *string, severity *defect.Severity, priority *defect.Priority) error {
	for field, given := range map[string]*string{"title": title, "text": text} {
		if given == nil {
			continue
		}
		if err := check.Note(bulk.CheckText(field, *given)); err != nil {
			return err
		}
	}
	if title != nil && strings.TrimSpace(*title) == "" {
		check.Fail("title is empty; say in one line what is wrong", "title")
	}
	if severity != nil && defect.SeverityValidator(*severity) != nil {
		check.Fail("severity is one of BLOCKER, CRITICAL, MAJOR, MINOR and TRIVIAL", "severity")
	}
	if priority != nil && defect.PriorityValidator(*priority) != nil {
		check.Fail("priority is one of P0, P1, P2, P3 and P4", "priority")
	}
	return nil
}
