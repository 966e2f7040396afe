package graph_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/graph"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// stranger is signed in and a member of nothing.
func stranger(t *testing.T, s *graphtest.Server) *graphtest.Server {
	t.Helper()
	made, err := s.Store.Client.User.Create().SetLogin("stranger").SetName("Stranger").Save(viewer.AsSystem(context.Background()))
	if err != nil {
		t.Fatal(err)
	}
	return s.As(viewer.Viewer{User: made.ID})
}

// hide fills a project whose every word is a canary.
func hide(t *testing.T, s *graphtest.Server) ident.ID {
	t.Helper()
	w := populate(s, "CANARY", 3)
	elaborate(s, w)
	return w.project.ID
}

// everyRoot asks all roots for all they have; ids are of things in the hidden project.
func everyRoot(t *testing.T, ids []string) map[string]string {
	questions := map[string]string{
		"project":  `{ project(key: "CANARY") { key name role } }`,
		"search":   `{ search(text: "requirement") { totalCount nodes { node { id } title { text } snippet { text } } pageInfo { endCursor } } }`,
		"projects": `{ projects { totalCount nodes { key name } edges { cursor } pageInfo { hasNextPage endCursor } } }`,
		"filtered": `{ projects(where: {or: [{keyContains: "C"}, {nameHasPrefix: "P"}, {keyNotIn: ["X"]}]}) { totalCount nodes { key } } }`,
		"nodes":    fmt.Sprintf(`{ nodes(ids: ["%s"]) { id } }`, strings.Join(ids, `", "`)),
	}
	for _, id := range ids {
		questions["node "+strings.SplitN(id, "_", 2)[0]] = fmt.Sprintf(`{ node(id: %q) { id ... on Requirement { title } ... on TestCase { title } ... on Project { name } } }`, id)
	}
	return questions
}

func TestWhoIsNoMemberSeesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		project := hide(t, s)
		ids := everyID(t, s, project)
		other := stranger(t, s)
		for name, document := range everyRoot(t, ids) {
			if got := s.Ask(document, nil); !bytes.Contains(got.Raw, []byte("CANARY")) && !bytes.Contains(got.Raw, []byte(`"id":"`)) {
				t.Fatalf("%s: even a member sees nothing, so this shows nothing: %s", name, got.Raw)
			}
			got := other.Ask(document, nil)
			if len(got.Errors) > 0 || bytes.Contains(got.Raw, []byte("CANARY")) || bytes.Contains(got.Raw, []byte(`"id"`)) || bytes.Contains(got.Raw, []byte(`"totalCount":1`)) {
				t.Errorf("%s: %s", name, got.Raw)
			}
		}
	})
}

// everyID is an id of each kind of thing in a project.
func everyID(t *testing.T, s *graphtest.Server, project ident.ID) []string {
	t.Helper()
	ids := []string{project.String()}
	schema := graph.Schema(&graph.Resolver{}).Schema()
	for _, name := range sorted(schema.Types) {
		definition := schema.Types[name]
		if name == "Project" || name == "User" || definition.Kind != ast.Object || !isNode(definition) {
			continue
		}
		id := anyID(s, name)
		if id == "" {
			t.Errorf("%s: the world of the tests holds none", name)
			continue
		}
		ids = append(ids, id)
	}
	if len(ids) < 22 {
		t.Fatalf("only %d kinds of things in the project", len(ids))
	}
	return ids
}

func TestAHiddenProjectAnswersLikeNone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		project := hide(t, s)
		other := stranger(t, s)
		for name, document := range map[string]string{
			"project": `query($key: String!, $id: ID!) { project(key: $key) { key requirements { totalCount } } node(id: $id) { __typename } }`,
			"fields":  `query($key: String!, $id: ID!) { project(key: $key) { role } nodes(ids: [$id]) { id } projects(where: {key: $key, id: $id}) { totalCount } }`,
			"search":  `query($key: String!, $id: ID!) { search(text: "requirement", project: $key) { totalCount nodes { kind } } nodes(ids: [$id]) { id } }`,
		} {
			hidden := other.Ask(document, map[string]any{"key": "CANARY", "id": project.String()})
			absent := other.Ask(document, map[string]any{"key": "ABSENT", "id": ident.New(ident.Project).String()})
			if nameless(string(hidden.Raw), "CANARY") != nameless(string(absent.Raw), "ABSENT") || hidden.Status != absent.Status {
				t.Errorf("%s: hidden\n%s\nabsent\n%s", name, hidden.Raw, absent.Raw)
			}
		}
	})
}

func TestARemovedMemberLosesAccessAtOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := graphtest.New(t, db)
		project := hide(t, s)
		member := stranger(t, s)
		s.Write(func(ctx context.Context, tx *ent.Client) error {
			return people.Grant(ctx, tx, project, member.Viewer.User, membership.RoleVIEWER)
		})
		const document = `{ project(key: "CANARY") { role requirements { totalCount } } }`
		if got := string(member.Ask(document, nil).Data); !strings.Contains(got, `"VIEWER"`) || !strings.Contains(got, `4`) {
			t.Fatalf("as a member: %s", got)
		}
		s.Write(func(ctx context.Context, tx *ent.Client) error {
			_, err := tx.Membership.Delete().Where(membership.UserID(member.Viewer.User)).Exec(ctx)
			return err
		})
		if got := member.Ask(document, nil); string(got.Data) != `{"project":null}` {
			t.Fatalf("afterwards: %s", got.Raw)
		}
	})
}

func TestNobodyIsAskedToSignIn(t *testing.T) {
	s := graphtest.New(t, storetest.SQLite(t))
	project := hide(t, s)
	nobody := s.As(viewer.Viewer{})
	for _, root := range graph.Schema(&graph.Resolver{}).Schema().Query.Fields {
		if root.Name == "version" || strings.HasPrefix(root.Name, "__") {
			continue
		}
		document := `{ ` + root.Name + arguments(root.Arguments, project) + ` { __typename } }`
		got := nobody.Ask(document, nil)
		if len(got.Errors) != 1 || got.Errors[0].Extensions["code"] != "UNAUTHENTICATED" || bytes.Contains(got.Raw, []byte("CANARY")) {
			t.Errorf("%s: %s", document, got.Raw)
		}
	}
	got := nobody.Ask(`mutation { projectCreate(input: {key: "EVIL", name: "Evil"}) { project { key } userErrors { message } } }`, nil)
	if len(got.Errors) != 1 || got.Errors[0].Extensions["code"] != "UNAUTHENTICATED" {
		t.Errorf("a change: %s", got.Raw)
	}
}

// arguments fills in what a root field cannot do without.
func arguments(list ast.ArgumentDefinitionList, project ident.ID) string {
	for _, one := range list {
		switch {
		case one.Name == "key":
			return `(key: "CANARY")`
		case one.Name == "text":
			return `(text: "canary", project: "CANARY")`
		case one.Type.NonNull && one.Name == "project":
			return `(project: "CANARY")`
		case one.Type.NonNull && one.Name == "id":
			return fmt.Sprintf(`(id: %q)`, project)
		case one.Type.NonNull && one.Name == "ids":
			return fmt.Sprintf(`(ids: [%q])`, project)
		}
	}
	return ""
}
