package guard

import (
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/asterism-qa/asterism/internal/fault"
)

// window is how much one window of a matrix may bring: by the name of the list, how many entries.
type window map[string]int

// matrix prices a window of a matrix: its rows, its columns, and a link in each cell as far as a window may hold them.
func (p *pricing) matrix(field *ast.Field, arguments map[string]any, depth int) int {
	rows, columns := p.axis("rows", arguments), p.axis("columns", arguments)
	if p.refusal != nil {
		return 0
	}
	around := p.window
	p.window = window{"rows": rows, "columns": columns, "cells": min(rows*columns, maxMatrixLinks)}
	price := p.set(field.SelectionSet, depth+1)
	p.window = around
	return price
}

// axis is how many entries of an axis are asked for.
func (p *pricing) axis(name string, arguments map[string]any) int {
	given, _ := arguments[name].(map[string]any)
	first, said := number(given["first"])
	if !said {
		return DefaultPage
	}
	if first < 0 || first > p.limits.MaxPage {
		p.refusal = fault.New(fault.Invalid, "%s.first is %d; a window has 0 to %d: ask for the rest with from", name, first, p.limits.MaxPage).At(name, "first")
		return 0
	}
	return first
}

// inMatrix prices a list of a window: cells are values that hold links, one each when there are as many as there may be.
func (p *pricing) inMatrix(field *ast.Field, below int) (price int, is bool) {
	switch {
	case field.ObjectDefinition == nil:
		return 0, false
	case field.ObjectDefinition.Name == "MatrixCell" && field.Name == "links":
		return 1 + below, true
	case field.ObjectDefinition.Name != "Matrix":
		return 0, false
	case field.Name == "cells":
		return p.times(p.window["cells"], below), true
	}
	return p.times(p.window[field.Name], 1+below), true
}
