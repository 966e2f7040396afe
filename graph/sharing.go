package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

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
	written map[string]*graphql.Response // by the event of the change: a number counts in one history only
	order   []string
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
func (o *group) once(ctx context.Context, event string, write func() *graphql.Response) *graphql.Response {
	o.mu.Lock()
	defer o.mu.Unlock()
	if known := o.written[event]; known != nil {
		return known
	}
	made := write()
	if made == nil || len(made.Errors) > 0 || ctx.Err() != nil {
		return made // it may be wrong only because this one went away, or just now
	}
	kept := *made
	kept.Data = bytes.Clone(made.Data) // the writer uses its room again
	if o.written == nil {
		o.written = map[string]*graphql.Response{}
	}
	o.written[event] = &kept
	if o.order = append(o.order, event); len(o.order) > remembered {
		delete(o.written, o.order[0])
		o.order = o.order[1:]
	}
	return &kept
}

// names tells whether something that is selected depends on a variable.
func names(selections ast.SelectionSet, variable string) bool {
	return slices.ContainsFunc(selections, func(one ast.Selection) bool {
		switch one := one.(type) {
		case *ast.Field:
			return takes(one.Arguments, variable) || commanded(one.Directives, variable) || names(one.SelectionSet, variable)
		case *ast.InlineFragment:
			return commanded(one.Directives, variable) || names(one.SelectionSet, variable)
		case *ast.FragmentSpread:
			return commanded(one.Directives, variable) || one.Definition == nil || names(one.Definition.SelectionSet, variable)
		}
		return true // what is not known may
	})
}

func commanded(directives ast.DirectiveList, variable string) bool {
	return slices.ContainsFunc(directives, func(d *ast.Directive) bool { return takes(d.Arguments, variable) })
}

func takes(arguments ast.ArgumentList, variable string) bool {
	return slices.ContainsFunc(arguments, func(a *ast.Argument) bool { return holds(a.Value, variable) })
}

// holds tells whether a value is a variable, or has it somewhere inside.
func holds(value *ast.Value, variable string) bool {
	return value != nil && (value.Kind == ast.Variable && value.Raw == variable ||
		slices.ContainsFunc(value.Children, func(c *ast.ChildValue) bool { return holds(c.Value, variable) }))
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
