package coverage

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/internal/ident"
)

// ended are the states in which a defect needs no more work.
var ended = []defect.Status{defect.StatusVERIFIED, defect.StatusCLOSED, defect.StatusREJECTED, defect.StatusDUPLICATE}

// openDefects gives the open defects of each case: linked to the case itself or to any of its executions.
func openDefects(ctx context.Context, client *ent.Client, cases []ident.ID) (map[ident.ID][]ident.ID, error) {
	var rows []struct {
		Case   ident.ID `sql:"test_case_id"`
		Defect ident.ID `sql:"id"`
	}
	err := client.Defect.Query().
		Where(defect.StatusNotIn(ended...), defect.DeletedAtIsNil()).
		Modify(func(s *sql.Selector) {
			found := sql.Dialect(s.Dialect()).Table("found")
			s.Prefix(linked(cases))
			s.Join(found).On(s.C(defect.FieldID), found.C("defect_id"))
			s.Select(found.C("test_case_id"), s.C(defect.FieldID))
		}).
		Scan(ctx, &rows)
	open := map[ident.ID][]ident.ID{}
	for _, row := range rows {
		open[row.Case] = append(open[row.Case], row.Defect)
	}
	return open, err
}

// linked writes the table found: the cases with the defects linked to them or to their executions, each pair once.
func linked(cases []ident.ID) sql.Querier {
	return sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("WITH asked AS ")
		listed(b, cases)
		b.WriteString(", found(test_case_id, defect_id) AS (" +
			"SELECT asked.id, l.defect_id FROM asked CROSS JOIN defect_links AS l" +
			" WHERE l.test_case_id = asked.id AND l.defect_id IS NOT NULL AND l.state <> 'CLOSED' UNION " +
			"SELECT asked.id, l.defect_id FROM asked CROSS JOIN executions AS e CROSS JOIN defect_links AS l" +
			" WHERE e.test_case_id = asked.id AND l.execution_id = e.id AND l.defect_id IS NOT NULL AND l.state <> 'CLOSED')")
	})
}
