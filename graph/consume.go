package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/graph/news"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/feed"
)

// consume serves a consumer for as long as the stream is open: the lease is renewed meanwhile, and given back at the end.
func (r *Resolver) consume(ctx context.Context, in consumers.RefInput) (<-chan *model.Consumed, error) {
	serving, err := consumers.Serve(ctx, r.Client, r.Hub, in)
	if err != nil {
		return nil, err
	}
	stream, err := r.Feed.Stream(ctx, feed.Want{Projects: []*ent.Project{serving.Project}, After: serving.After, Filter: serving.Consumer.Filter})
	if err != nil {
		_, _ = consumers.Expire(ctx, r.Hub, serving.Project, serving.Consumer, serving.Lease, err) // the client is told why by the error itself
		serving.Close(ctx)
		return nil, err
	}
	held, cancel := context.WithCancel(ctx)
	go func() {
		if err := serving.Keep(held); err != nil {
			end(ctx, err)
			cancel()
		}
	}()
	messages, err := pumped(held, stream, nil, func(c *news.Change) (*model.Consumed, error) {
		return &model.Consumed{Change: c, Lease: serving.Lease}, nil
	})
	out := make(chan *model.Consumed)
	go func() {
		defer close(out)
		defer serving.Close(ctx)
		defer cancel()
		for one := range messages {
			select {
			case out <- one:
			case <-held.Done():
			}
		}
	}()
	return out, err
}
