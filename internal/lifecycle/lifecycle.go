package lifecycle

import (
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/internal/fault"
)

// Move is one way from some states to another.
type Move struct {
	// Verb is the mutation that makes the move, for example requirementApprove.
	Verb string
	// From are the states in which it is legal; To is the state that it leads to.
	From []string
	To   string
	// Needs are the fields of the input that this move cannot do without, beside the thing itself; empty when there are none.
	Needs []string
}

// Table is the lifecycle of one kind of thing.
type Table struct {
	// Thing is its name for people, for example "requirement".
	Thing string
	// Moves are all legal ones.
	Moves []Move
}

// Allowed are the moves that are legal in a state, in the order of the table; none in a final state.
func (t Table) Allowed(state string) []Move {
	var allowed []Move
	for _, move := range t.Moves {
		if slices.Contains(move.From, state) {
			allowed = append(allowed, move)
		}
	}
	return allowed
}

// Check finds the move that a verb makes from a state, or refuses it and names the legal ones. Key names the thing.
func (t Table) Check(key, state, verb string) (Move, error) {
	var names []string
	for _, move := range t.Allowed(state) {
		if move.Verb == verb {
			return move, nil
		}
		names = append(names, move.Verb+" (→ "+move.To+")")
	}
	legal := "nothing; this is a final state"
	if len(names) > 0 {
		legal = strings.Join(names, ", ")
	}
	return Move{}, fault.New(fault.Precondition, "%s %s is %s, where %s is not allowed; allowed: %s",
		strings.TrimSpace(t.Thing), key, state, verb, legal).
		With("status", state).With("allowed", t.verbs(state))
}

func (t Table) verbs(state string) []string {
	verbs := []string{}
	for _, move := range t.Allowed(state) {
		verbs = append(verbs, move.Verb)
	}
	return verbs
}
