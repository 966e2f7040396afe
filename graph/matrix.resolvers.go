package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/matrix"
)

func (r *projectResolver) Matrix(ctx context.Context, obj *ent.Project, rows model.MatrixAxisInput, columns model.MatrixAxisInput, gaps *bool, linked *bool, scope *model.CoverageScope) (*model.Matrix, error) {
	return matrixOf(ctx, r.Resolver, obj, matrix.Question{
		Rows: matrixAxis(rows), Columns: matrixAxis(columns), Scope: coverageScope(scope),
		Gaps: gaps != nil && *gaps, Linked: linked != nil && *linked,
	})
}
