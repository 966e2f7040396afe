package graph_test

import (
	"testing"

	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestCommentsAndFilesTakeNoReasonIntoTheTrash(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		c := build(s, "PAY")
		for _, kind := range []string{"Comment", "Attachment"} {
			name := map[string]string{"Comment": "comment", "Attachment": "attachment"}[kind]
			for _, verb := range []string{name + "Trash", name + "Restore"} {
				with := map[string]any{"ids": c.ids[kind][:1], "reason": "Not ours."}
				if got := refusals(try(s, verb, "TrashInput", with, "")); got != `BAD_USER_INPUT ["reason"]` {
					t.Errorf("%s with a reason answers %s", verb, got)
				}
				with["reason"] = " "
				if got := refusals(try(s, verb, "TrashInput", with, "")); got != "" {
					t.Errorf("%s without one answers %s", verb, got)
				}
			}
		}
	})
}

func TestNothingIsSaidAboutAnExecutionWhoseTestCaseIsInTheTrash(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		c := build(s, "PAY")
		execution := c.ids["Execution"][0]
		test := ask(s, `query($id: ID!) { node(id: $id) { ... on Execution { testCase { id } } } }`, map[string]any{"id": execution}).text("node", "testCase", "id")
		comment := do(s, "commentAdd", "CommentAddInput", map[string]any{"about": execution, "text": "zebra"}, "comment { id }").text("comment", "id")
		is := func(when string, seen bool, hits int, refused string) {
			t.Helper()
			got := ask(s, `query($id: ID!) { node(id: $id) { id } search(text: "zebra", project: "PAY") { totalCount } }`, map[string]any{"id": comment})
			if (got.text("node", "id") == comment) != seen || got.number("search", "totalCount") != hits {
				t.Errorf("%s: %v", when, got)
			}
			for verb, with := range map[string]map[string]any{
				"tagAdd":    {"about": []string{execution}, "names": []string{"new"}},
				"tagRemove": {"about": []string{execution}, "names": []string{"new"}},
			} {
				want := refused
				if want != "" {
					want += ` ["about","0"]`
				}
				if answer := refusals(try(s, verb, "TagInput", with, "")); answer != want {
					t.Errorf("%s: %s answers %s", when, verb, answer)
				}
			}
		}
		is("in the beginning", true, 1, "")
		do(s, "caseTrash", "TrashInput", map[string]any{"ids": []string{test}}, "testCases { id }")
		is("in the trash", false, 0, "NOT_FOUND")
		if got := refusals(try(s, "commentAdd", "CommentAddInput", map[string]any{"about": execution, "text": "x"}, "")); got != `NOT_FOUND ["about"]` {
			t.Errorf("a comment on it answers %s", got)
		}
		do(s, "caseRestore", "TrashInput", map[string]any{"ids": []string{test}}, "testCases { id }")
		is("taken back", true, 1, "")
	})
}
