package graph

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
)

// SDL is the whole API as text, for tools and people.
func SDL() string {
	var text strings.Builder
	formatter.NewFormatter(&text, formatter.WithIndent("  ")).FormatSchema(public(Schema(&Resolver{}).Schema()))
	return text.String()
}

// public is the schema without what only the generator of our Go code reads.
func public(schema *ast.Schema) *ast.Schema {
	shown := *schema
	shown.Directives = map[string]*ast.DirectiveDefinition{}
	for name, directive := range schema.Directives {
		if !internal(name) {
			shown.Directives[name] = directive
		}
	}
	shown.Types = make(map[string]*ast.Definition, len(schema.Types))
	for name, definition := range schema.Types {
		copied := *definition
		copied.Directives = without(definition.Directives)
		copied.Fields = nil
		for _, field := range definition.Fields {
			one := *field
			one.Directives = without(field.Directives)
			copied.Fields = append(copied.Fields, &one)
		}
		shown.Types[name] = &copied
	}
	return &shown
}

// internal tells whether a directive is the generator's.
func internal(name string) bool { return strings.HasPrefix(name, "go") }

func without(directives ast.DirectiveList) ast.DirectiveList {
	var kept ast.DirectiveList
	for _, directive := range directives {
		if !internal(directive.Name) {
			kept = append(kept, directive)
		}
	}
	return kept
}
