package graph_test

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/asterism-qa/asterism/graph"
)

// The text is what client generators read: it must stand alone, and say nothing of how the server is made.
func TestTheTextOfTheAPIIsASchemaOfItsOwn(t *testing.T) {
	text := graph.SDL()
	loaded, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphql", Input: text})
	if err != nil {
		t.Fatalf("the text is no schema: %v", err)
	}
	for _, name := range []string{"Requirement", "TestCaseConnection", "ExecutionWhereInput", "CoverageStatus"} {
		if loaded.Types[name] == nil {
			t.Errorf("%s is missing", name)
		}
	}
	if strings.Contains(text, "@go") || strings.Contains(text, "github.com") {
		t.Error("the text speaks of Go")
	}
}
