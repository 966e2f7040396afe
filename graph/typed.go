package graph

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/graph/news"
	"github.com/asterism-qa/asterism/internal/executions"
	"github.com/asterism-qa/asterism/internal/ident"
)

// The streams that dashboards watch: the same changes, in words of their own.

func finishing(requirements, releases []ident.ID) *schema.ChangeFilter {
	return &schema.ChangeFilter{EntityTypes: []string{ident.Execution.Word()}, Fields: []string{"status"}, Requirements: requirements, Releases: releases}
}

func moving(requirements, releases []ident.ID) *schema.ChangeFilter {
	return &schema.ChangeFilter{EntityTypes: []string{ident.Defect.Word()}, Fields: []string{"status"}, Requirements: requirements, Releases: releases}
}

// finished shows a change of an execution when it brought an outcome that is wanted; nothing otherwise.
func (r *Resolver) finished(ctx context.Context, c *news.Change, wanted []execution.Status) (*model.ExecutionFinished, error) {
	shown := &model.ExecutionFinished{Cursor: c.Cursor, Seq: c.Seq, Op: c.Op}
	if c.IsSign() {
		return shown, nil
	}
	_, after, err := statuses(c)
	status := execution.Status(after)
	if err != nil || after == "" || !executions.IsFinal(status) || (len(wanted) > 0 && !slices.Contains(wanted, status)) {
		return nil, err
	}
	shown.Status = &status
	shown.Execution, err = gone(r.Client.Execution.Get(ctx, c.Of.Entity))
	return shown, err
}

// moved shows a change of a defect when it moved to a status that is wanted; nothing otherwise.
func (r *Resolver) moved(ctx context.Context, c *news.Change, wanted []defect.Status) (*model.DefectMoved, error) {
	shown := &model.DefectMoved{Cursor: c.Cursor, Seq: c.Seq, Op: c.Op}
	if c.IsSign() {
		return shown, nil
	}
	before, after, err := statuses(c)
	to := defect.Status(after)
	if err != nil || after == "" || (len(wanted) > 0 && !slices.Contains(wanted, to)) {
		return nil, err
	}
	if before != "" {
		from := defect.Status(before)
		shown.From = &from
	}
	shown.To = &to
	shown.Defect, err = gone(r.Client.Defect.Get(ctx, c.Of.Entity))
	return shown, err
}

// statuses are those on both sides of a change; empty where there is none.
func statuses(c *news.Change) (before, after string, err error) {
	body, err := c.Of.Body()
	if err != nil {
		return "", "", err
	}
	for _, f := range body.Fields {
		if f.Name != "status" {
			continue
		}
		for to, raw := range map[*string]json.RawMessage{&before: f.Before, &after: f.After} {
			if len(raw) > 0 && string(raw) != "null" {
				if err := json.Unmarshal(raw, to); err != nil {
					return "", "", err
				}
			}
		}
	}
	return before, after, nil
}

// gone makes of what is not there any more nothing, which is no error.
func gone[T any](found *T, err error) (*T, error) {
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return found, err
}
