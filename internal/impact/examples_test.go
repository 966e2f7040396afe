package impact_test

import (
	"fmt"

	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/impact"
)

// example is one promise: a world, what is asked and what is answered.
type example struct {
	name    string
	tell    func(w *world)
	root    string
	options impact.Options
	want    string
}

var examples = []example{
	{"a requirement nobody points to bears upon nothing", func(w *world) { w.thing("R1") }, "R1", impact.Options{}, ""},
	{"children are met over every role but RELATES", func(w *world) {
		for i, role := range []string{"REFINES", "SATISFIES", "DERIVES", "RELATES"} {
			w.refine(fmt.Sprint("R1", i), "R1", role, "VALID")
		}
		w.refine("R1", "R0", "REFINES", "VALID")
	}, "R1", impact.Options{}, "R1>R10 R1>R11 R1>R12"},
	{"closed links, links without an end and the trash lead nowhere", func(w *world) {
		w.refine("R2", "R1", "REFINES", "CLOSED")
		w.refine("", "R1", "REFINES", "ORPHANED")
		w.refine("R3", "R1", "REFINES", "VALID")
		w.thing("R3").trashed = true
		w.trace("R3", "C9", "VALID")
		w.trace("R1", "C1", "CLOSED")
		w.trace("R1", "", "ORPHANED")
		w.trace("R1", "C2", "VALID")
		w.thing("C2").trashed = true
		w.executed("X1", "C2", "", "", 1)
		w.flaw("D1", "X1", "VALID")
		w.flaw("D2", "R1", "CLOSED")
		w.flaw("D3", "R1", "VALID")
		w.thing("D3").trashed = true
		w.flaw("", "R1", "ORPHANED")
	}, "R1", impact.Options{}, ""},
	{"cases bring the executions that speak, the newest first, and not their history", func(w *world) {
		w.trace("R1", "C1", "VALID")
		w.executed("X1", "C1", "", "", 1)
		w.executed("X2", "C1", "", "", 2)
		w.executed("X3", "C1", "E1", "", 3)
		w.executed("X4", "C1", "E1", "", 2)
		w.executed("X5", "C1", "E1", "dark", 4)
	}, "R1", impact.Options{}, "R1>C1 R1>C1>X5 R1>C1>X3 R1>C1>X2"},
	{"defects hang on requirements, cases, speakers and earlier executions", func(w *world) {
		w.trace("R1", "C1", "VALID")
		w.executed("X1", "C1", "", "", 1)
		w.executed("X2", "C1", "", "", 2)
		w.flaw("D1", "R1", "VALID")
		w.flaw("D2", "C1", "VALID")
		w.flaw("D3", "X1", "VALID")
		w.flaw("D4", "X2", "VALID")
	}, "R1", impact.Options{}, "R1>C1 R1>D1 R1>C1>X2 R1>C1>D2 R1>C1>D3 R1>C1>X2>D4"},
	{"a circle ends and does not come back to the root", func(w *world) {
		w.refine("R2", "R1", "REFINES", "VALID")
		w.refine("R3", "R2", "DERIVES", "VALID")
		w.refine("R1", "R3", "REFINES", "VALID")
		w.refine("R1", "R1", "SATISFIES", "VALID")
	}, "R1", impact.Options{}, "R1>R2 R1>R2>R3"},
	{"the shortest way is taken though it is suspect", func(w *world) {
		w.refine("R2", "R1", "REFINES", "VALID")
		w.trace("R2", "C1", "VALID")
		w.trace("R1", "C1", "SUSPECT")
	}, "R1", impact.Options{}, "R1>R2 R1>C1?"},
	{"of equally short ways one without suspicion is taken", func(w *world) {
		w.refine("R2", "R1", "REFINES", "SUSPECT")
		w.refine("R3", "R1", "REFINES", "VALID")
		w.trace("R2", "C1", "VALID")
		w.trace("R3", "C1", "VALID")
		w.trace("R2", "C2", "VALID")
	}, "R1", impact.Options{}, "R1>R2? R1>R3 R1>R3>C1 R1>R2>C2?"},
	{"the depth ends the walk without cutting it", func(w *world) {
		w.refine("R2", "R1", "REFINES", "VALID")
		w.refine("R3", "R2", "REFINES", "VALID")
	}, "R1", impact.Options{Depth: 1}, "R1>R2"},
	{"the budget cuts the walk and the answer says so", func(w *world) {
		w.refine("R2", "R1", "REFINES", "VALID")
		w.refine("R3", "R1", "REFINES", "VALID")
		w.refine("R4", "R2", "REFINES", "VALID")
	}, "R1", impact.Options{Budget: 1}, "R1>R2 …"},
	{"a budget that is just enough cuts nothing", func(w *world) {
		w.refine("R2", "R1", "REFINES", "VALID")
		w.refine("R3", "R2", "REFINES", "VALID")
	}, "R1", impact.Options{Budget: 2}, "R1>R2 R1>R2>R3"},
	{"kinds that are not shown are walked through and cost no budget", func(w *world) {
		w.refine("R2", "R1", "REFINES", "VALID")
		w.trace("R2", "C1", "VALID")
		w.executed("X1", "C1", "", "", 1)
		w.flaw("D1", "X1", "VALID")
	}, "R1", impact.Options{Budget: 1, Kinds: []ident.Kind{ident.Defect}}, "R1>R2>C1>X1>D1"},
	{"a defect bears upon what it was found in, up to the releases", func(w *world) {
		w.executed("X1", "C1", "", "", 1)
		w.executed("X2", "C1", "", "", 2)
		w.flaw("D1", "X1", "VALID")
		w.flaw("D1", "C2", "VALID")
		w.flaw("D1", "R5", "VALID")
		w.trace("R1", "C1", "VALID")
		w.trace("R2", "C2", "SUSPECT")
		w.refine("R1", "R0", "REFINES", "VALID")
		w.refine("R9", "R1", "REFINES", "VALID")
		w.thing("V1")
		w.thing("V2")
		w.thing("R0").release, w.thing("R5").release = "V1", "V2"
	}, "D1", impact.Options{}, "D1>R5 D1>C2 D1>X1 D1>C2>R2? D1>X1>C1 D1>R5>V2 D1>X1>C1>R1 D1>X1>C1>R1>R0 D1>X1>C1>R1>R0>V1"},
	{"a defect does not bear upon the trash or over closed links", func(w *world) {
		w.executed("X1", "C1", "", "", 1)
		w.thing("C1").trashed = true
		w.flaw("D1", "X1", "VALID")
		w.flaw("D1", "C1", "VALID")
		w.flaw("D1", "C2", "CLOSED")
		w.flaw("D1", "R2", "VALID")
		w.thing("R2").trashed = true
		w.trace("R1", "C1", "VALID")
	}, "D1", impact.Options{}, ""},
}
