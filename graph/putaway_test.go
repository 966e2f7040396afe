package graph_test

import (
	"fmt"
	"testing"

	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// places are where a thing with comments is to be seen: by its id, in its list, in the trash, by searching for it, by
// searching for what was said about it, and by the id of that.
func places(s *graphtest.Server, list, trash, id, word, comment string) string {
	s.T.Helper()
	remark := `said: node(id: $comment) { id ... on Comment { about { id } } }`
	if comment == "" {
		remark, comment = `said: node(id: $id) { id }`, id
	}
	got := ask(s, fmt.Sprintf(`query($id: ID!, $comment: ID!, $word: String!) { node(id: $id) { id } %s
		search(text: $word, project: "PAY") { totalCount nodes { kind node { id } } }
		project(key: "PAY") { list: %s(where: {id: $id}) { totalCount nodes { id } } trash: %s(where: {id: $id}) { totalCount nodes { id } } } `+usesComment(remark)+` }`, remark, list, trash),
		map[string]any{"id": id, "comment": comment, "word": word})
	return fmt.Sprintf("node %t, said %t, about %t, list %d %t, trash %d %t, found %d", got.text("node", "id") == id, got.text("said", "id") == comment,
		got.text("said", "about", "id") == id, got.number("project", "list", "totalCount"), got.text("project", "list", "nodes", 0, "id") == id,
		got.number("project", "trash", "totalCount"), got.text("project", "trash", "nodes", 0, "id") == id, got.number("search", "totalCount"))
}

// usesComment keeps a variable in use where nothing can be said about a thing.
func usesComment(remark string) string {
	if remark == `said: node(id: $id) { id }` {
		return `unused: node(id: $comment) { id }`
	}
	return ""
}

func TestWhatIsPutAwayIsGoneUntilItIsRestored(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		do(s, "projectCreate", "ProjectCreateInput", map[string]any{"key": "PAY", "name": "Payments"}, "project { key }")
		for _, one := range []struct {
			mutation, input, field, list, trash string
			isCommented, isFound                bool
		}{
			{"requirement", "RequirementCreateInput", "requirement", "requirements", "trashedRequirements", true, true},
			{"case", "TestCaseCreateInput", "testCase", "testCases", "trashedTestCases", true, true},
			{"defect", "DefectReportInput", "defect", "defects", "trashedDefects", true, true},
			{"suite", "SuiteCreateInput", "suite", "suites", "trashedSuites", false, false},
		} {
			word, verb, name := "zebra"+one.mutation, one.mutation+"Create", "title"
			if one.mutation == "defect" {
				verb = "defectReport"
			}
			if one.mutation == "suite" {
				name = "name"
			}
			id := do(s, verb, one.input, map[string]any{"project": "PAY", name: "The " + word}, one.field+" { id }").text(one.field, "id")
			comment, found := "", 0
			if one.isCommented {
				comment = do(s, "commentAdd", "CommentAddInput", map[string]any{"about": id, "text": "About the " + word}, "comment { id }").text("comment", "id")
			}
			if one.isFound {
				found = 2 // and its comment
			}
			there := fmt.Sprintf("node true, said true, about %t, list 1 true, trash 0 false, found %d", one.isCommented, found)
			gone := "node false, said false, about false, list 0 false, trash 1 true, found 0"
			is := func(when, want string) {
				t.Helper()
				if got := places(s, one.list, one.trash, id, word, comment); got != want {
					t.Errorf("%s %s:\ngot  %s\nwant %s", one.mutation, when, got, want)
				}
			}
			is("in the beginning", there)
			answered := do(s, one.mutation+"Trash", "TrashInput", map[string]any{"ids": []string{id}}, one.list+" { id }")
			if answered.text(one.list, 0, "id") != id {
				t.Errorf("%sTrash answers %v", one.mutation, answered)
			}
			is("in the trash", gone)
			do(s, one.mutation+"Restore", "TrashInput", map[string]any{"ids": []string{id}}, one.list+" { id }")
			is("taken back", there)
		}
	})
}

func TestACommentOrAFileThatIsPutAwayIsGoneUntilItIsRestored(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		c := build(s, "PAY")
		for _, kind := range []string{"comment", "attachment"} {
			id := c.ids[map[string]string{"comment": "Comment", "attachment": "Attachment"}[kind]][0]
			is := func(when, want string) {
				t.Helper()
				got := ask(s, `query($id: ID!, $about: ID!) { node(id: $id) { id } about: node(id: $about) { ... on Requirement { `+kind+`s { totalCount nodes { id } } } } }`,
					map[string]any{"id": id, "about": c.ids["Requirement"][0]})
				if found := fmt.Sprintf("%t %d", got.text("node", "id") == id, got.number("about", kind+"s", "totalCount")); found != want {
					t.Errorf("%s %s: %s, not %s", kind, when, found, want)
				}
			}
			is("in the beginning", "true 1")
			do(s, kind+"Trash", "TrashInput", map[string]any{"ids": []string{id}}, kind+"s { id }")
			is("in the trash", "false 0")
			do(s, kind+"Restore", "TrashInput", map[string]any{"ids": []string{id}}, kind+"s { id }")
			is("taken back", "true 1")
		}
	})
}
