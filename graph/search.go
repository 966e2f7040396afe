package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent/searchentry"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/search"
)

// hits of a page when the client does not say, and at most.
const (
	defaultHits = 20
	maxHits     = 100
)

func find(ctx context.Context, r *Resolver, text string, project *string, kinds []string, first *int, after *string) (*model.SearchConnection, error) {
	query := search.Query{Text: text, First: defaultHits, After: orEmpty(after)}
	if first != nil {
		query.First = *first
	}
	if query.First < 1 || query.First > maxHits {
		return nil, fault.New(fault.Invalid, "first is 1 to %d", maxHits).At("first")
	}
	if project != nil {
		found, err := projects.ByKey(ctx, r.reader(ctx), *project)
		if err != nil {
			return nil, err
		}
		query.Project = found.ID
	}
	for _, kind := range kinds {
		query.Kinds = append(query.Kinds, searchentry.Kind(kind))
	}
	page, err := search.Find(ctx, r.reader(ctx), query)
	if err != nil {
		return nil, err
	}
	things := make([]ident.ID, len(page.Hits))
	for i, hit := range page.Hits {
		things[i] = hit.Entity
	}
	found, err := r.nodes(ctx, things)
	if err != nil {
		return nil, err
	}
	shown := &model.SearchConnection{
		Nodes: []*model.SearchHit{}, TotalCount: page.Total,
		PageInfo: &model.SearchPageInfo{HasNextPage: page.HasNext},
	}
	if page.EndCursor != "" {
		shown.PageInfo.EndCursor = &page.EndCursor
	}
	for i, hit := range page.Hits {
		if found[i] != nil { // put away at this very moment
			shown.Nodes = append(shown.Nodes, &model.SearchHit{
				Node: found[i], Kind: string(hit.Kind), Rank: hit.Rank, Title: pieces(hit.Title), Snippet: pieces(hit.Snippet),
			})
		}
	}
	return shown, nil
}

func pieces(all []search.Piece) []*model.TextPiece {
	shown := make([]*model.TextPiece, len(all))
	for i, one := range all {
		shown[i] = &model.TextPiece{Text: one.Text, Hit: one.Hit}
	}
	return shown
}
