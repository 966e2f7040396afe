package impact

import (
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/ident"
)

// fromRequirement are the steps downstream of a requirement.
var fromRequirement = []step{
	{ident.Requirement, refinements(requirementlink.FieldParentID, requirementlink.FieldChildID)},
	{ident.Requirement, traces(tracelink.FieldRequirementID, tracelink.FieldTestCaseID, testcase.Table)},
	{ident.Requirement, defects(defectlink.FieldRequirementID, defectlink.FieldDefectID, defect.Table)},
	{ident.TestCase, outcomes},
	{ident.TestCase, defects(defectlink.FieldTestCaseID, defectlink.FieldDefectID, defect.Table)},
	{ident.Execution, defects(defectlink.FieldExecutionID, defectlink.FieldDefectID, defect.Table)},
}

// fromDefect are the steps downstream of a defect.
var fromDefect = []step{
	{ident.Defect, executed},
	{ident.Defect, defects(defectlink.FieldDefectID, defectlink.FieldTestCaseID, testcase.Table)},
	{ident.Defect, defects(defectlink.FieldDefectID, defectlink.FieldRequirementID, requirement.Table)},
	{ident.Execution, casesOf},
	{ident.TestCase, traces(tracelink.FieldTestCaseID, tracelink.FieldRequirementID, requirement.Table)},
	{ident.Requirement, refinements(requirementlink.FieldChildID, requirementlink.FieldParentID)},
	{ident.Requirement, releasesOf},
}

// refinements lead from one end of requirement links to the other. The project is named, since the index of links by
// their parents begins with it.
func refinements(near, far string) func(*walk, []ident.ID) ([]edge, error) {
	return func(w *walk, from []ident.ID) (found []edge, err error) {
		err = w.client.RequirementLink.Query().
			Where(requirementlink.ProjectID(w.project), requirementlink.StateNEQ(requirementlink.StateCLOSED),
				requirementlink.RoleNEQ(requirementlink.RoleRELATES)).
			Modify(func(s *sql.Selector) { across(s, near, from, s.C(far), requirement.Table) }).
			Scan(w.ctx, &found)
		return found, err
	}
}

// traces lead from one end of trace links to the other.
func traces(near, far, table string) func(*walk, []ident.ID) ([]edge, error) {
	return func(w *walk, from []ident.ID) (found []edge, err error) {
		err = w.client.TraceLink.Query().Where(tracelink.StateNEQ(tracelink.StateCLOSED)).
			Modify(func(s *sql.Selector) { across(s, near, from, s.C(far), table) }).
			Scan(w.ctx, &found)
		return found, err
	}
}

// defects lead from one end of defect links to the other; executions, which have no key, are not for them.
func defects(near, far, table string) func(*walk, []ident.ID) ([]edge, error) {
	return func(w *walk, from []ident.ID) (found []edge, err error) {
		err = w.client.DefectLink.Query().Where(defectlink.StateNEQ(defectlink.StateCLOSED)).
			Modify(func(s *sql.Selector) { across(s, near, from, s.C(far), table) }).
			Scan(w.ctx, &found)
		return found, err
	}
}

// executed leads from defects to the executions linked to them, of cases that are not in the trash.
func executed(w *walk, from []ident.ID) (found []edge, err error) {
	err = w.client.DefectLink.Query().Where(defectlink.StateNEQ(defectlink.StateCLOSED)).
		Modify(func(s *sql.Selector) {
			e, c := sql.Table(execution.Table).As("e"), sql.Table(testcase.Table).As("c")
			s.Join(e).On(s.C(defectlink.FieldExecutionID), e.C(execution.FieldID))
			s.Join(c).On(e.C(execution.FieldTestCaseID), c.C(testcase.FieldID))
			s.Where(sql.And(level.In(s.Dialect(), s.C(defectlink.FieldDefectID), from), sql.IsNull(c.C(testcase.FieldDeletedAt))))
			s.Select(sql.As(s.C(defectlink.FieldDefectID), "near"), sql.As(e.C(execution.FieldID), "far"),
				sql.As(s.C(defectlink.FieldID), "link"), s.C(defectlink.FieldState), sql.As(e.C(execution.FieldExecutedAt), "at"))
		}).
		Scan(w.ctx, &found)
	return found, err
}

// casesOf leads from executions to their cases.
func casesOf(w *walk, from []ident.ID) (found []edge, err error) {
	err = w.client.Execution.Query().Modify(func(s *sql.Selector) {
		c := sql.Table(testcase.Table).As("c")
		s.Join(c).On(s.C(execution.FieldTestCaseID), c.C(testcase.FieldID))
		s.Where(sql.And(level.In(s.Dialect(), s.C(execution.FieldID), from), sql.IsNull(c.C(testcase.FieldDeletedAt))))
		s.Select(sql.As(s.C(execution.FieldID), "near"), sql.As(c.C(testcase.FieldID), "far"), c.C(testcase.FieldKey))
	}).Scan(w.ctx, &found)
	return found, err
}

// releasesOf leads from requirements to the releases of their delivery.
func releasesOf(w *walk, from []ident.ID) (found []edge, err error) {
	err = w.client.Requirement.Query().Modify(func(s *sql.Selector) {
		r := sql.Table(release.Table).As("r")
		s.Join(r).On(s.C(requirement.FieldReleaseID), r.C(release.FieldID))
		s.Where(level.In(s.Dialect(), s.C(requirement.FieldID), from))
		s.Select(sql.As(s.C(requirement.FieldID), "near"), sql.As(r.C(release.FieldID), "far"), r.C(release.FieldKey))
	}).Scan(w.ctx, &found)
	return found, err
}

// across goes over links to what stands at their far end in a table, unless it lies in the trash.
func across(s *sql.Selector, near string, from []ident.ID, far, table string) {
	t := sql.Table(table).As("t")
	s.Join(t).On(far, t.C("id"))
	s.Where(sql.And(level.In(s.Dialect(), s.C(near), from), sql.IsNull(t.C("deleted_at"))))
	s.Select(sql.As(s.C(near), "near"), sql.As(t.C("id"), "far"), sql.As(s.C("id"), "link"), s.C("state"), t.C("key"))
}
