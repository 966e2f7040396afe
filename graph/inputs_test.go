package graph_test

import (
	"context"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// scene is a project with some of everything that mutations name, by the kind of thing.
type scene struct {
	key string
	ids map[string][]string
	// end is the place after the last change of the project.
	end string
}

// somebody makes a user, who is a member of nothing.
func somebody(s *graphtest.Server, login string) *graphtest.Server {
	s.T.Helper()
	made, err := s.Store.Client.User.Create().SetLogin(login).SetName(login).Save(viewer.AsSystem(context.Background()))
	if err != nil {
		s.T.Fatal(err)
	}
	return s.As(viewer.Viewer{User: made.ID})
}

// build fills a project of somebody who is a member of no other.
func build(s *graphtest.Server, key string) scene {
	s.T.Helper()
	elaborate(s, populate(s, key, 4))
	c, first, here := scene{key: key, ids: map[string][]string{"User": {s.Viewer.User.String()}}}, ent.Asc("id"), s.Store.Client
	for name, find := range map[string]func(context.Context) ([]ident.ID, error){
		"Requirement": here.Requirement.Query().Order(first).IDs, "TestCase": here.TestCase.Query().Order(first).IDs, "TraceLink": here.TraceLink.Query().Order(first).IDs,
		"Defect": here.Defect.Query().Order(first).IDs, "Execution": here.Execution.Query().Order(first).IDs, "Suite": here.Suite.Query().Order(first).IDs,
		"Comment": here.Comment.Query().Order(first).IDs, "Attachment": here.Attachment.Query().Order(first).IDs, "Release": here.Release.Query().Order(first).IDs,
		"TestCycle": here.TestCycle.Query().Order(first).IDs, "FailureSignature": here.FailureSignature.Query().Order(first).IDs, "Webhook": here.Webhook.Query().Order(first).IDs,
	} {
		all, err := find(s.Context())
		if err != nil || len(all) == 0 {
			s.T.Fatalf("the scene holds no %s: %v", name, err)
		}
		for _, id := range all {
			c.ids[name] = append(c.ids[name], id.String())
		}
	}
	c.end = ask(s, `query($key: String!) { project(key: $key) { feed { now } } }`, map[string]any{"key": key}).text("project", "feed", "now")
	return c
}

// nowhere is a scene of the same kinds of things, none of which is there.
func (c scene) nowhere(key string) scene {
	absent := scene{key: key, ids: map[string][]string{}, end: c.end}
	for name, all := range c.ids {
		for _, id := range all {
			known, _ := ident.Parse(id)
			absent.ids[name] = append(absent.ids[name], ident.New(known.Kind()).String())
		}
	}
	return absent
}

// named is the kind of thing that a field of an input names, and which of them; "id" and "ids" go by the name of the
// mutation. A path of a mutation's own comes before one that all have.
var named = map[string]struct {
	kind  string
	place int
}{
	"about": {"Requirement", 0}, "requirement": {"Requirement", 0}, "requirements": {"Requirement", 0}, "testCase": {"TestCase", 0}, "testCases": {"TestCase", 0},
	"child": {"Requirement", 0}, "parent": {"Requirement", 2}, "before": {"Requirement", 3}, "links.id": {"TraceLink", 0}, "links": {"Execution", 1},
	"suite": {"Suite", 0}, "from": {"Suite", 0}, "to": {"Suite", 1}, "of": {"Defect", 2}, "assignee": {"User", 0}, "reviewer": {"User", 0},
	"defect": {"Defect", 0}, "execution": {"Execution", 0},
	"defectLink.to": {"TestCase", 1}, "defectUnlink.to": {"TestCase", 1}, "suiteRemoveCases.suite": {"Suite", 1}, "suiteMove.id": {"Suite", 1},
	"suiteCreate.parent": {"Suite", 0}, "suiteMove.parent": {"Suite", 0}, "suiteCreate.before": {"Suite", 1}, "suiteMove.before": {"Suite", 0},
	"suitePlaceCases.before": {"TestCase", 1}, "suiteMoveCases.before": {"TestCase", 1},
	"requirement#": {"Requirement", 0}, "case#": {"TestCase", 0}, "defect#": {"Defect", 0}, "release#": {"Release", 0}, "cycle#": {"TestCycle", 0},
	"suite#": {"Suite", 0}, "comment#": {"Comment", 0}, "attachment#": {"Attachment", 0}, "signature#": {"FailureSignature", 0},
	"webhook#": {"Webhook", 0},
}

// said is what stands in fields that name nothing.
var said = map[string]any{
	"title": "Words", "name": "Words", "text": "Words", "action": "Words", "reason": "Because.", "note": "Because.", "names": "Word", "values": "1",
	"value": "1", "expectedVersion": 1, "number": 1, "key": "NEW", "executionRecord.status": "PASSED",
	"consumer": "follower", "webhookCreate.name": "another", "url": "http://127.0.0.1:9/changes",
}

// wanted are fields that an input does without at times, but not when it is to be accepted; false are those that a mutation
// refuses while others want them.
var wanted = map[string]bool{
	"note": true, "reason": true, "defectReport.project": true, "defectReport.title": true,
	"commentTrash.reason": false, "commentRestore.reason": false, "attachmentTrash.reason": false, "attachmentRestore.reason": false,
	"suiteTrash.reason": false, "suiteRestore.reason": false,
}

// known looks a field up, by its mutation and path, then by its path.
func known[T any](table map[string]T, mutation, path string) (T, bool) {
	if found, is := table[mutation+"."+path]; is {
		return found, true
	}
	found, is := table[path]
	return found, is
}

// id is that of the thing which a field of a mutation names.
func (c scene) id(mutation, path string) string {
	place, is := known(named, mutation, path)
	if !is && (path == "id" || path == "ids") {
		for _, word := range camel(mutation)[:1] {
			place, is = named[word+"#"]
		}
	}
	if !is || place.place >= len(c.ids[place.kind]) {
		return "" // whoever asks complains
	}
	return c.ids[place.kind][place.place]
}

// input makes an input with what it must have and the further paths; missing are the fields that nobody says how to fill.
func (c scene) input(schema *ast.Schema, mutation string, definition *ast.Definition, above string, further ...string) (made map[string]any, missing []string) {
	made = map[string]any{}
	for _, field := range definition.Fields {
		path := above + field.Name
		alsoWanted, _ := known(wanted, mutation, path)
		if !field.Type.NonNull && !alsoWanted && !slices.ContainsFunc(further, func(one string) bool { return one == path || strings.HasPrefix(one, path+".") }) {
			continue
		}
		var value any
		target := schema.Types[field.Type.Name()]
		chosen, isSaid := known(said, mutation, path)
		switch {
		case path == "project":
			value = c.key
		case target.Kind == ast.InputObject:
			inside, lacking := c.input(schema, mutation, target, path+".", further...)
			value, missing = inside, append(missing, lacking...)
		case target.Name == "ID":
			id := c.id(mutation, path)
			if id == "" {
				missing = append(missing, path)
			}
			value = id
		case target.Name == "ChangeCursor":
			value = c.end
		case isSaid:
			value = chosen
		case target.Kind == ast.Enum:
			value = target.EnumValues[0].Name
		default:
			if chosen, isSaid = said[field.Name]; !isSaid {
				missing = append(missing, path)
			}
			value = chosen
		}
		if field.Type.Elem != nil {
			value = []any{value}
		}
		made[field.Name] = value
	}
	return made, missing
}

// naming are the paths of an input that name things by their ids. A filter of changes names things too, but nobody looks them
// up: they are compared with what happens in the project itself.
func naming(schema *ast.Schema, definition *ast.Definition, above string) []string {
	var paths []string
	for _, field := range definition.Fields {
		switch target := schema.Types[field.Type.Name()]; {
		case target.Name == "ChangeFilter":
		case target.Kind == ast.InputObject:
			paths = append(paths, naming(schema, target, above+field.Name+".")...)
		case target.Name == "ID":
			paths = append(paths, above+field.Name)
		}
	}
	return paths
}
