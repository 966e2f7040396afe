package graph

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

func TestWhatDependsOnWhereAStreamBeganIsNotShared(t *testing.T) {
	for document, depends := range map[string]bool{
		`subscription($at: ChangeCursor) { changes(project: "PAY", after: $at) { seq node { id } } }`:                                            false,
		`subscription($at: ChangeCursor) { changes(project: "PAY", after: $at) { project { changes(after: $at) { nodes { seq } } } } }`:          true,
		`subscription($at: ChangeCursor) { changes(project: "PAY", after: $at) { node { ... on Project { changes(after: $at) { x } } } } }`:      true,
		`subscription($at: ChangeCursor) { changes(project: "PAY", after: $at) { seq @said(in: {any: [$at]}) } }`:                                true,
		`subscription($at: ChangeCursor, $b: Int) { changes(project: "PAY", after: $at) { project { changes(first: $b, after: "at") { x } } } }`: false,
	} {
		parsed, err := parser.ParseQuery(&ast.Source{Input: document})
		if err != nil {
			t.Fatal(err)
		}
		if got := names(parsed.Operations[0].SelectionSet[0].(*ast.Field).SelectionSet, "at"); got != depends {
			t.Errorf("%s: %t", document, got)
		}
	}
}

func TestWhatWentWrongForOneIsTriedAgainForTheNext(t *testing.T) {
	one, tried := &group{}, 0
	write := func() *graphql.Response {
		if tried++; tried == 1 {
			return &graphql.Response{Errors: gqlerror.List{{Message: "the database is away"}}}
		}
		return &graphql.Response{Data: []byte("{}")}
	}
	for i, want := range []int{1, 2, 2} {
		if one.once(context.Background(), "a", write); tried != want {
			t.Errorf("after %d: written %d times", i+1, tried)
		}
	}
	if one.once(context.Background(), "b", write); tried != 3 {
		t.Error("another change is told as the same")
	}
}

func TestAPanicIsShownWithoutWhereItHappened(t *testing.T) {
	err := recovered(t.Context(), "boom")
	var found *gqlerror.Error
	shown, failed := json.Marshal(err)
	if failed != nil || !errors.As(err, &found) || strings.Contains(string(shown), "boom") || strings.Contains(string(shown), ".go:") {
		t.Errorf("shown as %s", shown)
	}
	if again := present(t.Context(), err); again.Extensions["reference"] != found.Extensions["reference"] || again.Message != found.Message {
		t.Errorf("the presenter shows %+v", again)
	}
}
