package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/graph"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// nameless is an answer without ids and without the keys of the projects in question.
func nameless(raw string, keys ...string) string {
	raw = anyIdent.ReplaceAllString(raw, "$1_")
	for _, key := range keys {
		raw = strings.ReplaceAll(raw, key, "KEY")
	}
	return raw
}

func TestToWhoIsNoMemberAMutationAnswersAsIfNothingWereThere(t *testing.T) {
	schema := graph.Schema(&graph.Resolver{}).Schema()
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		hidden := build(somebody(s, "member"), "CANARY")
		absent, other := hidden.nowhere("ABSENT"), stranger(t, s)
		before := contents(s)
		for _, mutation := range mutations(t, schema) {
			if least[mutation.Name] == "" {
				continue
			}
			definition := schema.Types[mutation.Arguments.ForName("input").Type.Name()]
			// What an input may name besides is hidden just as well.
			for _, further := range append([]string{""}, naming(schema, definition, "")...) {
				input, _ := hidden.input(schema, mutation.Name, definition, "", further)
				missed, _ := absent.input(schema, mutation.Name, definition, "", further)
				got, none := perform(other, mutation, input), perform(other, mutation, missed)
				if !got.only("NOT_FOUND") {
					t.Errorf("%s %s: %s", mutation.Name, further, got.raw)
				}
				if nameless(got.raw, "CANARY") != nameless(none.raw, "ABSENT") {
					t.Errorf("%s %s tells what is hidden from what is absent:\n%s\n%s", mutation.Name, further, got.raw, none.raw)
				}
			}
		}
		untouched(s, before)
	})
}

// Each id that an input names is tried from another project, one that the viewer does not see. Then the viewer becomes an
// administrator of that one too, and inputs that name things of both are tried.
func TestNoMutationReachesIntoAnotherProject(t *testing.T) {
	schema := graph.Schema(&graph.Resolver{}).Schema()
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		founder := somebody(s, "member")
		hidden := build(founder, "CANARY")
		mine := somebody(s, "mine")
		own := build(mine, "OWN")
		for _, sees := range []bool{false, true} {
			if sees {
				founder.Write(func(ctx context.Context, tx *ent.Client) error {
					return people.Grant(ctx, tx, tx.Project.Query().OnlyIDX(ctx), mine.Viewer.User, membership.RoleADMIN)
				})
			}
			before, tried := contents(s), reach(t, schema, mine, own, hidden, sees)
			if tried < 30 {
				t.Errorf("only %d places were tried", tried)
			}
			untouched(s, before)
		}
	})
}

// reach tries ids of another project in every place of every mutation; with mixed only where an input names more than one.
func reach(t *testing.T, schema *ast.Schema, mine *graphtest.Server, own, other scene, mixed bool) (tried int) {
	t.Helper()
	absent := own.nowhere("ABSENT")
	for _, mutation := range mutations(t, schema) {
		definition := schema.Types[mutation.Arguments.ForName("input").Type.Name()]
		for _, path := range naming(schema, definition, "") {
			if own.id(mutation.Name, path) == "" {
				t.Errorf("%s: say what the tests put into %s", mutation.Name, path)
				continue
			}
			input, _ := own.input(schema, mutation.Name, definition, "", path)
			if _, alone := input["project"]; mixed && !alone && len(idents(input)) < 2 {
				continue // it is about the other project, of which the viewer is a member
			}
			foreign, missed := swap(input, path, other.id(mutation.Name, path)), swap(input, path, absent.id(mutation.Name, path))
			got := perform(mine, mutation, foreign)
			tried++
			person := path == "assignee" || path == "reviewer" // who is no member is there for everybody to see
			if !got.only("NOT_FOUND") && !(person && got.only("BAD_USER_INPUT")) {
				t.Errorf("%s with a foreign %s: %s", mutation.Name, path, got.raw)
			}
			if none := perform(mine, mutation, missed); !mixed && nameless(got.raw) != nameless(none.raw) {
				t.Errorf("%s with a foreign %s tells what is hidden from what is absent:\n%s\n%s", mutation.Name, path, got.raw, none.raw)
			}
		}
	}
	return tried
}

// idents are the ids in an input that name things of a project.
func idents(input map[string]any) []string {
	return slices.DeleteFunc(anyIdent.FindAllString(fmt.Sprint(input), -1), func(id string) bool { return strings.HasPrefix(id, "user_") })
}

// swap is an input with another id at a path.
func swap(input map[string]any, path string, id string) map[string]any {
	changed := with(input, nil)
	name, below, deeper := strings.Cut(path, ".")
	if list, isList := changed[name].([]any); isList {
		if deeper {
			changed[name] = []any{swap(list[0].(map[string]any), below, id)}
		} else {
			changed[name] = []any{id}
		}
		return changed
	}
	changed[name] = id
	return changed
}
