package feed

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/failuresignature"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/ident"
)

// scanner is a query that is ready to be asked.
type scanner interface {
	Scan(ctx context.Context, rows any) error
}

// scanned are the ids that a query gives.
func scanned(ctx context.Context, ask scanner) ([]ident.ID, error) {
	var rows []struct {
		ID ident.ID `sql:"id"`
	}
	if err := ask.Scan(ctx, &rows); err != nil {
		return nil, err
	}
	ids := make([]ident.ID, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	return ids, nil
}

// row is a thing with what it names, in the order of its table's columns; zero where it names nothing.
type row struct {
	ID    ident.ID `sql:"id"`
	A     ident.ID `sql:"a"`
	B     ident.ID `sql:"b"`
	C     ident.ID `sql:"c"`
	D     ident.ID `sql:"d"`
	State string   `sql:"state"`
}

// table is where things of a kind name others: at most four columns, and the state where there is one.
type table struct {
	kind    ident.Kind
	columns []string
	state   string
	query   func(*ent.Client, func(*sql.Selector)) scanner
}

// choose selects the columns as those of a row. Where there are fewer, the thing names itself.
func (t table) choose(s *sql.Selector) {
	chosen := []string{s.C("id")}
	for i, name := range []string{"a", "b", "c", "d"} {
		column := "id"
		if i < len(t.columns) {
			column = t.columns[i]
		}
		chosen = append(chosen, sql.As(s.C(column), name))
	}
	if t.state != "" {
		chosen = append(chosen, s.C(t.state))
	}
	s.Select(chosen...)
}

var (
	ofDefects = table{ident.Defect, []string{defect.FieldFoundInBuildID, defect.FieldFixedInBuildID, defect.FieldDuplicateOfID}, "",
		func(c *ent.Client, m func(*sql.Selector)) scanner { return c.Defect.Query().Modify(m) }}
	ofDefectLinks = table{ident.DefectLink,
		[]string{defectlink.FieldDefectID, defectlink.FieldExecutionID, defectlink.FieldTestCaseID, defectlink.FieldRequirementID}, defectlink.FieldState,
		func(c *ent.Client, m func(*sql.Selector)) scanner { return c.DefectLink.Query().Modify(m) }}
	ofExecutions = table{ident.Execution, []string{execution.FieldTestCaseID, execution.FieldBuildID, execution.FieldCycleID}, "",
		func(c *ent.Client, m func(*sql.Selector)) scanner { return c.Execution.Query().Modify(m) }}
)

// loose are the kinds whose columns may name other things by now than they did at a change. Requirements, builds and
// cycles are in the neighbourhood themselves, and what versions, comments, attachments, tags, suite places and references
// are about never changes. Executions are looked up anyway.
var loose = []table{
	{ident.TraceLink, []string{tracelink.FieldRequirementID, tracelink.FieldTestCaseID}, "",
		func(c *ent.Client, m func(*sql.Selector)) scanner { return c.TraceLink.Query().Modify(m) }},
	{ident.RequirementLink, []string{requirementlink.FieldParentID, requirementlink.FieldChildID}, "",
		func(c *ent.Client, m func(*sql.Selector)) scanner { return c.RequirementLink.Query().Modify(m) }},
	{ident.FailureSignature, []string{failuresignature.FieldDefectID}, "",
		func(c *ent.Client, m func(*sql.Selector)) scanner { return c.FailureSignature.Query().Modify(m) }},
	ofDefectLinks, ofDefects,
}
