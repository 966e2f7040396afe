package publish

// tally counts what would otherwise make one warning each.
type tally struct {
	order []any
	first map[any]place
	count map[any]int
	texts map[any]func(count int) (field, message string)
}

func newTally() *tally {
	return &tally{first: map[any]place{}, count: map[any]int{}, texts: map[any]func(int) (string, string){}}
}

// note counts one more of a kind; text makes the warning when all are counted.
func (t *tally) note(kind any, at place, text func(count int) (field, message string)) {
	if t.count[kind] == 0 {
		t.order = append(t.order, kind)
		t.first[kind], t.texts[kind] = at, text
	}
	t.count[kind]++
}

// tell warns once for each kind, at its first place.
func (t *tally) tell(report *Report) {
	for _, kind := range t.order {
		field, message := t.texts[kind](t.count[kind])
		report.warn(t.first[kind], field, message)
	}
}
