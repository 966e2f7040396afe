package guard

import (
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/asterism-qa/asterism/internal/fault"
)

// A question about the types is free, but types lead to fields and fields to types without end: each round multiplies the
// answer by twenty and more. So it has a budget of its own, in entries of the answer; what tools ask costs a quarter of it.
const maxIntrospection = 100_000

// entriesOf are what the lists of a type hold, about.
var entriesOf = map[string]int{
	"types": 150, "fields": 20, "inputFields": 60, "possibleTypes": 20, "enumValues": 8, "directives": 5, "args": 3, "interfaces": 1,
}

// introspection adds up what an operation asks about types.
func (p *pricing) introspection(field *ast.Field) {
	p.types += p.described(field.SelectionSet)
	if p.types > maxIntrospection && p.refusal == nil {
		p.refusal = fault.New("COMPLEXITY_LIMIT_EXCEEDED", "the question about types may bring %d entries; at most %d are answered: ask with fewer lists inside lists", p.types, maxIntrospection).
			With("requested", p.types).With("limit", maxIntrospection)
	}
}

// described is how many entries a selection about types may bring; it stops counting beyond the budget.
func (p *pricing) described(selections ast.SelectionSet) int {
	price := 0
	for _, selection := range selections {
		p.visit()
		if p.refusal != nil || price > maxIntrospection {
			return price
		}
		switch typed := selection.(type) {
		case *ast.Field:
			count := max(entriesOf[typed.Name], 1)
			if entriesOf[typed.Name] > 0 {
				price += count
			}
			price += min(count*p.described(typed.SelectionSet), 2*maxIntrospection)
		case *ast.InlineFragment:
			price += p.described(typed.SelectionSet)
		case *ast.FragmentSpread:
			if typed.Definition != nil {
				price += p.described(typed.Definition.SelectionSet)
			}
		}
	}
	return price
}
