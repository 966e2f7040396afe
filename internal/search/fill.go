package search

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/comment"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/searchentry"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// Fill makes the entries that are missing, as those of a workspace that is older than the search, and says how many. It
// works in many short transactions, so others can write meanwhile; when it is broken off, the next call goes on.
func Fill(ctx context.Context, hub *changes.Hub) (int, error) {
	ctx, total := viewer.AsSystem(ctx), 0
	for _, missing := range []func(context.Context, *ent.Client, ident.ID) ([]ident.ID, error){
		missingRequirements, missingCases, missingDefects, missingComments,
	} {
		after := ident.ID{}
		for {
			var ids []ident.ID
			err := hub.Write(ctx, func(ctx context.Context, tx *ent.Client) (err error) {
				if ids, err = missing(ctx, tx, after); err != nil || len(ids) == 0 {
					return err
				}
				return bulk.Explain(refresh(ctx, tx, ids), "search entry")
			})
			if err != nil {
				return total, err
			}
			total += len(ids)
			if len(ids) < bulk.Size {
				break
			}
			after = ids[len(ids)-1]
		}
	}
	return total, nil
}

// without keeps things that have no entry.
func without(s *sql.Selector) {
	d := sql.Dialect(s.Dialect())
	entry := d.Table(searchentry.Table).As("known")
	s.Where(sql.NotExists(d.SelectExpr(sql.Expr("1")).From(entry).
		Where(sql.ColumnsEQ(entry.C(searchentry.FieldEntityID), s.C("id")))))
}

func missingRequirements(ctx context.Context, tx *ent.Client, after ident.ID) ([]ident.ID, error) {
	return tx.Requirement.Query().Where(requirement.DeletedAtIsNil(), requirement.IDGT(after), without).
		Order(ent.Asc(requirement.FieldID)).Limit(bulk.Size).IDs(ctx)
}

func missingCases(ctx context.Context, tx *ent.Client, after ident.ID) ([]ident.ID, error) {
	return tx.TestCase.Query().Where(testcase.DeletedAtIsNil(), testcase.IDGT(after), without).
		Order(ent.Asc(testcase.FieldID)).Limit(bulk.Size).IDs(ctx)
}

func missingDefects(ctx context.Context, tx *ent.Client, after ident.ID) ([]ident.ID, error) {
	return tx.Defect.Query().Where(defect.DeletedAtIsNil(), defect.IDGT(after), without).
		Order(ent.Asc(defect.FieldID)).Limit(bulk.Size).IDs(ctx)
}

func missingComments(ctx context.Context, tx *ent.Client, after ident.ID) ([]ident.ID, error) {
	return tx.Comment.Query().Where(comment.DeletedAtIsNil(), comment.IDGT(after), aboutSomethingThere, without).
		Order(ent.Asc(comment.FieldID)).Limit(bulk.Size).IDs(ctx)
}
