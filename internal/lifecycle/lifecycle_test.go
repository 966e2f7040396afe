package lifecycle_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/lifecycle"
)

var door = lifecycle.Table{Thing: "door", Moves: []lifecycle.Move{
	{Verb: "doorOpen", From: []string{"SHUT"}, To: "OPEN"},
	{Verb: "doorShut", From: []string{"OPEN"}, To: "SHUT"},
	{Verb: "doorWallUp", From: []string{"SHUT", "OPEN"}, To: "GONE", Needs: []string{"note"}},
}}

func TestWhatIsAllowedIsWhatCheckLetsThrough(t *testing.T) {
	for _, state := range []string{"SHUT", "OPEN", "GONE", "ELSEWHERE"} {
		var allowed []string
		for _, move := range door.Allowed(state) {
			allowed = append(allowed, move.Verb)
		}
		for _, verb := range []string{"doorOpen", "doorShut", "doorWallUp", "doorPaint"} {
			move, err := door.Check("D-1", state, verb)
			if slices.Contains(allowed, verb) {
				if err != nil || move.Verb != verb || !slices.Contains(move.From, state) {
					t.Errorf("%s from %s: %+v, %v", verb, state, move, err)
				}
				continue
			}
			if !fault.Is(err, fault.Precondition) || move.Verb != "" {
				t.Errorf("%s from %s: %+v, %v", verb, state, move, err)
				continue
			}
			details := fault.Of(err).Details
			if told, _ := details["allowed"].([]string); details["status"] != state || !slices.Equal(told, allowed) {
				t.Errorf("%s from %s tells %v", verb, state, details)
			}
		}
	}
}

func TestARefusalNamesTheThingAndTheLegalMoves(t *testing.T) {
	for state, parts := range map[string][]string{
		"SHUT": {"door D-1 is SHUT", "doorShut is not allowed", "doorOpen (→ OPEN), doorWallUp (→ GONE)"},
		"GONE": {"door D-1 is GONE", "nothing; this is a final state"},
	} {
		_, err := door.Check("D-1", state, "doorShut")
		for _, part := range parts {
			if err == nil || !strings.Contains(err.Error(), part) {
				t.Errorf("from %s: %v does not say %q", state, err, part)
			}
		}
	}
}

func TestANoteThatIsNotThereIsEmpty(t *testing.T) {
	said := "why"
	if lifecycle.Say(nil) != "" || lifecycle.Say(&said) != said {
		t.Errorf("said %q and %q", lifecycle.Say(nil), lifecycle.Say(&said))
	}
}
