package graph

import (
	"context"
	"errors"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/fault"
)

// small is a schema with the field at its root and deeper down.
const small = `
schema { query: Query mutation: Mutation }
type Query { snapshot(project: String!): Snapshot! project(key: String!): Project version: String! }
type Mutation { snapshot(project: String!): Snapshot! }
type Snapshot { seq: Int! }
type Project { snapshot: Snapshot! key: String! }`

// asked is a valid question with its variables.
func asked(t *testing.T, document string, variables map[string]any) *graphql.OperationContext {
	t.Helper()
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: small})
	parsed, errs := gqlparser.LoadQueryWithRules(schema, document, rules.NewDefaultRules())
	if len(errs) > 0 {
		t.Fatalf("%s: %v", document, errs)
	}
	return &graphql.OperationContext{Doc: parsed, Operation: parsed.Operations[len(parsed.Operations)-1], Variables: variables}
}

func TestAQuestionAsksForASnapshotWhenItsRootSelectsOne(t *testing.T) {
	yes := map[string]any{"yes": true, "no": false}
	for document, want := range map[string]bool{
		`{ snapshot(project: "PAY") { seq } project(key: "PAY") { key } }`:                               true,
		`{ version at: snapshot(project: "PAY") { seq } }`:                                               true,
		`{ ... on Query { ... { snapshot(project: "PAY") { seq } } } }`:                                  true,
		`fragment at on Query { snapshot(project: "PAY") { seq } } { version ...at }`:                    true,
		`query ($yes: Boolean!) { snapshot(project: "PAY") @include(if: $yes) { seq } }`:                 true,
		`query ($no: Boolean!) { ... @skip(if: $no) { snapshot(project: "PAY") { seq } } }`:              true,
		`{ ... @defer { snapshot(project: "PAY") { seq } } }`:                                            true,
		`query ($yes: Boolean!) { version snapshot(project: "PAY") @skip(if: $yes) { seq } }`:            false,
		`query ($no: Boolean!) { version ... @include(if: $no) { snapshot(project: "PAY") { seq } } }`:   false,
		`query ($no: Boolean = false) { version snapshot(project: "PAY") @include(if: $no) { seq } }`:    false,
		`fragment at on Query { snapshot(project: "PAY") { seq } } { version ...at @include(if: false)}`: false,
		`{ project(key: "PAY") { snapshot { seq } } }`:                                                   false,
		`{ snapshot: version }`:                         false,
		`mutation { snapshot(project: "PAY") { seq } }`: false,
	} {
		if got := asksForSnapshot(asked(t, document, yes)); got != want {
			t.Errorf("%s: %t", document, got)
		}
	}
}

// moments counts what is frozen and not released.
type moments struct {
	client       *ent.Client
	begun, ended int
}

func (m *moments) freeze(context.Context) (*ent.Client, func(), error) {
	m.begun++
	return m.client, func() { m.ended++ }, nil
}

const aSnapshot = `{ snapshot(project: "PAY") { seq } }`

// answering gives the handler of a question, answered by the given function.
func answering(t *testing.T, r *Resolver, document string, answer graphql.ResponseHandler) (context.Context, graphql.ResponseHandler) {
	t.Helper()
	ctx := graphql.WithOperationContext(t.Context(), asked(t, document, nil))
	return ctx, r.snapshots(ctx, func(context.Context) graphql.ResponseHandler { return answer })
}

func TestAMomentLastsAsLongAsTheAnswer(t *testing.T) {
	m, more, last := &moments{client: &ent.Client{}}, true, false
	r := &Resolver{Client: &ent.Client{}, Freeze: m.freeze}
	answers := []*graphql.Response{{HasNext: &more}, {HasNext: &more}, {HasNext: &last}}
	n := 0
	ctx, handler := answering(t, r, aSnapshot, func(ctx context.Context) *graphql.Response {
		if r.reader(ctx) != m.client || m.ended != 0 {
			t.Errorf("part %d is not read from the moment", n)
		}
		n++
		return answers[n-1]
	})
	for range answers {
		handler(ctx)
	}
	if m.begun != 1 || m.ended != 1 {
		t.Errorf("%d moments begun, %d ended", m.begun, m.ended)
	}
}

func TestAMomentEndsWhenTheAnsweringPanics(t *testing.T) {
	m := &moments{}
	ctx, handler := answering(t, &Resolver{Freeze: m.freeze}, aSnapshot, func(context.Context) *graphql.Response {
		return []*graphql.Response{}[m.begun]
	})
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		handler(ctx)
	}()
	if m.ended != 1 {
		t.Errorf("%d moments ended", m.ended)
	}
}

func TestOtherQuestionsAreReadAsEver(t *testing.T) {
	m := &moments{}
	r := &Resolver{Client: &ent.Client{}, Freeze: m.freeze}
	ctx, handler := answering(t, r, `{ version }`, func(ctx context.Context) *graphql.Response {
		if r.reader(ctx) != r.Client {
			t.Error("it was read from elsewhere")
		}
		return &graphql.Response{}
	})
	if handler(ctx) == nil || m.begun != 0 {
		t.Errorf("%d moments begun", m.begun)
	}
}

func TestWithoutAMomentNothingIsAnswered(t *testing.T) {
	for name, err := range map[string]error{
		"UNAVAILABLE": fault.New(fault.Unavailable, "the database is busy; try again"),
		"INTERNAL":    errors.New("pq: out of it"),
	} {
		r := &Resolver{Freeze: func(context.Context) (*ent.Client, func(), error) { return nil, nil, err }}
		ctx, handler := answering(t, r, aSnapshot, func(context.Context) *graphql.Response {
			t.Error("it was answered")
			return &graphql.Response{}
		})
		response := handler(ctx)
		if response == nil || len(response.Errors) != 1 || response.Errors[0].Extensions["code"] != name {
			t.Errorf("%v became %+v", err, response)
		}
		if handler(ctx) != nil {
			t.Error("the answer has no end")
		}
	}
}
