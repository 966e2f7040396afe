package guard

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/asterism-qa/asterism/internal/fault"
)

// Cost is the extension that prices an operation with its variables and refuses it when it is over the budget. The price
// is the worst-case number of entities in the answer: scalars are free, a list multiplies by its page.
type Cost struct {
	Limits Limits
	schema *ast.Schema
}

// ExtensionName implements graphql.HandlerExtension.
func (*Cost) ExtensionName() string { return "Cost" }

// Validate implements graphql.HandlerExtension.
func (c *Cost) Validate(schema graphql.ExecutableSchema) error {
	c.schema = schema.Schema()
	return nil
}

// MutateOperationContext implements graphql.OperationContextMutator: it runs after validation, before execution.
func (c *Cost) MutateOperationContext(_ context.Context, operation *graphql.OperationContext) *gqlerror.Error {
	p := &pricing{limits: c.Limits, schema: c.schema, variables: operation.Variables}
	price := p.set(operation.Operation.SelectionSet, 0)
	if p.refusal == nil && price > c.Limits.Budget {
		p.refusal = overBudget(price, c.Limits.Budget)
	}
	if p.refusal != nil {
		return &gqlerror.Error{Err: p.refusal, Message: p.refusal.Message}
	}
	return nil
}

func overBudget(price, budget int) *fault.Fault {
	return fault.New("COMPLEXITY_LIMIT_EXCEEDED",
		"the question may bring %d things at once; at most %d are answered: ask for smaller pages or fewer levels", price, budget).
		With("requested", price).With("limit", budget)
}

// maxVisited ends the pricing of documents that unfold fragments without end.
const maxVisited = 20_000

// otherLists is what a list without a page is taken to hold.
const otherLists = 5

type pricing struct {
	limits    Limits
	schema    *ast.Schema
	variables map[string]any
	visited   int
	types     int
	window    window // of the matrix that is being priced
	refusal   *fault.Fault
}

// set prices a selection set; depth counts nesting with fragments unfolded.
func (p *pricing) set(selections ast.SelectionSet, depth int) int {
	price := 0
	for _, selection := range selections {
		p.visit()
		if p.refusal != nil || price > p.limits.Budget {
			return price
		}
		switch typed := selection.(type) {
		case *ast.Field:
			price += p.field(typed, depth)
		case *ast.InlineFragment:
			price += p.set(typed.SelectionSet, depth)
		case *ast.FragmentSpread:
			if typed.Definition != nil {
				price += p.set(typed.Definition.SelectionSet, depth)
			}
		}
	}
	return price
}

// visit counts a step of the walk, and ends it when it leads nowhere.
func (p *pricing) visit() {
	if p.visited++; p.visited > maxVisited && p.refusal == nil {
		p.refusal = fault.New("COMPLEXITY_LIMIT_EXCEEDED", "the document unfolds to more than %d fields; use fewer fragments", maxVisited)
	}
}

func (p *pricing) field(field *ast.Field, depth int) int {
	if field.Name == "__schema" || field.Name == "__type" {
		p.introspection(field)
		return 0
	}
	if field.Definition == nil || strings.HasPrefix(field.Name, "__") {
		return 0
	}
	if depth >= maxDepth {
		p.refusal = tooLarge("levels of nesting", depth+1, maxDepth)
		return 0
	}
	arguments := field.ArgumentMap(p.variables)
	p.arguments(field.Definition, arguments)
	if p.refusal != nil {
		return 0
	}
	if len(field.SelectionSet) == 0 {
		return 0
	}
	target := p.schema.Types[field.Definition.Type.Name()]
	if target.Name == "Matrix" {
		return p.matrix(field, arguments, depth)
	}
	below := p.set(field.SelectionSet, depth+1)
	if price, is := p.inMatrix(field, below); is {
		return price
	}
	list := field.Definition.Type.Elem != nil
	switch {
	case strings.HasSuffix(target.Name, "Connection"):
		return p.times(p.page(arguments), below)
	case field.Name == "nodes" && arguments["ids"] != nil:
		ids, _ := arguments["ids"].([]any)
		if len(ids) > maxIDs {
			p.refusal = fault.New(fault.Invalid, "nodes takes at most %d ids at once, not %d", maxIDs, len(ids)).At("ids")
		}
		return p.times(len(ids), 1+below)
	case target.Name == "Impact":
		return p.times(p.reach(arguments), below)
	case !p.entity(target):
		return below
	case list && !inConnection(field):
		return p.times(otherLists, 1+below)
	}
	return 1 + below
}

// reach is how many things the impact of a thing may bring.
func (p *pricing) reach(arguments map[string]any) int {
	if given, ok := number(arguments["budget"]); ok && given > 0 {
		return given
	}
	return DefaultReach
}

// times multiplies without overflow.
func (p *pricing) times(count, price int) int {
	if count > 0 && price > p.limits.Budget*2/count {
		return p.limits.Budget*2 + 1
	}
	return count * price
}

// inConnection tells whether a list is that of a connection, which is priced by its page.
func inConnection(field *ast.Field) bool {
	return field.ObjectDefinition != nil && strings.HasSuffix(field.ObjectDefinition.Name, "Connection")
}

// entity tells whether a type is a thing of the graph rather than a value.
func (p *pricing) entity(target *ast.Definition) bool {
	if target == nil {
		return false
	}
	if target.Name == "Node" {
		return true
	}
	for _, name := range target.Interfaces {
		if name == "Node" {
			return true
		}
	}
	return false
}

// page is how many entries a connection may bring.
func (p *pricing) page(arguments map[string]any) int {
	size := DefaultPage
	for _, name := range []string{"first", "last"} {
		given, ok := number(arguments[name])
		if !ok {
			continue
		}
		if given < 0 {
			p.refusal = fault.New(fault.Invalid, "%s cannot be less than 0", name).At(name)
		}
		if given > p.limits.MaxPage {
			p.refusal = fault.New(fault.Invalid, "%s is %d; a page holds at most %d: ask for the rest with after: endCursor", name, given, p.limits.MaxPage).At(name)
		}
		size = given
	}
	return size
}
