package areas_test

import (
	"fmt"
	"slices"
)

// move gives a requirement another place.
func (w *walk) move() operation {
	e := w.any(basis)
	var parent, before *end
	if !w.one(3) {
		parent = w.any(basis)
	}
	if w.one(3) {
		before = w.any(basis)
		if next := before.to; next != nil && !w.one(5) {
			parent = nil
			if next.parent != nil {
				parent = &end{next.parent}
			}
		}
	}
	saw := w.sawOf(e)
	op := operation{says: fmt.Sprintf("requirements.Move %v at %d under %v before %v", e, saw, parent, before), do: moveTo(e, saw, parent, before)}
	made, refusal := w.place(e.to, saw, parent, before)
	op.made, op.want = made, answer(refusal, func() string { return e.to.shown() })
	return op
}

// carrying puts a few things into the trash, or takes them out as long as there is room.
func (w *walk) carrying(k kind) (operation, bool) {
	away := len(w.alive(k)) >= crowd-2 && !w.one(3)
	var ends []*end
	for range 1 + w.random.IntN(2) {
		e := w.any(k)
		done := slices.DeleteFunc(w.alive(k), func(t *thing) bool { return t.status != final[k] })
		switch all := w.of(k); {
		case away && len(done) > 0 && w.one(2): // makes room for what can still change
			e = &end{pick(w, done...)}
		case !away && len(all) > 0: // what is long gone stays so
			e = &end{pick(w, all[max(0, len(all)-2*crowd):]...)}
		}
		ends = append(ends, e)
	}
	if w.one(40) {
		ends = nil
	}
	if !away && len(w.alive(k))+len(ends) > crowd {
		return operation{}, false
	}
	op := operation{says: fmt.Sprintf("%s %s %v", k, map[bool]string{true: "Trash", false: "Restore"}[away], ends), do: carry(k, ends, away)}
	var input, state refusals
	if len(ends) == 0 {
		input.add("BAD_USER_INPUT ids")
	}
	for i, e := range ends {
		isTwice := e.to != nil && slices.ContainsFunc(ends[:i], func(other *end) bool { return other.to == e.to })
		switch {
		case isTwice:
			input.add("BAD_USER_INPUT ids.%d", i)
		case e.to == nil:
			state.add("NOT_FOUND ids.%d", i)
		}
	}
	if len(input) > 0 || len(state) > 0 {
		if op.want = input.String(); op.want == "" {
			op.want = state.String()
		}
		return op, true
	}
	var all, moved []*thing
	for _, e := range ends {
		all = append(all, e.to)
		if e.to.trashed != away {
			e.to.trashed = away
			e.to.version++
			moved = append(moved, e.to)
		}
	}
	w.carried(moved)
	op.want = each(all, (*thing).shown)
	return op, true
}

// execution records an execution by hand, at a time when nothing else was executed.
func (w *walk) execution() operation {
	e := executed{status: pick(w, "PASSED", "PASSED", "PASSED", "PASSED", "PASSED", "PASSED", "FAILED", "ERROR", "SKIPPED", "BLOCKED"),
		environment: pick(w, "", "", "LAB"), scenario: pick(w, "", "", "", "night"), ago: w.ago[0]}
	w.ago = w.ago[1:]
	if w.one(30) {
		e.environment = "NOWHERE"
	}
	on := w.any(test)
	op := operation{says: fmt.Sprintf("executions.RecordByHand %v %+v", on, e), do: record(on, e), want: e.status}
	switch {
	case on.to == nil || on.to.trashed:
		op.want = "NOT_FOUND testCase"
	case on.to.status == final[test]:
		op.want = "PRECONDITION_FAILED testCase"
	case e.environment == "NOWHERE":
		op.want = "BAD_USER_INPUT environment"
	default:
		e.version = len(on.to.versions)
		on.to.executed = append(on.to.executed, e)
	}
	return op
}

// configuration says which fields count. No link changes by that alone.
func (w *walk) configuration() operation {
	saw := w.saw(w.settings)
	named := map[kind][]string{}
	for _, k := range []kind{basis, test} {
		switch w.random.IntN(3) {
		case 0: // nothing is said of it
		case 1:
			named[k] = []string{}
		default:
			named[k] = []string{pick(w, fields[k]...), pick(w, fields[k]...)}
		}
	}
	op := operation{says: fmt.Sprintf("projects.Configure at %d: %v", saw, named), do: configure(saw, named)}
	if saw != w.settings {
		op.want = "CONFLICT expectedVersion"
		return op
	}
	w.settings++
	for k, fields := range named {
		w.counting[k] = fields
	}
	op.want = fmt.Sprintf("version %d", w.settings)
	return op
}

// taken tells whether a key is in use, also in the trash.
func (w *walk) taken(k kind, key string) bool {
	return key != "" && slices.ContainsFunc(w.of(k), func(t *thing) bool { return t.key == key })
}
