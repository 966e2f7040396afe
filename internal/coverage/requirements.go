package coverage

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/ident"
)

// asked gives those of the requirements that the viewer may see, and for which of them the scope names only what there is.
func asked(ctx context.Context, client *ent.Client, ids []ident.ID, scope Scope) (seen []ident.ID, exists map[ident.ID]bool, err error) {
	var rows []struct {
		ID     ident.ID `sql:"id"`
		Exists int      `sql:"scope_exists"`
	}
	err = client.Requirement.Query().
		Where(func(s *sql.Selector) {
			s.Where(level.In(s.Dialect(), s.C(requirement.FieldID), ids))
		}).
		Modify(func(s *sql.Selector) {
			s.Select(s.C(requirement.FieldID)).AppendSelectExprAs(scope.exists("requirements.project_id"), "scope_exists")
		}).
		Scan(ctx, &rows)
	if err != nil {
		return nil, nil, err
	}
	exists = make(map[ident.ID]bool, len(rows))
	for _, row := range rows {
		seen = append(seen, row.ID)
		exists[row.ID] = row.Exists == 1
	}
	return seen, exists, nil
}

// below gives every refinement among the requirements and all that refine them, however deep. UNION drops what was
// already met, so circles end. CROSS JOIN keeps SQLite to the written order: what is known first, then its links.
func below(ctx context.Context, client *ent.Client, roots []ident.ID) ([]refinement, error) {
	var found []refinement
	err := client.RequirementLink.Query().
		Where(requirementlink.RoleEQ(requirementlink.RoleREFINES),
			requirementlink.StateNEQ(requirementlink.StateCLOSED)).
		Modify(func(s *sql.Selector) {
			s.Prefix(sql.ExprFunc(func(b *sql.Builder) {
				b.WriteString("WITH RECURSIVE below(id) AS (SELECT roots.id FROM ")
				listed(b, roots)
				b.WriteString(" AS roots UNION SELECT l.child_id FROM below CROSS JOIN requirement_links AS l" +
					" CROSS JOIN requirements AS r WHERE l.parent_id = below.id AND l.role = 'REFINES' AND l.state <> 'CLOSED'" +
					" AND r.id = l.child_id AND r.project_id = l.project_id AND r.deleted_at IS NULL)")
			}))
			s.Select(s.C(requirementlink.FieldParentID), s.C(requirementlink.FieldChildID))
			s.Where(sql.ExprP(s.C(requirementlink.FieldParentID) + " IN (SELECT below.id FROM below)"))
			s.Where(sql.ExprP("EXISTS (SELECT 1 FROM requirements AS r WHERE r.id = requirement_links.child_id" +
				" AND r.project_id = requirement_links.project_id AND r.deleted_at IS NULL)"))
		}).
		Scan(ctx, &found)
	return found, err
}
