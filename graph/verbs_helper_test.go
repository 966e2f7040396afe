package graph_test

import (
	"encoding/json"
	"testing"

	"github.com/asterism-qa/asterism/graph/graphtest"
)

// decode reads an answer, which may hold nothing.
func decode(t testing.TB, document []byte, into any) {
	t.Helper()
	if len(document) == 0 {
		return
	}
	if err := json.Unmarshal(document, into); err != nil {
		t.Fatalf("not JSON: %s", document)
	}
}

// version is the present version of a thing, for the next mutation.
func version(t testing.TB, s *graphtest.Server, id any) int {
	t.Helper()
	got := ask(s, `query($id: ID!) { node(id: $id) { ... on Requirement { version } ... on TestCase { version } ... on Defect { version } ... on Release { version }
		... on TestCycle { version } ... on Suite { version } ... on TraceLink { version } ... on Comment { version } } }`, map[string]any{"id": id})
	return got.number("node", "version")
}
