package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// linksVerb affirms or retires links of both kinds.
type linksVerb = func(ctx context.Context, tx *ent.Client, in requirements.LinksInput) ([]*ent.TraceLink, []*ent.RequirementLink, error)

// onLinks performs a verb on links of both kinds and loads them afterwards, or those that somebody else changed first.
func onLinks(ctx context.Context, r *Resolver, key *string, input requirements.LinksInput, do linksVerb) (*model.LinksPayload, error) {
	outcome, err := perform(ctx, r, key, input, func(ctx context.Context, tx *ent.Client) (schema.ReceiptOutcome, error) {
		traces, refinements, err := do(ctx, tx, input)
		outcome := outcomeOf(traces, func(x *ent.TraceLink) ident.ID { return x.ID })
		further := outcomeOf(refinements, func(x *ent.RequirementLink) ident.ID { return x.ID })
		return schema.ReceiptOutcome{IDs: append(outcome.IDs, further.IDs...), Count: outcome.Count + further.Count}, err
	})
	mendable, err := userErrors(err)
	if err != nil {
		return nil, err
	}
	wanted := ids(outcome)
	if len(mendable) > 0 {
		named := make([]ident.ID, len(input.Links))
		for i, link := range input.Links {
			named[i] = link.ID
		}
		wanted = inQuestion(mendable, "links", named)
	}
	answer := &model.LinksPayload{UserErrors: mendable}
	if answer.TraceLinks, err = inOrder(ctx, ofKind(wanted, ident.TraceLink), r.reader(ctx).TraceLink.LoadByIDs); err != nil {
		return nil, err
	}
	answer.RequirementLinks, err = inOrder(ctx, ofKind(wanted, ident.RequirementLink), r.reader(ctx).RequirementLink.LoadByIDs)
	return answer, err
}

func ofKind(all []ident.ID, kind ident.Kind) []ident.ID {
	var some []ident.ID
	for _, id := range all {
		if id.Kind() == kind {
			some = append(some, id)
		}
	}
	return some
}
