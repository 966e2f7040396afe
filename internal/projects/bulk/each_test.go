package bulk_test

import (
	"context"
	"fmt"
	"testing"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestOneStatementGivesEachRowItsOwnValues(t *testing.T) {
	const many = 700
	texts := []string{"", `a "quoted" one`, `back\slash`, "日本 é\n\t", "'; DROP TABLE requirements; --", "true", "12"}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			made := make([]*ent.RequirementCreate, many)
			for i := range made {
				made[i] = tx.Requirement.Create().SetProjectID(p.ID).SetKey(fmt.Sprint(i)).SetTitle("before")
			}
			return tx.Requirement.CreateBulk(made...).Exec(ctx)
		})
		all := p.Client.Requirement.Query().Order(ent.Asc(requirement.FieldKey)).AllX(p.Ctx)
		title, position, attributes, parent := map[ident.ID]string{}, map[ident.ID]int{}, map[ident.ID]map[string]string{}, map[ident.ID]*string{}
		for i, one := range all {
			title[one.ID], position[one.ID] = texts[i%len(texts)], i
			if i > 0 {
				above := all[0].ID.UUID()
				attributes[one.ID], parent[one.ID] = map[string]string{"n": texts[i%len(texts)]}, &above
			}
		}
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			return tx.Requirement.Update().Modify(func(u *sql.UpdateBuilder) {
				bulk.Each(u, requirement.FieldTitle, "text", title)
				bulk.Each(u, requirement.FieldPosition, "integer", position)
				bulk.Each(u, requirement.FieldAttributes, "jsonb", attributes)
				bulk.Each(u, requirement.FieldParentID, "uuid", parent)
			}).Exec(changes.Setting(ctx, requirement.FieldTitle, requirement.FieldPosition, requirement.FieldAttributes, requirement.FieldParentID))
		})
		for i, one := range p.Client.Requirement.Query().Order(ent.Asc(requirement.FieldKey)).AllX(p.Ctx) {
			if one.Title != texts[i%len(texts)] || one.Position != i || (i > 0) != (one.ParentID != nil && *one.ParentID == all[0].ID) ||
				(i > 0) != (one.Attributes != nil) || i > 0 && one.Attributes["n"] != one.Title {
				t.Fatalf("row %d: %+v", i, one)
			}
		}
		if n := p.Client.Requirement.Query().Where(requirement.ParentID(all[0].ID)).CountX(p.Ctx); n != many-1 {
			t.Errorf("%d are found by the id that they got, want %d", n, many-1)
		}
	})
}
