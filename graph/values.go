package graph

import (
	"maps"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
)

// attributes shows a map in the order of its names, so that the same thing always reads the same.
func attributes(values map[string]string) []*model.Attribute {
	shown := make([]*model.Attribute, 0, len(values))
	for _, name := range slices.Sorted(maps.Keys(values)) {
		shown = append(shown, &model.Attribute{Name: name, Value: values[name]})
	}
	return shown
}

// newestFirst is the order of executions when the client asks for none: the latest evidence matters most.
func newestFirst(asked []*ent.ExecutionOrder) []*ent.ExecutionOrder {
	if len(asked) > 0 {
		return asked
	}
	return []*ent.ExecutionOrder{{Direction: "DESC", Field: ent.ExecutionOrderFieldExecutedAt}}
}
