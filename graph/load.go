package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"entgo.io/contrib/entgql"
	"github.com/99designs/gqlgen/graphql"

	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/graph/guard"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
)

// cursor is the mark of a place in a list.
type cursor = entgql.Cursor[ident.ID]

// pageOf turns the arguments of a connection into a page, or says what is wrong with them.
func pageOf(after *cursor, first *int, before *cursor, last *int) (level.Page, error) {
	page := level.Page{After: after, Before: before, First: first, Last: last}
	if first != nil && last != nil {
		return page, fault.New(fault.Invalid, "give first or last, not both").At("first")
	}
	for name, value := range map[string]*int{"first": first, "last": last} {
		if value == nil {
			continue
		}
		if *value < 0 {
			return page, fault.New(fault.Invalid, "%s cannot be less than 0", name).At(name)
		}
	}
	if first == nil && last == nil {
		size := guard.DefaultPage
		page.First = &size
	}
	return page, nil
}

// counted tells whether the client asks for the number of entries on all pages.
func counted(ctx context.Context) bool { return selects(ctx, "totalCount") }

// selects tells whether the client asks for a field of the answer.
func selects(ctx context.Context, name string) bool {
	return slices.ContainsFunc(graphql.CollectFieldsCtx(ctx, nil), func(field graphql.CollectedField) bool { return field.Name == name })
}

// fieldKey names a field with its arguments, so that siblings share one loading of it. Two occurrences of a field that
// differ in whether they want the total are loaded apart.
func fieldKey(ctx context.Context) (string, error) {
	field := graphql.GetFieldContext(ctx).Field
	arguments := field.ArgumentMap(graphql.GetOperationContext(ctx).Variables)
	text, err := json.Marshal(arguments)
	if err != nil {
		return "", fmt.Errorf("name the arguments of %s: %w", field.Name, err)
	}
	return fmt.Sprintf("%s %t %s", field.Name, counted(ctx), text), nil
}

// connection answers a nested connection: the asked page of every sibling is loaded at once.
func connection[P, L, C any](
	ctx context.Context, siblings *level.Set[P], parent ident.ID, list L,
	relation func(parents []ident.ID) level.Relation,
	load func(context.Context, L, level.Relation) (map[ident.ID]*C, error),
) (*C, error) {
	siblings = orAlone(siblings, parent)
	key, err := fieldKey(ctx)
	if err != nil {
		return nil, err
	}
	pages, err := once(siblings, key, func() (any, error) {
		return load(ctx, list, relation(siblings.IDs))
	})
	if err != nil {
		return nil, err
	}
	if page := pages.(map[ident.ID]*C)[parent]; page != nil {
		return page, nil
	}
	return new(C), nil
}

// orAlone makes an entity that no list brought its own only sibling.
func orAlone[P any](siblings *level.Set[P], id ident.ID) *level.Set[P] {
	if siblings != nil {
		return siblings
	}
	return &level.Set[P]{IDs: []ident.ID{id}}
}

// alone refuses a field that is answered for one thing at a time, where a list asks for it.
func alone[P any](siblings *level.Set[P], field string) error {
	if siblings == nil || len(siblings.IDs) <= 1 {
		return nil
	}
	return fault.New(fault.Invalid, "%s is answered for one thing at a time, not for each of a list: ask by key or by node(id)", field)
}

// reference answers a field that leads to one other entity: those of all siblings are loaded at once.
func reference[P, T any](
	ctx context.Context, siblings *level.Set[P], self *P, target func(*P) *ident.ID,
	load func(context.Context, []ident.ID) (map[ident.ID]*T, error),
) (*T, error) {
	wanted := target(self)
	if wanted == nil {
		return nil, nil
	}
	if siblings == nil {
		siblings = &level.Set[P]{All: []*P{self}}
	}
	key, err := fieldKey(ctx)
	if err != nil {
		return nil, err
	}
	found, err := once(siblings, key, func() (any, error) {
		known := map[ident.ID]bool{}
		var ids []ident.ID
		for _, sibling := range siblings.All {
			if id := target(sibling); id != nil && !known[*id] {
				known[*id] = true
				ids = append(ids, *id)
			}
		}
		return load(ctx, ids)
	})
	if err != nil {
		return nil, err
	}
	return found.(map[ident.ID]*T)[*wanted], nil
}

// required is reference for a field that is never null: its target is missing only when somebody just put it away.
func required[T any](found *T, err error) (*T, error) {
	if err == nil && found == nil {
		return nil, fault.New(fault.NotFound, "what this belongs to is not there any more")
	}
	return found, err
}

// always is the target of a reference that is never empty.
func always[P any](id func(*P) ident.ID) func(*P) *ident.ID {
	return func(p *P) *ident.ID {
		found := id(p)
		return &found
	}
}
