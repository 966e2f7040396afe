package graph

import (
	"context"
	"slices"
	"strconv"

	"github.com/99designs/gqlgen/graphql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/receipts"
)

// verb is a mutation as an area knows it.
type verb[I, T any] = func(ctx context.Context, tx *ent.Client, input I) (T, error)

// loading brings things by their ids, as a mutation shows them afterwards.
type loading[T any] = func(ctx context.Context, ids []ident.ID) (map[ident.ID]T, error)

// perform runs a mutation in one transaction, once for each idempotency key.
func perform(
	ctx context.Context, r *Resolver, key *string, input any, act func(ctx context.Context, tx *ent.Client) (schema.ReceiptOutcome, error),
) (schema.ReceiptOutcome, error) {
	var outcome schema.ReceiptOutcome
	if key != nil && *key == "" {
		return outcome, fault.New(fault.Invalid, "an idempotency key is not empty; leave it out instead").At("idempotencyKey")
	}
	name := graphql.GetFieldContext(ctx).Field.Name
	err := r.Hub.Write(ctx, func(ctx context.Context, tx *ent.Client) (err error) {
		outcome, _, err = receipts.Once(ctx, tx, name, orEmpty(key), input, func() (schema.ReceiptOutcome, error) { return act(ctx, tx) })
		return err
	})
	return outcome, err
}

// onOne performs a verb on one thing and loads it afterwards. When somebody else changed the thing first, it comes as that
// one left it; seen is the id that the caller named, zero for a thing that is only made.
func onOne[I, T any](
	ctx context.Context, r *Resolver, key *string, seen ident.ID, input I, do verb[I, *T], identity func(*T) ident.ID, load loading[*T],
) (*T, []*model.UserError, error) {
	outcome, err := perform(ctx, r, key, input, func(ctx context.Context, tx *ent.Client) (schema.ReceiptOutcome, error) {
		one, err := do(ctx, tx, input)
		if err != nil {
			return schema.ReceiptOutcome{}, err
		}
		return schema.ReceiptOutcome{IDs: []string{identity(one).String()}, Count: 1}, nil
	})
	mendable, err := userErrors(err)
	if err != nil {
		return nil, nil, err
	}
	wanted := ids(outcome)
	if conflicting(mendable) && !seen.IsZero() {
		wanted = []ident.ID{seen}
	}
	if len(wanted) == 0 {
		return nil, mendable, nil
	}
	found, err := load(ctx, wanted)
	return found[wanted[0]], mendable, err
}

// onMany performs a verb on many things of one kind and loads them afterwards, also those that are in the trash now.
func onMany[I, T any](
	ctx context.Context, r *Resolver, key *string, input I, do verb[I, []*T], identity func(*T) ident.ID, load loading[*T],
) ([]*T, []*model.UserError, error) {
	outcome, err := perform(ctx, r, key, input, func(ctx context.Context, tx *ent.Client) (schema.ReceiptOutcome, error) {
		all, err := do(ctx, tx, input)
		return outcomeOf(all, identity), err
	})
	mendable, err := userErrors(err)
	if err != nil || len(mendable) > 0 {
		return []*T{}, mendable, err
	}
	all, err := inOrder(people.IncludingTrash(ctx), ids(outcome), load)
	return all, mendable, err
}

func outcomeOf[T any](all []*T, identity func(*T) ident.ID) schema.ReceiptOutcome {
	outcome := schema.ReceiptOutcome{Count: len(all)}
	for _, one := range all {
		outcome.IDs = append(outcome.IDs, identity(one).String())
	}
	return outcome
}

// inOrder loads things and keeps the order of their ids; what is not there any more is left out.
func inOrder[T any](ctx context.Context, wanted []ident.ID, load loading[*T]) ([]*T, error) {
	all := make([]*T, 0, len(wanted))
	if len(wanted) == 0 {
		return all, nil
	}
	found, err := load(ctx, wanted)
	if err != nil {
		return nil, err
	}
	for _, id := range wanted {
		if one := found[id]; one != nil {
			all = append(all, one)
		}
	}
	return all, nil
}

// ids are those of an outcome; one that this server did not write is left out.
func ids(outcome schema.ReceiptOutcome) []ident.ID {
	all := make([]ident.ID, 0, len(outcome.IDs))
	for _, text := range outcome.IDs {
		if id, err := ident.Parse(text); err == nil {
			all = append(all, id)
		}
	}
	return all
}

// conflicting tells whether one of the errors says that somebody else was first.
func conflicting(wrong []*model.UserError) bool {
	return slices.ContainsFunc(wrong, func(one *model.UserError) bool { return one.Code == string(fault.Conflict) })
}

// inQuestion are those of the listed ids at whose places somebody else was first.
func inQuestion(wrong []*model.UserError, list string, all []ident.ID) []ident.ID {
	var some []ident.ID
	for _, one := range wrong {
		if one.Code != string(fault.Conflict) || len(one.Field) < 2 || one.Field[0] != list {
			continue
		}
		if place, err := strconv.Atoi(one.Field[1]); err == nil && place >= 0 && place < len(all) {
			some = append(some, all[place])
		}
	}
	return some
}
