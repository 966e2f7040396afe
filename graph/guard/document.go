package guard

import (
	"errors"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/asterism-qa/asterism/internal/fault"
)

// accepted remembers documents that are within the limits, so that a repeated one is not measured again.
type accepted struct {
	known *lru.Cache[string, ast.OperationList]
}

func newAccepted() *accepted {
	cache, _ := lru.New[string, ast.OperationList](1_000) // fails only for a size below one
	return &accepted{cache}
}

// check measures a document before it is validated: validation itself can be made to cost seconds.
func (a *accepted) check(document string) error {
	if _, known := a.known.Get(document); known {
		return nil
	}
	parsed, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: document}, MaxTokens)
	if err != nil {
		return unreadable(err)
	}
	measured := &measure{}
	for _, operation := range parsed.Operations {
		if len(operation.SelectionSet) > maxRoots {
			return tooLarge("fields at the top of an operation", len(operation.SelectionSet), maxRoots)
		}
		measured.walk(operation.SelectionSet, 1)
	}
	for _, fragment := range parsed.Fragments {
		measured.walk(fragment.SelectionSet, 1)
	}
	if measured.refusal != nil {
		return measured.refusal
	}
	a.known.Add(document, parsed.Operations)
	return nil
}

// changes tells whether the named operation of an accepted document is anything but a query.
func (a *accepted) changes(document, name string) bool {
	operations, _ := a.known.Get(document)
	operation := operations.ForName(name)
	return operation != nil && operation.Operation != ast.Query
}

func unreadable(err error) error {
	refused := fault.New("GRAPHQL_PARSE_FAILED", "the document cannot be read").At("query")
	var found *gqlerror.Error
	if !errors.As(err, &found) {
		return refused
	}
	refused.Message = found.Message
	if runes := []rune(refused.Message); len(runes) > 200 {
		refused.Message = string(runes[:200]) + "…"
	}
	if len(found.Locations) > 0 {
		return refused.With("line", found.Locations[0].Line).With("column", found.Locations[0].Column)
	}
	return refused
}

func tooLarge(what string, found, limit int) *fault.Fault {
	return fault.New("COMPLEXITY_LIMIT_EXCEEDED", "the document has %d %s; at most %d are taken", found, what, limit).
		With("requested", found).With("limit", limit)
}

// measure counts what a document is made of, fragments once each.
type measure struct {
	aliases int
	refusal *fault.Fault
}

func (m *measure) walk(set ast.SelectionSet, depth int) {
	if m.refusal != nil {
		return
	}
	if depth > maxDepth+1 && !introspects(set) {
		m.refusal = tooLarge("levels of nesting", depth-1, maxDepth)
		return
	}
	if len(set) > maxSelection {
		m.refusal = tooLarge("fields in one selection", len(set), maxSelection)
		return
	}
	for _, selection := range set {
		switch typed := selection.(type) {
		case *ast.Field:
			if typed.Alias != "" && typed.Alias != typed.Name {
				m.aliases++
			}
			if m.aliases > maxAliases {
				m.refusal = tooLarge("renamed fields", m.aliases, maxAliases)
				return
			}
			below := depth + 1
			if typed.Name == "__schema" || typed.Name == "__type" {
				below = -maxDepth // tools ask deeply about types, which costs nothing
			}
			m.walk(typed.SelectionSet, below)
		case *ast.InlineFragment:
			m.walk(typed.SelectionSet, depth)
		}
	}
}

// introspects tells whether a set belongs to a question about types.
func introspects(set ast.SelectionSet) bool {
	for _, selection := range set {
		if field, ok := selection.(*ast.Field); ok && field.Name != "ofType" && field.Name != "kind" && field.Name != "name" {
			return false
		}
	}
	return true
}
