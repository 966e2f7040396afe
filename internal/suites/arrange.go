package suites

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/suitemember"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// arrangement gives cases places in a row in a suite: those that have a member take it along, the others get a new one.
type arrangement struct {
	tx     *ent.Client
	suite  *ent.Suite
	cases  []ident.ID
	before *ident.ID

	taken map[int]*ent.SuiteMember // by the place in cases
}

func (a *arrangement) take(i int, member *ent.SuiteMember) {
	if a.taken == nil {
		a.taken = map[int]*ent.SuiteMember{}
	}
	a.taken[i] = member
}

// write stores the arrangement in a number of statements that does not grow with the cases.
func (a *arrangement) write(ctx context.Context) error {
	positions, err := a.room(ctx)
	if err != nil {
		return err
	}
	now := clock.Now(ctx)
	moved, ids := map[ident.ID]int64{}, make([]ident.ID, 0, len(a.taken))
	var created []*ent.SuiteMemberCreate
	for i, one := range a.cases {
		if member := a.taken[i]; member != nil {
			moved[member.ID], ids = positions[i], append(ids, member.ID)
			continue
		}
		created = append(created, a.tx.SuiteMember.Create().SetProjectID(a.suite.ProjectID).SetSuiteID(a.suite.ID).
			SetTestCaseID(one).SetPosition(positions[i]).SetCreatedAt(now).SetUpdatedAt(now))
	}
	if len(ids) > 0 {
		err := a.tx.SuiteMember.Update().Where(bulk.IDs[predicate.SuiteMember](suitemember.FieldID, ids)).
			SetSuiteID(a.suite.ID).
			Modify(func(u *sql.UpdateBuilder) { bulk.Each(u, suitemember.FieldPosition, "bigint", moved) }).
			Exec(changes.Setting(ctx, suitemember.FieldPosition))
		if err != nil {
			return err
		}
	}
	if len(created) == 0 {
		return nil
	}
	return a.tx.SuiteMember.CreateBulk(created...).Exec(ctx)
}

// room finds positions for the cases between their neighbours to be. Where there is no room, the members from the one
// that shall follow on move up to make some.
func (a *arrangement) room(ctx context.Context) ([]int64, error) {
	n := len(a.cases)
	others := a.tx.SuiteMember.Query().Where(suitemember.SuiteID(a.suite.ID),
		suitemember.Not(bulk.IDs[predicate.SuiteMember](suitemember.FieldTestCaseID, a.cases))).
		Order(ent.Desc(suitemember.FieldPosition, suitemember.FieldID))
	if a.before == nil {
		last, err := others.First(ctx)
		switch {
		case ent.IsNotFound(err):
			return after(0, n), nil
		case err != nil:
			return nil, err
		}
		return after(last.Position, n), nil
	}
	next, err := a.tx.SuiteMember.Query().Where(suitemember.SuiteID(a.suite.ID), suitemember.TestCaseID(*a.before)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, absent("test case in the suite", "before")
	}
	if err != nil {
		return nil, err
	}
	low := next.Position - gap*int64(n+1)
	last, err := others.Where(suitemember.Not(from(next))).First(ctx)
	switch {
	case err == nil:
		low = last.Position
	case !ent.IsNotFound(err):
		return nil, err
	}
	if positions, ok := between(low, next.Position, n); ok {
		return positions, nil
	}
	return after(low, n), a.tx.SuiteMember.Update().Where(suitemember.SuiteID(a.suite.ID), from(next)).
		AddPosition(gap * int64(n+1)).Exec(changes.Shifting(ctx))
}

// from is true for a member and those that follow it.
func from(member *ent.SuiteMember) predicate.SuiteMember {
	return suitemember.Or(suitemember.PositionGT(member.Position),
		suitemember.And(suitemember.Position(member.Position), suitemember.IDGTE(member.ID)))
}
