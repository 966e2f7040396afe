package areas_test

import (
	"fmt"
	"slices"
)

// linking joins two things.
func (w *walk) linking(k kind) operation {
	first, second, role := w.any(basis), w.any(basis), pick(w, "REFINES", "REFINES", "SATISFIES")
	missing := []string{"NOT_FOUND child", "NOT_FOUND parent"}
	if k == trace {
		second, role = w.any(test), pick(w, "VERIFIES", "VERIFIES", "VALIDATES")
		missing = []string{"NOT_FOUND requirement", "NOT_FOUND testCase"}
	}
	op := operation{says: fmt.Sprintf("%s LinkCreate %v %s %v", k, first, role, second), do: createLink(k, first, second, role)}
	if k == refinement && first.to != nil && first.to == second.to {
		op.want = "BAD_USER_INPUT parent"
		return op
	}
	var wrong refusals
	for i, e := range []*end{first, second} {
		// Of a child that is not there nobody asks for the parent.
		if (e.to == nil || e.to.trashed) && (k == trace || len(wrong) == 0) {
			wrong.add("%s", missing[i])
		}
	}
	if len(wrong) > 0 {
		op.want = wrong.String()
		return op
	}
	is := w.there(k, first.to, second.to, role)
	switch {
	case is == nil:
		is = w.join(k, first.to, second.to, role, false)
		op.made = []*link{is}
	case is.fromDocument: // from now on somebody has said so
		is.fromDocument = false
		is.version++
	case k == trace:
		op.want = "CONFLICT"
		return op
	default:
		op.want = "CONFLICT parent"
		return op
	}
	op.want = is.shown()
	return op
}

// reference names a link in the version that the caller saw; nil is an id of nothing, and wrongKind the id of a requirement.
type reference struct {
	to   *link
	kind kind
	saw  int
}

const wrongKind kind = "no link"

func (r reference) String() string {
	if r.to == nil {
		return fmt.Sprintf("nothing (%s)", r.kind)
	}
	return fmt.Sprintf("%s %s–%s %s at %d", r.kind, r.to.ends[0].key, r.to.ends[1].key, r.to.role, r.saw)
}

// decision affirms or retires a few links of both kinds, all or none.
func (w *walk) decision() operation {
	verb, reason := "Affirm", w.note()
	if w.one(4) {
		verb = "Retire"
	}
	var refs []reference
	for range 1 + w.random.IntN(3) {
		refs = append(refs, w.reference(verb))
	}
	if w.one(40) {
		refs = nil
	}
	op := operation{says: fmt.Sprintf("cases.%s %v, %q", verb, refs, reason), do: decide(verb, refs, reason)}
	if wrong := decidable(verb, refs, reason); len(wrong) > 0 {
		op.want = wrong.String()
		return op
	}
	var traced, refined []*link
	for _, ref := range refs {
		if verb == "Affirm" {
			ref.to.affirm("said")
		} else {
			ref.to.close("said")
		}
		if ref.kind == trace {
			traced = append(traced, ref.to)
		} else {
			refined = append(refined, ref.to)
		}
	}
	op.want = each(slices.Concat(traced, refined), (*link).shown)
	return op
}

// reference picks a link, mostly one that the verb may be about.
func (w *walk) reference(verb string) reference {
	all := slices.DeleteFunc(slices.Clone(w.links), func(l *link) bool {
		return !l.open() || verb == "Affirm" && l.state == "ORPHANED"
	})
	if w.one(15) {
		all = w.links
	}
	if len(all) == 0 || w.one(30) {
		return reference{kind: pick(w, refinement, trace, wrongKind), saw: 1}
	}
	one := pick(w, all...)
	return reference{to: one, kind: one.kind, saw: w.saw(one.version)}
}

// decidable is what stands in the way of a decision.
func decidable(verb string, refs []reference, reason string) refusals {
	var input, kinds, state refusals
	if reason == "" {
		input.add("BAD_USER_INPUT reason")
	}
	if len(refs) == 0 {
		input.add("BAD_USER_INPUT links")
	}
	for i, ref := range refs {
		isTwice := ref.to != nil && slices.ContainsFunc(refs[:i], func(r reference) bool { return r.to == ref.to })
		switch {
		case isTwice:
			input.add("BAD_USER_INPUT links.%d.id", i)
		case ref.kind == wrongKind:
			kinds.add("BAD_USER_INPUT links.%d.id", i)
		case ref.to == nil:
			state.add("NOT_FOUND links.%d.id", i)
		default:
			isLegal := ref.to.open() && (verb == "Retire" || ref.to.state != "ORPHANED")
			if ref.saw != ref.to.version {
				state.add("CONFLICT links.%d.expectedVersion", i)
			}
			// About a trace link that the caller has not seen as it is, nothing more is said.
			if !isLegal && (ref.kind == refinement || ref.saw == ref.to.version) {
				state.add("PRECONDITION_FAILED links.%d.id", i)
			}
		}
	}
	for _, found := range []refusals{input, kinds, state} {
		if len(found) > 0 {
			return found
		}
	}
	return nil
}
