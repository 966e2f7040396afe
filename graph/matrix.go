package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/matrix"
)

// matrixAxis reads what a client says of an axis.
func matrixAxis(asked model.MatrixAxisInput) matrix.Axis {
	axis := matrix.Axis{First: matrix.DefaultFirst, Text: orEmpty(asked.Text)}
	if asked.From != nil {
		axis.From = *asked.From
	}
	if asked.First != nil {
		axis.First = *asked.First
	}
	return axis
}

// matrixOf answers one window; a project that is reached by several ways answers it once.
func matrixOf(ctx context.Context, r *Resolver, project *ent.Project, question matrix.Question) (*model.Matrix, error) {
	if err := alone(project.Siblings, "matrix"); err != nil {
		return nil, err
	}
	key, err := fieldKey(ctx)
	if err != nil {
		return nil, err
	}
	question.Counts = selects(ctx, "rowCount") || selects(ctx, "columnCount")
	question.Cells = selects(ctx, "cells")
	if question.Cells {
		key += " cells"
	}
	if question.Counts {
		key += " counts"
	}
	found, err := once(orAlone(project.Siblings, project.ID), key, func() (any, error) {
		return matrix.Of(ctx, r.reader(ctx), project.ID, question)
	})
	if err != nil {
		return nil, err
	}
	return matrixAnswer(found.(*matrix.Answer)), nil
}

func matrixAnswer(a *matrix.Answer) *model.Matrix {
	shown := &model.Matrix{
		RowCount: a.RowCount, ColumnCount: a.ColumnCount, Rows: a.Rows, Columns: a.Columns,
		Cells: make([]*model.MatrixCell, len(a.Cells)),
	}
	for i, cell := range a.Cells {
		shown.Cells[i] = &model.MatrixCell{
			Row: cell.Row, Column: cell.Column, Evidence: model.CoverageStatus(cell.Evidence), Links: cell.Links,
		}
	}
	return shown
}
