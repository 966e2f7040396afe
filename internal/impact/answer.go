package impact

import (
	"slices"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Node is one thing downstream.
type Node struct {
	// Entity is the thing.
	Entity ident.ID
	// Depth is how many steps it is away, from 1.
	Depth int
	// Via is the thing one step nearer on the way to it; it may be of a kind that is not shown.
	Via ident.ID
	// Link is the link that the last step goes over: a requirement link, trace link or defect link; zero for a step that
	// needs none, such as from a case to its execution.
	Link ident.ID
	// Suspect says that the way goes over a SUSPECT link, and so does every other way of the same length.
	Suspect bool
}

// Answer is everything downstream of the root, as far as the options reach.
type Answer struct {
	// Root is what was asked about; it is not among the nodes.
	Root ident.ID
	// Nodes are what was found, of the kinds to show.
	Nodes []Node
	// Truncated says that there is more within the depth than the budget allowed.
	Truncated bool
	// Reached counts what the walk met of each kind, also of those not shown. When the answer is truncated these are the
	// numbers as far as known: the level at which it was cut counts in full, what lies beyond it does not.
	Reached map[ident.Kind]int
	// DepthReached is how deep the walk found anything. When it is the depth that was asked for, there may be more beyond.
	DepthReached int

	walked map[ident.ID]*station
}

// Path is the way from the root to a node, both included; nil when the answer does not lead there.
func Path(answer *Answer, id ident.ID) []ident.ID {
	if answer == nil {
		return nil
	}
	var back []ident.ID
	for id != answer.Root {
		at := answer.walked[id]
		if at == nil {
			return nil
		}
		back = append(back, id)
		id = at.Via
	}
	back = append(back, answer.Root)
	slices.Reverse(back)
	return back
}
