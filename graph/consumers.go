package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

func onConsumer[I any](ctx context.Context, r *Resolver, key *string, input I, do verb[I, *ent.Consumer]) (*model.ConsumerPayload, error) {
	one, wrong, err := onOne(ctx, r, key, ident.ID{}, input, do, func(x *ent.Consumer) ident.ID { return x.ID }, r.reader(ctx).Consumer.LoadByIDs)
	return &model.ConsumerPayload{Consumer: one, UserErrors: wrong}, err
}

// consumersOf are the consumers of a project; those of all its siblings are loaded at once.
func (r *Resolver) consumersOf(ctx context.Context, p *ent.Project) ([]*ent.Consumer, error) {
	siblings := orAlone(p.Siblings, p.ID)
	lists, err := once(siblings, "consumers", func() (any, error) { return consumers.ListOf(ctx, r.reader(ctx), siblings.IDs) })
	if err != nil {
		return nil, err
	}
	return listed(lists.(map[ident.ID][]*ent.Consumer)[p.ID]), nil
}

// consumerNamed is the consumer of a project with a name; those of all its siblings with this name are loaded at once.
func (r *Resolver) consumerNamed(ctx context.Context, p *ent.Project, name string) (*ent.Consumer, error) {
	siblings := orAlone(p.Siblings, p.ID)
	key, err := fieldKey(ctx)
	if err != nil {
		return nil, err
	}
	found, err := once(siblings, key, func() (any, error) {
		all, err := r.reader(ctx).Consumer.Query().
			Where(consumer.Name(name), bulk.IDs[predicate.Consumer](consumer.FieldProjectID, siblings.IDs)).All(ctx)
		if err != nil {
			return nil, err
		}
		ent.JoinConsumers(all)
		byProject := make(map[ident.ID]*ent.Consumer, len(all))
		for _, one := range all {
			byProject[one.ProjectID] = one
		}
		return byProject, nil
	})
	if err != nil {
		return nil, err
	}
	return found.(map[ident.ID]*ent.Consumer)[p.ID], nil
}

// position is how far a consumer has come; the positions of all its siblings are read at once, for all fields of them.
func (r *Resolver) position(ctx context.Context, of *ent.Consumer) (consumers.Position, error) {
	return positionAmong(ctx, r, orAlone(of.Siblings, of.ID), of.ID, func(s *level.Set[ent.Consumer]) []ident.ID { return s.IDs })
}

// positionAmong is the position of a consumer; those of all siblings of what leads to it are read at once.
func positionAmong[P any](
	ctx context.Context, r *Resolver, siblings *level.Set[P], of ident.ID, among func(*level.Set[P]) []ident.ID,
) (consumers.Position, error) {
	found, err := once(siblings, "positions", func() (any, error) {
		return consumers.PositionsOf(ctx, r.reader(ctx), among(siblings))
	})
	if err != nil {
		return consumers.Position{}, err
	}
	at, isThere := found.(map[ident.ID]consumers.Position)[of]
	if !isThere { // somebody deleted it while this was answered
		return consumers.Position{}, fault.New(fault.NotFound, "this consumer is not there any more")
	}
	return at, nil
}

// listed is a list that is empty rather than null.
func listed[T any](all []*T) []*T {
	if all == nil {
		return []*T{}
	}
	return all
}
