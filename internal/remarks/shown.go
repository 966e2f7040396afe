package remarks

import (
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// columns name what a remark is about; every kind of remark has them.
var columns = map[ident.Kind]string{
	ident.Requirement: "requirement_id", ident.TestCase: "test_case_id", ident.Execution: "execution_id", ident.Defect: "defect_id",
}

// Shown keeps comments, tags or attachments whose thing is not in the trash. An execution goes there with its test case.
func Shown[P ~func(*sql.Selector)]() P {
	return func(s *sql.Selector) {
		s.Where(sql.And(
			outOfTrash(s, columns[ident.Requirement], requirement.Table),
			outOfTrash(s, columns[ident.TestCase], testcase.Table),
			outOfTrash(s, columns[ident.Defect], defect.Table),
			caseOutOfTrash(s, columns[ident.Execution]),
		))
	}
}

// outOfTrash is also true for a remark that is about a thing of another kind.
func outOfTrash(s *sql.Selector, column, table string) *sql.Predicate {
	d := sql.Dialect(s.Dialect())
	thing := d.Table(table).As("thing")
	return sql.NotExists(d.SelectExpr(sql.Expr("1")).From(thing).Where(sql.And(
		sql.ColumnsEQ(thing.C("id"), s.C(column)), sql.NotNull(thing.C("deleted_at")),
	)))
}

// caseOutOfTrash is also true for a remark that is about a thing of another kind.
func caseOutOfTrash(s *sql.Selector, column string) *sql.Predicate {
	d := sql.Dialect(s.Dialect())
	thing, tested := d.Table(execution.Table).As("thing"), d.Table(testcase.Table).As("tested")
	return sql.NotExists(d.SelectExpr(sql.Expr("1")).From(thing).
		Join(tested).On(tested.C(testcase.FieldID), thing.C(execution.FieldTestCaseID)).
		Where(sql.And(sql.ColumnsEQ(thing.C(execution.FieldID), s.C(column)), sql.NotNull(tested.C(testcase.FieldDeletedAt)))))
}

// aboutAny keeps remarks about one of the things.
func aboutAny[P ~func(*sql.Selector)](things []ident.ID) P {
	of := map[ident.Kind][]ident.ID{}
	for _, id := range things {
		of[id.Kind()] = append(of[id.Kind()], id)
	}
	return func(s *sql.Selector) {
		var any []*sql.Predicate
		for _, kind := range []ident.Kind{ident.Requirement, ident.TestCase, ident.Execution, ident.Defect} {
			if ids := of[kind]; ids != nil {
				any = append(any, bulk.InIDs(s.Dialect(), s.C(columns[kind]), ids))
			}
		}
		if any == nil {
			any = append(any, sql.False())
		}
		s.Where(sql.Or(any...))
	}
}
