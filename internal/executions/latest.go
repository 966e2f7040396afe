package executions

import (
	"context"
	"maps"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// refresh writes the latest execution of each case beside the case, in one statement for many. It is no change of the
// case that an editor must know of, so the case's version stays.
func refresh(ctx context.Context, tx *ent.Client, touched map[ident.ID]bool) error {
	ids := slices.SortedFunc(maps.Keys(touched), func(a, b ident.ID) int { return slices.Compare(a[:], b[:]) })
	for chunk := range slices.Chunk(ids, bulk.Size) {
		// Locked first, in one order: an update that waits for another writer would not see that writer's executions.
		_, err := tx.TestCase.Query().
			Where(bulk.IDs[predicate.TestCase](testcase.FieldID, chunk), bulk.Lock[predicate.TestCase]()).
			Unique(false).Order(ent.Asc(testcase.FieldID)).IDs(ctx)
		if err != nil {
			return err
		}
		err = tx.TestCase.Update().Where(bulk.IDs[predicate.TestCase](testcase.FieldID, chunk)).
			Modify(func(u *sql.UpdateBuilder) {
				u.Set(testcase.FieldLastExecutionID, latest(u.Dialect(), execution.FieldID))
				u.Set(testcase.FieldLastStatus, latest(u.Dialect(), execution.FieldStatus))
			}).Exec(changes.Setting(ctx, testcase.FieldLastExecutionID, testcase.FieldLastStatus))
		if err != nil {
			return err
		}
	}
	return nil
}

// latest is a subquery for one column of the latest execution of the case that is being updated.
func latest(d, column string) sql.Querier {
	b := sql.Dialect(d)
	e := b.Table(execution.Table)
	newest := b.Select(e.C(column)).From(e).
		Where(sql.ColumnsEQ(e.C(execution.FieldTestCaseID), b.Table(testcase.Table).C(testcase.FieldID))).
		OrderBy(sql.Desc(e.C(execution.FieldExecutedAt)), sql.Desc(e.C(execution.FieldID))).Limit(1)
	return sql.ExprFunc(func(b *sql.Builder) { b.Wrap(func(b *sql.Builder) { b.Join(newest) }) })
}
