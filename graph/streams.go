package graph

import (
	"context"
	"errors"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/graph/news"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
)

// maxFollowed is how many projects one stream follows.
const maxFollowed = 100

// stream opens a stream over projects by their keys.
func (r *Resolver) stream(ctx context.Context, keys []string, after *string, filter *schema.ChangeFilter) (*feed.Stream, error) {
	if len(keys) == 0 || len(keys) > maxFollowed {
		return nil, fault.New(fault.Invalid, "name 1 to %d projects", maxFollowed).At("projects")
	}
	want := feed.Want{Projects: make([]*ent.Project, len(keys))}
	for i, key := range keys {
		found, err := r.followed(ctx, key)
		if err != nil {
			return nil, err
		}
		want.Projects[i] = found
	}
	at, err := place(after, "after")
	if err != nil {
		return nil, err
	}
	want.After = at
	if filter != nil {
		want.Filter = *filter
	}
	if err := feed.CheckFilter(want.Filter); err != nil {
		return nil, err
	}
	return r.Feed.Stream(ctx, want)
}

// pumped gives the messages of a stream through a channel, each in the form that show gives it; those that it gives nothing
// for are left out. The channel ends with the context, or with the stream, whose reason is then told to the client.
func pumped[T any](ctx context.Context, stream *feed.Stream, err error, show func(*news.Change) (*T, error)) (<-chan *T, error) {
	if err != nil {
		return nil, err
	}
	out := make(chan *T)
	go func() {
		defer close(out)
		defer stream.Close()
		for {
			item, err := following(ctx, stream)
			if err != nil {
				end(ctx, err)
				return
			}
			message, err := show(news.From(item))
			if err != nil {
				end(ctx, err)
				return
			}
			if message == nil {
				continue
			}
			select {
			case out <- message:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out, nil
}

// plainly gives the changes of a stream as they are.
func (r *Resolver) plainly(ctx context.Context, open func() (*feed.Stream, error)) (<-chan *news.Change, error) {
	given, done, err := fed(ctx, open)
	if done {
		return given, err
	}
	stream, err := open()
	return pumped(ctx, stream, err, func(c *news.Change) (*news.Change, error) { return c, nil })
}

// isGone tells whether a stream ended because the client went away, which nobody need be told.
func isGone(ctx context.Context, err error) bool {
	return ctx.Err() != nil || errors.Is(err, context.Canceled)
}
