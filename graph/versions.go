package graph

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/versions"
)

// versionOf names a version by whose it is and its number.
type versionOf struct {
	owner  ident.ID
	number int
}

// changesOf compares a version with an earlier one of the same thing. The earlier ones of all siblings are loaded at once.
func changesOf[V any](
	ctx context.Context, siblings *level.Set[V], self *V, names func(*V) versionOf, since *int,
	load func(ctx context.Context, where func(*sql.Selector)) ([]*V, error), owner string, compare func(before, after *V) []versions.Change,
) ([]*versions.Change, error) {
	if siblings == nil {
		siblings = &level.Set[V]{All: []*V{self}}
	}
	wanted := func(v *V) versionOf {
		is := names(v)
		is.number--
		if since != nil {
			is.number = *since
		}
		return is
	}
	key, err := fieldKey(ctx)
	if err != nil {
		return nil, err
	}
	found, err := once(siblings, key, func() (any, error) {
		var owners []ident.ID
		var numbers []any
		for _, sibling := range siblings.All {
			before := wanted(sibling)
			if !slices.Contains(owners, before.owner) {
				owners = append(owners, before.owner)
			}
			if !slices.Contains(numbers, any(before.number)) {
				numbers = append(numbers, before.number)
			}
		}
		all, err := load(ctx, func(s *sql.Selector) {
			s.Where(sql.And(level.In(s.Dialect(), s.C(owner), owners), sql.In(s.C("number"), numbers...)))
		})
		if err != nil {
			return nil, err
		}
		answer := map[versionOf]*V{}
		for _, one := range all {
			answer[names(one)] = one
		}
		return answer, nil
	})
	if err != nil {
		return nil, err
	}
	before := found.(map[versionOf]*V)[wanted(self)]
	if before == nil {
		before = new(V)
	}
	changed := compare(before, self)
	shown := make([]*versions.Change, len(changed))
	for i := range changed {
		shown[i] = &changed[i]
	}
	return shown, nil
}

func requirementChanges(ctx context.Context, client *ent.Client, obj *ent.RequirementVersion, since *int) ([]*versions.Change, error) {
	return changesOf(ctx, obj.Siblings, obj, func(v *ent.RequirementVersion) versionOf { return versionOf{v.RequirementID, v.Number} }, since,
		func(ctx context.Context, where func(*sql.Selector)) ([]*ent.RequirementVersion, error) {
			return client.RequirementVersion.Query().Where(where).All(ctx)
		}, "requirement_id", requirements.Compare)
}

func caseChanges(ctx context.Context, client *ent.Client, obj *ent.TestCaseVersion, since *int) ([]*versions.Change, error) {
	return changesOf(ctx, obj.Siblings, obj, func(v *ent.TestCaseVersion) versionOf { return versionOf{v.TestCaseID, v.Number} }, since,
		func(ctx context.Context, where func(*sql.Selector)) ([]*ent.TestCaseVersion, error) {
			return client.TestCaseVersion.Query().Where(where).All(ctx)
		}, "test_case_id", cases.Compare)
}

// orAll is what somebody chose, or everything.
func orAll(chosen, all []string) []string {
	if len(chosen) == 0 {
		return all
	}
	return chosen
}

// members are the people of a project by name.
func members(ctx context.Context, client *ent.Client, obj *ent.Project) ([]*model.Member, error) {
	all, err := client.Membership.Query().Where(membership.ProjectID(obj.ID)).WithUser().All(ctx)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(all, func(a, b *ent.Membership) int {
		return slices.Compare([]string{a.Edges.User.Name, a.UserID.UUID()}, []string{b.Edges.User.Name, b.UserID.UUID()})
	})
	shown := make([]*model.Member, len(all))
	for i, one := range all {
		shown[i] = &model.Member{User: one.Edges.User, Role: model.Role(one.Role)}
	}
	return shown, nil
}
