package areas_test

import (
	"math/rand/v2"
	"slices"
)

// walk makes up operations on the model, mostly such as succeed.
type walk struct {
	*model
	random *rand.Rand
	ago    []int // times of executions that no execution has yet
}

func newWalk(seed uint64) *walk {
	w := &walk{model: newModel(), random: rand.New(rand.NewPCG(seed, 0))}
	w.ago = w.random.Perm(100_000)
	return w
}

// crowd is how many things of a kind are alive at most, so that operations meet.
const crowd = 8

// next is the next operation; the model has made it already.
func (w *walk) next() operation {
	k := pick(w, basis, test)
	for {
		switch n := w.random.IntN(100); {
		case n < 7 && len(w.alive(k)) < crowd:
			return w.creation(k)
		case n < 26:
			return w.revision(k)
		case n < 31:
			return w.restoration(k)
		case n < 50:
			return w.step(k)
		case n < 55:
			return w.move()
		case n < 73:
			return w.linking(pick(w, refinement, trace))
		case n < 83:
			return w.decision()
		case n < 89:
			if one, ok := w.carrying(k); ok {
				return one
			}
		case n < 99:
			return w.execution()
		case n == 99:
			return w.configuration()
		}
	}
}

func pick[T any](w *walk, from ...T) T { return from[w.random.IntN(len(from))] }

// one tells whether something happens that happens once in so many times.
func (w *walk) one(in int) bool { return w.random.IntN(in) == 0 }

// any names a thing of a kind: mostly one that is alive, sometimes one in the trash or nothing at all.
func (w *walk) any(k kind) *end {
	all := w.alive(k)
	if w.one(25) {
		all = slices.DeleteFunc(slices.Clone(w.of(k)), func(t *thing) bool { return !t.trashed })
	}
	if len(all) == 0 || w.one(40) {
		return &end{}
	}
	return &end{pick(w, all...)}
}

// saw is the version that an editor saw: mostly the present one.
func (w *walk) saw(is int) int {
	if w.one(20) {
		return is + pick(w, -1, 1)
	}
	return is
}

func (w *walk) sawOf(e *end) int {
	if e.to == nil {
		return 1
	}
	return w.saw(e.to.version)
}

// note is what somebody says with a verb, seldom nothing.
func (w *walk) note() string {
	if w.one(10) {
		return ""
	}
	return "so be it"
}

// texts are what the walk says in each field; few, so that old contents come back.
var texts = map[string][]string{
	"TITLE": {"Pay", "Pay by card", " Refund "}, "TEXT": {"", "a", "b"}, "TYPE": {"", "safety"},
	"CRITICALITY": {"UNDEFINED", "MINOR", "CRITICAL"}, "ATTRIBUTES": {"", "x", "y"},
	"DESCRIPTION": {"", "a", "b"}, "PRECONDITION": {"", "the user is known"}, "STEPS": {"", "press", "pull"},
}

// said is content for some of the fields, seldom without a title.
func (w *walk) said(k kind, fieldsAtMost int) content {
	c := content{}
	for range w.random.IntN(fieldsAtMost + 1) {
		field := pick(w, fields[k]...)
		c[field] = pick(w, texts[field]...)
	}
	if _, spoken := c["TITLE"]; spoken && w.one(20) {
		c["TITLE"] = ""
	}
	return c
}
