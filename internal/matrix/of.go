package matrix

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/coverage"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Answer is one window.
type Answer struct {
	// RowCount and ColumnCount are how many there are outside the window too; 0 when nobody asked.
	RowCount, ColumnCount int
	// Rows are the requirements of the window, Columns its test cases.
	Rows    []*ent.Requirement
	Columns []*ent.TestCase
	// Cells are those that are set, row by row.
	Cells []Cell
}

// Cell is where a requirement and a case are linked.
type Cell struct {
	// Row and Column are the places in the window, from 0.
	Row, Column int
	// Evidence is what the case says to the requirement.
	Evidence coverage.Status
	// Links are those between the two, by their role; never empty.
	Links []*ent.TraceLink
}

// Of answers for a project as far as the viewer may see it.
func Of(ctx context.Context, client *ent.Client, project ident.ID, q Question) (*Answer, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	a := &Answer{}
	var err error
	rows, columns := q.rows(client, project), q.columns(client, project)
	if q.Counts {
		if a.RowCount, err = rows.Clone().Count(ctx); err != nil {
			return nil, err
		}
		if a.ColumnCount, err = columns.Clone().Count(ctx); err != nil {
			return nil, err
		}
	}
	// Nothing to ask for is asked nowhere: a window without rows has columns to name, and no cells.
	if q.Rows.First > 0 {
		if a.Rows, err = inOrder(rows, q.Rows).All(ctx); err != nil {
			return nil, err
		}
		ent.JoinRequirements(a.Rows)
	}
	if q.Columns.First > 0 {
		if a.Columns, err = byKey(columns, q.Columns).All(ctx); err != nil {
			return nil, err
		}
		ent.JoinTestCases(a.Columns)
	}
	if q.Cells && len(a.Rows) > 0 && len(a.Columns) > 0 {
		a.Cells, err = cells(ctx, client, a, q.Scope)
	}
	return a, err
}
