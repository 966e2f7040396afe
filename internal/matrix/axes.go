package matrix

import (
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/ident"
)

// rows are the requirements that the question leaves, in no order yet.
func (q Question) rows(client *ent.Client, project ident.ID) *ent.RequirementQuery {
	return client.Requirement.Query().Where(requirement.ProjectID(project), func(s *sql.Selector) { q.keepRows(s, project) })
}

// keepRows narrows a selection of requirements of the project to the rows.
func (q Question) keepRows(s *sql.Selector, project ident.ID) {
	s.Where(sql.IsNull(s.C(requirement.FieldDeletedAt)))
	named(s, q.Rows.Text)
	if q.Gaps {
		s.Where(uncovered(s.C(requirement.FieldID), project))
	}
}

// columns are the test cases that the question leaves, in no order yet.
func (q Question) columns(client *ent.Client, project ident.ID) *ent.TestCaseQuery {
	return client.TestCase.Query().Where(testcase.ProjectID(project), testcase.DeletedAtIsNil(), func(s *sql.Selector) {
		named(s, q.Columns.Text)
		if q.Linked {
			s.Where(sql.Exists(q.linked(s.Dialect(), project, s.C(testcase.FieldID))))
		}
	})
}

// linked are the open links of the case that a column names to one of the rows. Case by case and link by link it goes by
// indexes: OFFSET keeps PostgreSQL from making joins of it, which without statistics, as after a first import, took seconds.
// The project is not named, since links do not cross projects.
func (q Question) linked(dialect string, project ident.ID, testCase string) *sql.Selector {
	d := sql.Dialect(dialect)
	r, l := d.Table(requirement.Table).As("r"), d.Table(tracelink.Table).As("l")
	row := d.SelectExpr(sql.Expr("1")).From(r)
	row.Where(sql.ColumnsEQ(r.C(requirement.FieldID), l.C(tracelink.FieldRequirementID)))
	q.keepRows(row, project)
	return d.SelectExpr(sql.Expr("1")).From(l).Where(sql.And(
		sql.ColumnsEQ(l.C(tracelink.FieldTestCaseID), testCase),
		sql.NEQ(l.C(tracelink.FieldState), tracelink.StateCLOSED),
		sql.Exists(row.Limit(1).Offset(0)),
	)).Limit(1).Offset(0)
}

// named keeps what has a text in its key or title.
func named(s *sql.Selector, text string) {
	if text != "" {
		sql.OrPredicates(level.ContainsFold("key", text), level.ContainsFold("title", text))(s)
	}
}

// uncovered keeps requirements to which coverage finds no case, neither directly nor by what refines them: it begins with
// those that have a case and goes up. UNION drops what was already met, so circles end.
func uncovered(id string, project ident.ID) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.Ident(id).WriteString(" NOT IN (WITH RECURSIVE covered(id) AS (" +
			"SELECT l.requirement_id FROM trace_links AS l JOIN test_cases AS c ON c.id = l.test_case_id" +
			" WHERE l.state <> 'CLOSED' AND l.requirement_id IS NOT NULL AND c.deleted_at IS NULL AND l.project_id = ").
			Arg(project).WriteString(" UNION " +
			"SELECT l.parent_id FROM covered CROSS JOIN requirement_links AS l CROSS JOIN requirements AS r" +
			" WHERE l.child_id = covered.id AND l.role = 'REFINES' AND l.state <> 'CLOSED' AND l.parent_id IS NOT NULL" +
			" AND r.id = covered.id AND r.deleted_at IS NULL) SELECT covered.id FROM covered)")
	})
}

// inOrder takes a part of the requirements in document order.
func inOrder(query *ent.RequirementQuery, part Axis) *ent.RequirementQuery {
	return query.Order(requirement.ByPosition(), requirement.ByID()).Offset(part.From).Limit(part.First)
}

// byKey takes a part of the test cases in the order of their keys.
func byKey(query *ent.TestCaseQuery, part Axis) *ent.TestCaseQuery {
	return query.Order(testcase.ByKey(), testcase.ByID()).Offset(part.From).Limit(part.First)
}
