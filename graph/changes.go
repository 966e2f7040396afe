package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/graph/guard"
	"github.com/asterism-qa/asterism/graph/news"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// followed is a project by its key, for what must not answer null: a stream that never comes.
func (r *Resolver) followed(ctx context.Context, key string) (*ent.Project, error) {
	found, err := r.reader(ctx).Project.Query().Where(project.Key(key)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.New(fault.NotFound, "there is no project %s", key).At("project")
	}
	return found, err
}

// headOf is how far a project's changes have come, in the moment of the question.
func (r *Resolver) headOf(ctx context.Context, p *ent.Project) (changelog.Head, error) {
	client, isFrozen := frozen(ctx)
	if !isFrozen {
		return r.Feed.Head(ctx, p)
	}
	return r.Feed.HeadIn(ctx, client, p)
}

// one loads one thing; nothing when it is gone or hidden.
func one[T any](ctx context.Context, id ident.ID, load loading[*T]) (*T, error) {
	found, err := load(ctx, []ident.ID{id})
	return found[id], err
}

// place reads a cursor that a client gave; nothing when none was given.
func place(text *string, field string) (feed.Cursor, error) {
	if text == nil {
		return nil, nil
	}
	at, err := feed.ParseCursor(*text)
	if found := fault.Of(err); found != nil {
		return nil, found.At(field)
	}
	return at, err
}

// changePage answers the list of a project's changes: forwards from a place, or backwards from one.
func (r *Resolver) changePage(
	ctx context.Context, p *ent.Project, after *string, first *int, before *string, last *int, filter *schema.ChangeFilter,
) (*model.ChangeConnection, error) {
	page, err := pageOf(nil, first, nil, last)
	if err != nil {
		return nil, err
	}
	if (last != nil && after != nil) || (last == nil && before != nil) {
		return nil, fault.New(fault.Invalid, "after goes with first, and before with last").At("after")
	}
	from, err := place(after, "after")
	if err != nil {
		return nil, err
	}
	to, err := place(before, "before")
	if err != nil {
		return nil, err
	}
	which := feed.Filter{}
	if filter != nil {
		which = *filter
	}
	if err := feed.CheckFilter(which); err != nil {
		return nil, err
	}
	if page.Last != nil {
		return r.changesBefore(ctx, p, to, which, min(*page.Last, guard.DefaultLimits.MaxPage))
	}
	found, err := r.Feed.Read(ctx, p, from, which, *page.First)
	if err != nil {
		return nil, err
	}
	info := &model.ChangePageInfo{HasNextPage: found.More, EndCursor: found.Next.String()}
	if from == nil {
		if from, err = r.Feed.Start(ctx, p); err != nil {
			return nil, err
		}
	}
	info.StartCursor, info.HasPreviousPage = from.String(), from[0].Seq > 0
	return connected(found.Changes, info), nil
}

// changesBefore are the changes right before a place, or the last ones, in their order.
func (r *Resolver) changesBefore(ctx context.Context, p *ent.Project, to feed.Cursor, filter feed.Filter, many int) (*model.ChangeConnection, error) {
	head, err := r.Feed.Head(ctx, p)
	if err != nil {
		return nil, err
	}
	if to == nil {
		to = feed.Cursor{{Project: p.ID, Epoch: head.Epoch, Seq: head.Head}}
	} else if err := r.Feed.Check(ctx, p, to); err != nil {
		return nil, err
	}
	thing := ident.ID{}
	if len(filter.Entities) == 1 {
		thing = filter.Entities[0]
	}
	newest, err := r.Feed.Back(ctx, p, to[0].Seq+1, thing, filter, many)
	if err != nil {
		return nil, err
	}
	ordered := make([]*feed.Change, len(newest))
	for i, c := range newest {
		ordered[len(newest)-1-i] = c
	}
	begins := to[0].Seq
	if len(ordered) > 0 {
		begins = ordered[0].Seq - 1
	}
	if len(ordered) < many {
		begins = min(begins, head.Floor)
	}
	start := feed.Cursor{{Project: p.ID, Epoch: head.Epoch, Seq: begins}}
	return connected(ordered, &model.ChangePageInfo{
		HasNextPage: head.Head > to[0].Seq, HasPreviousPage: len(ordered) == many && begins > head.Floor,
		StartCursor: start.String(), EndCursor: to.String(),
	}), nil
}

func connected(all []*feed.Change, info *model.ChangePageInfo) *model.ChangeConnection {
	c := &model.ChangeConnection{Edges: make([]*model.ChangeEdge, len(all)), Nodes: make([]*news.Change, len(all)), PageInfo: info}
	for i, change := range all {
		c.Nodes[i] = news.Read(change)
		c.Edges[i] = &model.ChangeEdge{Cursor: change.Cursor(), Node: c.Nodes[i]}
	}
	return c
}
