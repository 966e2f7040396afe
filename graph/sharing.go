package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"sync"

	"github.com/99designs/gqlgen/graphql"

	"github.com/asterism-qa/asterism/graph/news"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// Many people look at the same dashboard: streams of one viewer with the same document differ only in where they began. A
// change is put into the form of the document once, and all of them send the same bytes.

// remembered is how many changes in their written form a group keeps; those who are further behind write their own.
const remembered = 64

// groups are the streams that say the same things.
type groups struct {
	mu  sync.Mutex
	all map[groupKey]*group
}

type groupKey struct {
	who       ident.ID
	document  string
	operation string
	variables string // without the place where it begins
}

type group struct {
	key   groupKey
	users int // guarded by groups.mu

	mu      sync.Mutex
	written map[int64]*graphql.Response
	order   []int64
}

// join gives the group of an operation; nothing when it has none.
func (g *groups) join(ctx context.Context, operation *graphql.OperationContext, after string) *group {
	who, err := viewer.From(ctx)
	if err != nil || who.System {
		return nil
	}
	variables := make(map[string]any, len(operation.Variables))
	for name, value := range operation.Variables {
		if name != after {
			variables[name] = value
		}
	}
	text, err := json.Marshal(variables)
	if err != nil {
		return nil
	}
	key := groupKey{who: who.User, document: operation.RawQuery, operation: operation.OperationName, variables: string(text)}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.all == nil {
		g.all = map[groupKey]*group{}
	}
	found := g.all[key]
	if found == nil {
		found = &group{key: key}
		g.all[key] = found
	}
	found.users++
	return found
}

func (g *groups) leave(one *group) {
	if one == nil {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if one.users--; one.users == 0 {
		delete(g.all, one.key)
	}
}

func (g *groups) isShared(one *group) bool {
	if one == nil {
		return false
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	return one.users > 1
}

// once gives the written form of a change, which the first one who needs it makes while the others wait.
func (o *group) once(ctx context.Context, seq int64, write func() *graphql.Response) *graphql.Response {
	o.mu.Lock()
	defer o.mu.Unlock()
	if known := o.written[seq]; known != nil {
		return known
	}
	made := write()
	if made == nil || ctx.Err() != nil {
		return made // it may be wrong only because this one went away
	}
	kept := *made
	kept.Data = bytes.Clone(made.Data) // the writer uses its room again
	if o.written == nil {
		o.written = map[int64]*graphql.Response{}
	}
	o.written[seq] = &kept
	if o.order = append(o.order, seq); len(o.order) > remembered {
		delete(o.written, o.order[0])
		o.order = o.order[1:]
	}
	return &kept
}

// feeding carries one stream between its opening by a resolver, which knows the arguments, and its answering here.
type feeding struct {
	stream *feed.Stream
	next   chan *news.Change
}

type feedingKey struct{}

// fed hands a stream over to whoever answers it change by change, when somebody does; otherwise it gives nothing.
func fed(ctx context.Context, open func() (*feed.Stream, error)) (_ <-chan *news.Change, done bool, _ error) {
	carrier, _ := ctx.Value(feedingKey{}).(*feeding)
	if carrier == nil {
		return nil, false, nil
	}
	stream, err := open()
	if err != nil {
		return nil, true, err
	}
	carrier.stream = stream
	return carrier.next, true, nil
}
