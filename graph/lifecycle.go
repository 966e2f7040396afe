package graph

import (
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/lifecycle"
)

// transitions shows the legal moves from a state.
func transitions[S ~string](table lifecycle.Table, state S) []*model.Transition {
	shown := []*model.Transition{}
	for _, move := range table.Allowed(string(state)) {
		needs := move.Needs
		if needs == nil {
			needs = []string{}
		}
		shown = append(shown, &model.Transition{To: move.To, Mutation: move.Verb, Needs: needs})
	}
	return shown
}
