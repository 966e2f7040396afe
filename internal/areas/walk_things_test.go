package areas_test

import (
	"fmt"
	"slices"
	"strings"
)

// creation writes down a requirement, perhaps under another, or a test case, perhaps with what it verifies.
func (w *walk) creation(k kind) operation {
	c := w.said(k, 3)
	if _, spoken := c["TITLE"]; !spoken {
		c["TITLE"] = pick(w, texts["TITLE"]...)
	}
	if w.one(15) {
		c["TITLE"] = ""
	}
	key := ""
	if w.one(5) {
		key = fmt.Sprintf("R-%d", w.random.IntN(60)) // a name that a made key may meet
	}
	if k == basis {
		return w.creationOfBasis(key, c)
	}
	return w.creationOfTest(strings.Replace(key, "R", "C", 1), c)
}

func (w *walk) creationOfBasis(key string, c content) operation {
	var parent *end
	if w.one(2) {
		parent = w.any(basis)
	}
	op := operation{says: fmt.Sprintf("requirements.Create %q %v under %v", key, c, parent), do: createBasis(key, c, parent)}
	above := parent.thing()
	isMissing := parent != nil && (above == nil || above.trashed)
	// The title is checked before anything is looked up, and the key before the parent.
	if c["TITLE"] != "" && isMissing && !w.taken(basis, key) {
		op.want = "NOT_FOUND parent"
		return op
	}
	made, refusal := w.create(basis, key, c)
	if refusal == "" && above != nil {
		made.parent = above
		w.arrange(made, above, nil)
		op.made = w.follow(made, above)
	}
	op.want = answer(refusal, func() string { return made.shown() })
	return op
}

func (w *walk) creationOfTest(key string, c content) operation {
	var verified []*end
	for range w.random.IntN(3) {
		verified = append(verified, w.any(basis))
	}
	op := operation{says: fmt.Sprintf("cases.Create %q %v for %v", key, c, verified), do: createTest(key, c, verified)}
	var missing refusals
	for i, e := range verified {
		if e.to == nil || e.to.trashed {
			missing.add("NOT_FOUND requirements.%d", i)
		}
	}
	if c["TITLE"] != "" && len(missing) > 0 {
		op.want = missing.String()
		return op
	}
	made, refusal := w.create(test, key, c)
	if refusal == "" {
		for _, e := range verified {
			if w.there(trace, e.to, made, "VERIFIES") == nil {
				op.made = append(op.made, w.join(trace, e.to, made, "VERIFIES", false))
			}
		}
	}
	op.want = answer(refusal, func() string { return made.shown() })
	return op
}

// revision says something anew.
func (w *walk) revision(k kind) operation {
	e, c, estimate := w.any(k), w.said(k, 2), -1
	if k == test && w.one(4) {
		estimate = w.random.IntN(3)
	}
	saw := w.sawOf(e)
	op := operation{says: fmt.Sprintf("%s Revise %v at %d: %v, estimate %d", k, e, saw, c, estimate), do: revise(k, e, saw, c, estimate)}
	op.want = answer(w.revise(e.to, saw, c, estimate), func() string { return e.to.shown() })
	return op
}

// restoration brings an earlier version back.
func (w *walk) restoration(k kind) operation {
	e, number := w.any(k), 1
	if e.to != nil {
		number = max(1, len(e.to.versions)-w.random.IntN(4))
		if e.to.status != final[k] && w.one(10) {
			number = pick(w, 0, len(e.to.versions)+1)
		}
	}
	saw := w.sawOf(e)
	op := operation{says: fmt.Sprintf("%s RestoreVersion %v at %d: %d", k, e, saw, number), do: restoreVersion(k, e, saw, number)}
	op.want = answer(w.restore(e.to, saw, number), func() string { return e.to.shown() })
	return op
}

// step tries a move of a lifecycle: mostly one that is legal, and seldom the one that ends it.
func (w *walk) step(k kind) operation {
	e, verbs := w.any(k), []string{}
	for _, verb := range verbsOf[k] {
		isFinal := lifecycles[k][verb].to == final[k]
		isLegal := e.to != nil && slices.Contains(lifecycles[k][verb].from, e.to.status)
		if (isLegal || w.one(8)) && (!isFinal || w.one(10)) {
			verbs = append(verbs, verb)
		}
	}
	if len(verbs) == 0 {
		verbs = verbsOf[k]
	}
	verb := pick(w, verbs...)
	saw, note := w.sawOf(e), w.note()
	op := operation{says: fmt.Sprintf("%s %s %v at %d, %q", k, verb, e, saw, note), do: makeStep(k, verb, e, saw, note)}
	op.want = answer(w.model.step(e.to, k, verb, saw, note), func() string { return e.to.shown() })
	return op
}

// verbsOf are the moves in an order, so that a seed always means the same walk.
var verbsOf = map[kind][]string{
	basis: {"Submit", "Approve", "Rework", "Implement", "Verify", "Retire"},
	test:  {"Submit", "Approve", "Rework", "Deprecate"},
}
