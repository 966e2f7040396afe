package graph

import (
	"context"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/asterism-qa/asterism/graph/guard"
	"github.com/asterism-qa/asterism/graph/news"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
)

// streams answers subscriptions: it bounds how many one connection has, tells why one ended, and answers the plain streams
// of changes itself, since they are many.
func (r *Resolver) streams(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	operation := graphql.GetOperationContext(ctx)
	if operation.Operation == nil || operation.Operation.Operation != ast.Subscription {
		return bounding(next(ctx))
	}
	if err := enter(ctx); err != nil {
		return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{present(ctx, err)}})
	}
	context.AfterFunc(ctx, func() { exit(ctx) })
	ended := &ending{}
	ctx = context.WithValue(ctx, endingKey{}, ended)
	if len(graphql.CollectFields(operation, operation.Operation.SelectionSet, []string{"Subscription"})) != 1 { // it was left out by a directive
		return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{present(ctx, fault.New(fault.Invalid, "subscribe to exactly one stream"))}})
	}
	answer := r.plain(ctx, operation, next)
	isOver := false // a stream is asked again until it says nothing
	return func(ctx context.Context) *graphql.Response {
		if isOver {
			return nil
		}
		if response := answer(ctx); response != nil {
			return response
		}
		isOver = true
		if err := ended.take(); err != nil && !isGone(ctx, err) {
			return &graphql.Response{Errors: gqlerror.List{present(ctx, err)}}
		}
		return nil
	}
}

// plain answers changes and changesOf change by change; whatever else is asked for is answered by next.
func (r *Resolver) plain(ctx context.Context, operation *graphql.OperationContext, next graphql.OperationHandler) graphql.ResponseHandler {
	carrier := &feeding{next: make(chan *news.Change, 1)}
	write := next(context.WithValue(ctx, feedingKey{}, carrier))
	if carrier.stream == nil {
		return write // another kind of stream, or a refusal
	}
	stream := carrier.stream
	field := graphql.CollectFields(operation, operation.Operation.SelectionSet, []string{"Subscription"})[0] // a stream has one
	var shared *group
	if field.Name == "changes" { // in a stream of several projects a change has another cursor for everybody
		after := field.Arguments.ForName("after")
		name := ""
		if after != nil && after.Value != nil && after.Value.Kind == ast.Variable && !names(field.Selections, after.Value.Raw) {
			name = after.Value.Raw
		}
		shared = r.groups.join(ctx, operation, name)
	}
	context.AfterFunc(ctx, func() { r.groups.leave(shared) })
	return func(ctx context.Context) *graphql.Response {
		item, err := following(ctx, stream)
		if err != nil {
			stream.Close()
			end(ctx, err)
			return nil
		}
		written := func() *graphql.Response {
			carrier.next <- news.From(item)
			return write(ctx)
		}
		if item.Kind != feed.News || !r.groups.isShared(shared) {
			return written()
		}
		return shared.once(ctx, item.Change.Event, written)
	}
}

// bounding ends answers that take too long where no request's own end does, as on a socket.
func bounding(answer graphql.ResponseHandler) graphql.ResponseHandler {
	return func(ctx context.Context) *graphql.Response {
		if _, bounded := ctx.Deadline(); bounded {
			return answer(ctx)
		}
		ctx, cancel := context.WithTimeout(ctx, guard.MaxDuration)
		defer cancel()
		return answer(ctx)
	}
}

// ending is why a stream ended.
type ending struct{ why atomic.Pointer[error] }

type endingKey struct{}

// end notes why the stream under a context ended, for whoever sends its last message.
func end(ctx context.Context, err error) {
	if one, ok := ctx.Value(endingKey{}).(*ending); ok {
		one.why.CompareAndSwap(nil, &err) // what follows from the first reason is none
	}
}

func (e *ending) take() error {
	if why := e.why.Swap(nil); why != nil {
		return *why
	}
	return nil
}

// streamCount counts the streams of one connection.
type streamCount struct{ streams atomic.Int32 }

type streamCountKey struct{}

// counting gives a request's connection its count.
func counting(ctx context.Context) context.Context {
	return context.WithValue(ctx, streamCountKey{}, &streamCount{})
}

// enter counts a stream in, or says why it cannot be.
func enter(ctx context.Context) error {
	one, ok := ctx.Value(streamCountKey{}).(*streamCount)
	if !ok {
		return fault.New(fault.Invalid, "a subscription is asked for over a WebSocket (graphql-transport-ws) or with Accept: text/event-stream")
	}
	if one.streams.Add(1) > guard.MaxStreams {
		one.streams.Add(-1)
		return fault.New("TOO_MANY_STREAMS", "one connection carries at most %d streams: end some, or open another connection", guard.MaxStreams)
	}
	return nil
}

func exit(ctx context.Context) {
	if one, ok := ctx.Value(streamCountKey{}).(*streamCount); ok {
		one.streams.Add(-1)
	}
}
