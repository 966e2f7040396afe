package suites

import (
	"context"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/suite"
	"github.com/asterism-qa/asterism/ent/gen/ent/suitemember"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Placement is where an import files a test case.
type Placement struct{ Suite, TestCase ident.ID }

// Append files test cases that an import has just stored, in the given order, behind what stands in their suites. A case
// that stands in a suite already stays where people put it. It tells which of the cases were filed.
func Append(ctx context.Context, tx *ent.Client, project *ent.Project, all []Placement) (filed []ident.ID, err error) {
	for some := range slices.Chunk(all, bulk.Size) {
		done, err := appendSome(ctx, tx, project, some)
		if err != nil {
			return nil, bulk.Explain(err, "place in a suite")
		}
		filed = append(filed, done...)
	}
	return filed, nil
}

func appendSome(ctx context.Context, tx *ent.Client, project *ent.Project, all []Placement) ([]ident.ID, error) {
	wanted, cases := make([]ident.ID, len(all)), make([]ident.ID, len(all))
	for i, one := range all {
		wanted[i], cases[i] = one.Suite, one.TestCase
	}
	if _, err := lock(ctx, tx, wanted...); err != nil {
		return nil, err
	}
	// What stands only in suites in the trash stands nowhere.
	standing, err := tx.SuiteMember.Query().Where(bulk.IDs[predicate.SuiteMember](suitemember.FieldTestCaseID, cases),
		suitemember.HasSuiteWith(suite.DeletedAtIsNil())).All(ctx)
	if err != nil {
		return nil, err
	}
	stands := make(map[ident.ID]bool, len(standing))
	for _, one := range standing {
		stands[one.TestCaseID] = true
	}
	var lasts []struct {
		Suite ident.ID `json:"suite_id"`
		Last  int64    `json:"last"`
	}
	err = tx.SuiteMember.Query().Where(bulk.IDs[predicate.SuiteMember](suitemember.FieldSuiteID, wanted)).
		GroupBy(suitemember.FieldSuiteID).Aggregate(ent.As(ent.Max(suitemember.FieldPosition), "last")).Scan(ctx, &lasts)
	if err != nil {
		return nil, err
	}
	last := make(map[ident.ID]int64, len(lasts))
	for _, one := range lasts {
		last[one.Suite] = one.Last
	}
	now := clock.Now(ctx)
	var created []*ent.SuiteMemberCreate
	var filed []ident.ID
	for _, one := range all {
		if stands[one.TestCase] {
			continue
		}
		stands[one.TestCase] = true
		last[one.Suite] += gap
		filed = append(filed, one.TestCase)
		created = append(created, tx.SuiteMember.Create().SetProjectID(project.ID).SetSuiteID(one.Suite).
			SetTestCaseID(one.TestCase).SetPosition(last[one.Suite]).SetCreatedAt(now).SetUpdatedAt(now))
	}
	if len(created) == 0 {
		return nil, nil
	}
	return filed, tx.SuiteMember.CreateBulk(created...).Exec(ctx)
}
