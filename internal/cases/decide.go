package cases

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// Affirm says that links of either kind hold for the present versions of their ends, all or none of them.
func Affirm(ctx context.Context, tx *ent.Client, in requirements.LinksInput) ([]*ent.TraceLink, []*ent.RequirementLink, error) {
	return both(ctx, tx, in, AffirmLinks, requirements.AffirmLinks)
}

// Retire says that links of either kind no longer count, all or none of them.
func Retire(ctx context.Context, tx *ent.Client, in requirements.LinksInput) ([]*ent.TraceLink, []*ent.RequirementLink, error) {
	return both(ctx, tx, in, RetireLinks, requirements.RetireLinks)
}

// act is a verb on links of one kind.
type act[T any] func(ctx context.Context, tx *ent.Client, refs []requirements.LinkRef, reason string) ([]T, error)

// both does to each link what is to be done to its kind. What is wrong is told by the place in the whole list.
func both(ctx context.Context, tx *ent.Client, in requirements.LinksInput, traces act[*ent.TraceLink], refinements act[*ent.RequirementLink]) ([]*ent.TraceLink, []*ent.RequirementLink, error) {
	if err := checkLinks(in.Links, in.Reason); err != nil {
		return nil, nil, err
	}
	kinds := map[ident.Kind]*share{ident.TraceLink: {}, ident.RequirementLink: {}}
	var wrong check
	for i, ref := range in.Links {
		mine := kinds[ref.ID.Kind()]
		if mine == nil {
			wrong.Fail(fmt.Sprintf("%s is not the id of a link; those begin with %s_ or %s_", ref.ID,
				ident.TraceLink.Prefix(), ident.RequirementLink.Prefix()), "links", strconv.Itoa(i), "id")
			continue
		}
		mine.refs, mine.places = append(mine.refs, ref), append(mine.places, i)
	}
	if err := wrong.Err(); err != nil {
		return nil, nil, err
	}
	traced, err := shared(ctx, tx, kinds[ident.TraceLink], in.Reason, traces, &wrong)
	if err != nil {
		return nil, nil, err
	}
	refined, err := shared(ctx, tx, kinds[ident.RequirementLink], in.Reason, refinements, &wrong)
	if err != nil {
		return nil, nil, err
	}
	if err := wrong.Err(); err != nil {
		return nil, nil, err
	}
	if len(traced) > 0 && len(refined) > 0 && traced[0].ProjectID != refined[0].ProjectID {
		return nil, nil, requirements.SeveralProjects()
	}
	return traced, refined, nil
}

// share is the links of one kind, with their places in the whole list.
type share struct {
	refs   []requirements.LinkRef
	places []int
}

// shared does it to the links of one kind. Faults are collected; any other error ends the verb.
func shared[T any](ctx context.Context, tx *ent.Client, mine *share, reason string, do act[T], wrong *check) ([]T, error) {
	if len(mine.refs) == 0 {
		return nil, nil
	}
	done, err := do(ctx, tx, mine.refs, reason)
	for _, one := range fault.All(err) {
		one.Field = mine.whole(one.Field)
	}
	return done, wrong.Note(err)
}

// whole is a path with the place in the whole list in place of that among the links of one kind.
func (s *share) whole(path []string) []string {
	if len(path) < 2 || path[0] != "links" {
		return path
	}
	place, err := strconv.Atoi(path[1])
	if err != nil || place < 0 || place >= len(s.places) {
		return path
	}
	whole := slices.Clone(path)
	whole[1] = strconv.Itoa(s.places[place])
	return whole
}
