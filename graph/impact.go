package graph

import (
	"context"

	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/impact"
)

// impactKinds are the words of the API for the kinds that a change can reach, in the order in which they are counted.
var impactKinds = []struct {
	word string
	kind ident.Kind
}{
	{"REQUIREMENT", ident.Requirement}, {"TEST_CASE", ident.TestCase}, {"EXECUTION", ident.Execution},
	{"DEFECT", ident.Defect}, {"RELEASE", ident.Release},
}

func impactOf(ctx context.Context, r *Resolver, root ident.ID, depth, budget *int, kinds []string) (*model.Impact, error) {
	var options impact.Options // nothing said is the usual
	for _, given := range []struct {
		name string
		from *int
		to   *int
	}{{"depth", depth, &options.Depth}, {"budget", budget, &options.Budget}} {
		if given.from == nil {
			continue
		}
		if *given.from < 1 {
			return nil, fault.New(fault.Invalid, "%s is at least 1", given.name).At(given.name)
		}
		*given.to = *given.from
	}
	words := map[ident.Kind]string{}
	for _, one := range impactKinds {
		words[one.kind] = one.word
		for _, wanted := range kinds {
			if wanted == one.word {
				options.Kinds = append(options.Kinds, one.kind)
			}
		}
	}
	answer, err := impact.Of(ctx, r.reader(ctx), root, options)
	if err != nil {
		return nil, err
	}
	shown := &model.Impact{Nodes: []*model.ImpactNode{}, Counts: []*model.ImpactCount{}, Truncated: answer.Truncated}
	counts := map[ident.Kind]int{}
	for _, node := range answer.Nodes {
		counts[node.Entity.Kind()]++
		shown.Nodes = append(shown.Nodes, &model.ImpactNode{
			Kind: words[node.Entity.Kind()], Depth: node.Depth, Path: impact.Path(answer, node.Entity), Suspect: node.Suspect,
		})
	}
	for _, one := range impactKinds {
		if counts[one.kind] > 0 {
			shown.Counts = append(shown.Counts, &model.ImpactCount{Kind: one.word, Count: counts[one.kind]})
		}
	}
	return shown, fillImpact(ctx, r, answer.Nodes, shown)
}

// fillImpact loads the things and the links of the answer, one statement for each kind, when they are asked for. What was
// put away at this very moment is left out.
func fillImpact(ctx context.Context, r *Resolver, nodes []impact.Node, shown *model.Impact) error {
	if !selects(ctx, "nodes") {
		return nil
	}
	things, links := make([]ident.ID, len(nodes)), make([]ident.ID, len(nodes))
	for i, node := range nodes {
		things[i], links[i] = node.Entity, node.Link
	}
	found, err := r.nodes(ctx, things)
	if err != nil {
		return err
	}
	joined, err := r.nodes(ctx, links)
	if err != nil {
		return err
	}
	kept := shown.Nodes[:0]
	for i, one := range shown.Nodes {
		if found[i] == nil {
			continue
		}
		one.Node, one.Link = found[i], joined[i]
		kept = append(kept, one)
	}
	shown.Nodes = kept
	return nil
}
