package graph_test

import (
	"fmt"
	"testing"

	"github.com/asterism-qa/asterism/graph/graphtest"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// cost performs a mutation that must go through and counts its statements.
func cost(s *graphtest.Server, mutation, inputType string, input map[string]any, selection string) int64 {
	s.T.Helper()
	before := s.Store.Statements.Count()
	do(s, mutation, inputType, input, selection)
	return s.Store.Statements.Count() - before
}

func (c scene) links(n int) []any {
	refs := make([]any, n)
	for i := range refs {
		refs[i] = map[string]any{"id": c.ids["TraceLink"][i], "expectedVersion": 1}
	}
	return refs
}

func TestAVerbOnManyThingsCostsAsManyStatementsAsOnFew(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		few, many := abound(s, "FEW", 5), abound(s, "MANY", 500)
		for _, one := range []struct {
			mutation, input, selection string
			with                       func(c scene, n int) map[string]any
			few, many                  int
		}{
			{"linkAffirm", "LinksInput", "traceLinks { id state affirmedBy { name } requirement { key } testCase { key } }",
				func(c scene, n int) map[string]any { return map[string]any{"reason": "Seen.", "links": c.links(n)} }, 5, 500},
			{"suiteMoveCases", "SuiteMoveCasesInput", "suite { testCases { totalCount nodes { key } } }", func(c scene, n int) map[string]any {
				return map[string]any{"from": c.ids["Suite"][0], "to": c.ids["Suite"][1], "testCases": c.ids["TestCase"][:n]}
			}, 2, 200},
			{"suitePlaceCases", "SuitePlaceInput", "suite { id }", func(c scene, n int) map[string]any {
				return map[string]any{"suite": c.ids["Suite"][0], "testCases": c.ids["TestCase"][:n]}
			}, 2, 200},
			{"suiteRemoveCases", "SuiteRemoveInput", "suite { id }", func(c scene, n int) map[string]any {
				return map[string]any{"suite": c.ids["Suite"][0], "testCases": c.ids["TestCase"][:n]}
			}, 2, 200},
			{"tagAdd", "TagInput", "things { id }", func(c scene, n int) map[string]any {
				return map[string]any{"about": c.ids["TestCase"][:n], "names": []string{"new", "old"}}
			}, 2, 200},
			{"caseTrash", "TrashInput", "testCases { id key }", func(c scene, n int) map[string]any {
				return map[string]any{"ids": c.ids["TestCase"][:n], "reason": "Old."}
			}, 2, 200},
			{"caseRestore", "TrashInput", "testCases { id key }", func(c scene, n int) map[string]any { return map[string]any{"ids": c.ids["TestCase"][:n]} }, 2, 200},
		} {
			small := cost(s, one.mutation, one.input, one.with(few, one.few), one.selection)
			great := cost(s, one.mutation, one.input, one.with(many, one.many), one.selection)
			if small != great {
				t.Errorf("%s: %d statements for %d things, %d for %d", one.mutation, small, one.few, great, one.many)
			}
			t.Logf("%s: %d statements", one.mutation, great)
		}
	})
}

// A list of the greatest length that is promised fits into a request.
func TestAThousandThingsFitIntoOneRequest(t *testing.T) {
	s := leo(t, storetest.SQLite(t))
	refs, ids := make([]any, 1_000), make([]string, 1_000)
	for i := range refs {
		ids[i] = ident.New(ident.TestCase).String()
		refs[i] = map[string]any{"id": ident.New(ident.TraceLink).String(), "expectedVersion": 1_000}
	}
	for mutation, one := range map[string]struct {
		input string
		with  map[string]any
	}{
		"linkAffirm": {"LinksInput", map[string]any{"reason": "Seen.", "links": refs}},
		"caseTrash":  {"TrashInput", map[string]any{"ids": ids}},
	} {
		got := s.Ask(fmt.Sprintf(`mutation($input: %s!) { done: %s(input: $input) { userErrors { code field } } }`, one.input, mutation), map[string]any{"input": one.with})
		if len(got.Errors) > 0 {
			t.Errorf("%s of 1,000: %.300s", mutation, got.Raw)
		}
	}
}

const remarked = `comments(first: 2) { totalCount nodes { text author { name } about { id } } } tags { name } attachments(first: 2) { totalCount nodes { name author { name } } }
  allowedTransitions { mutation to needs } reviewer { name } createdBy { name } updatedBy { name } versions(first: 3) { nodes { number author { name } changes { field before after } } }`

func TestListsWithRemarksCostAsManyStatementsForFewParents(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.Store) {
		s := leo(t, db)
		abound(s, "FEW", 2)
		abound(s, "MANY", 40)
		for name, inside := range map[string]string{
			"requirements": `requirements(first: 60) { nodes { key ` + remarked + ` } }`,
			"test cases": `testCases(first: 60) { nodes { key ` + remarked + ` suites(first: 2) { nodes { name path parent { name } } } traceLinks(first: 2) { nodes { changedFields allowedTransitions { mutation } } }
				executions(first: 2) { nodes { comments(first: 2) { nodes { text } } signature { text defect { key } proposedDefects { key } } } } } }`,
			"signatures": `failureSignatures(first: 60) { nodes { text defect { key overdue ageDays assignee { name } } proposedDefects { key } executions(first: 2) { nodes { id } } testCases(first: 2) { nodes { key } } } }`,
			"suites":     `topSuites(first: 5) { nodes { name path children(first: 5) { nodes { name path members(first: 20) { nodes { testCase { key } } } } } members(first: 50) { totalCount nodes { testCase { key } } } } }`,
			"defects":    `defects(first: 60) { nodes { key ageDays overdue assignee { name } allowedTransitions { mutation } signatures(first: 2) { nodes { text } } } }`,
		} {
			document := `query($key: String!) { project(key: $key) { ` + inside + ` } }`
			few, many := s.Statements(document, map[string]any{"key": "FEW"}), s.Statements(document, map[string]any{"key": "MANY"})
			if few != many {
				t.Errorf("%s: %d statements for few parents, %d for many", name, few, many)
			}
			t.Logf("%s: %d statements", name, many)
		}
	})
}
