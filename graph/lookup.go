package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/externalreference"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/internal/ident"

	"entgo.io/ent/dialect/sql"
)

// byKey answers the look-up of one thing in a project by its key; for several projects at once when they are siblings.
func byKey[T any](
	ctx context.Context, project *ent.Project, key string,
	find func(context.Context, func(*sql.Selector)) ([]*T, error), owner func(*T) ident.ID,
) (*T, error) {
	siblings := orAlone(project.Siblings, project.ID)
	name, err := fieldKey(ctx)
	if err != nil {
		return nil, err
	}
	found, err := once(siblings, name, func() (any, error) {
		all, err := find(ctx, func(s *sql.Selector) {
			s.Where(sql.And(level.In(s.Dialect(), s.C("project_id"), siblings.IDs), sql.EQ(s.C("key"), key)))
		})
		if err != nil {
			return nil, err
		}
		answer := map[ident.ID]*T{}
		for _, one := range all {
			answer[owner(one)] = one
		}
		return answer, nil
	})
	if err != nil {
		return nil, err
	}
	return found.(map[ident.ID]*T)[project.ID], nil
}

// references are the identities that an entity has in other tools.
func references[P any](ctx context.Context, client *ent.Client, siblings *level.Set[P], self ident.ID) ([]*ent.ExternalReference, error) {
	siblings = orAlone(siblings, self)
	key, err := fieldKey(ctx)
	if err != nil {
		return nil, err
	}
	found, err := once(siblings, key, func() (any, error) {
		all, err := client.ExternalReference.Query().
			Where(func(s *sql.Selector) { s.Where(level.In(s.Dialect(), s.C("entity_id"), siblings.IDs)) }).
			Order(externalreference.BySystem(), externalreference.ByExternalID(), externalreference.ByID()).All(ctx)
		if err != nil {
			return nil, err
		}
		ent.JoinExternalReferences(all)
		answer := map[ident.ID][]*ent.ExternalReference{}
		for _, one := range all {
			answer[one.EntityID] = append(answer[one.EntityID], one)
		}
		return answer, nil
	})
	if err != nil {
		return nil, err
	}
	return found.(map[ident.ID][]*ent.ExternalReference)[self], nil
}
