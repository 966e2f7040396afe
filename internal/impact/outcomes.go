package impact

import (
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/ident"
)

// outcomes leads from cases to the executions that speak, and to the defects that earlier ones showed. Those which a
// speaker showed lie one step further, behind the speaker.
func outcomes(w *walk, cases []ident.ID) ([]edge, error) {
	found, err := speakers(w, cases)
	if err != nil {
		return nil, err
	}
	speaks := make(map[ident.ID]bool, len(found))
	for _, one := range found {
		speaks[one.Far] = true
	}
	var shown []edge
	err = w.client.DefectLink.Query().Where(defectlink.StateNEQ(defectlink.StateCLOSED)).
		Modify(func(s *sql.Selector) {
			e, d := sql.Table(execution.Table).As("e"), sql.Table(defect.Table).As("d")
			s.Join(e).On(s.C(defectlink.FieldExecutionID), e.C(execution.FieldID))
			s.Join(d).On(s.C(defectlink.FieldDefectID), d.C(defect.FieldID))
			s.Where(sql.And(level.In(s.Dialect(), e.C(execution.FieldTestCaseID), cases), sql.IsNull(d.C(defect.FieldDeletedAt))))
			s.Select(sql.As(e.C(execution.FieldTestCaseID), "near"), sql.As(d.C(defect.FieldID), "far"),
				sql.As(s.C(defectlink.FieldID), "link"), s.C(defectlink.FieldState), d.C(defect.FieldKey),
				sql.As(s.C(defectlink.FieldExecutionID), "showed"))
		}).
		Scan(w.ctx, &shown)
	for _, one := range shown {
		if !speaks[one.Showed] {
			found = append(found, one)
		}
	}
	return found, err
}

// speakers leads from cases to the latest execution for each of their environments and scenarios.
func speakers(w *walk, cases []ident.ID) (found []edge, err error) {
	err = w.client.Execution.Query().Modify(func(s *sql.Selector) {
		s.Prefix(sql.ExprFunc(func(b *sql.Builder) {
			b.WriteString("WITH heard AS (SELECT e.id, ROW_NUMBER() OVER (PARTITION BY e.test_case_id, e.environment_id, e.scenario" +
				" ORDER BY e.executed_at DESC, e.id DESC) AS place FROM executions AS e WHERE ")
			b.Join(level.In(b.Dialect(), sql.Table(execution.Table).As("e").C(execution.FieldTestCaseID), cases))
			b.WriteString(")")
		}))
		heard := sql.Table("heard")
		s.Join(heard).On(s.C(execution.FieldID), heard.C("id"))
		s.Where(sql.EQ(heard.C("place"), 1))
		s.Select(sql.As(s.C(execution.FieldTestCaseID), "near"), sql.As(s.C(execution.FieldID), "far"),
			sql.As(s.C(execution.FieldExecutedAt), "at"))
	}).Scan(w.ctx, &found)
	return found, err
}
