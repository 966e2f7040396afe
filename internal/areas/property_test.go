package areas_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// A walk of random operations comes to what a small model of the rules says, step by step, on every database there is.
// ASTERISM_SEED names another walk.
func TestTenThousandRandomStepsComeToWhatTheRulesSay(t *testing.T) {
	seed := uint64(20260301)
	if given := os.Getenv("ASTERISM_SEED"); given != "" {
		var err error
		if seed, err = strconv.ParseUint(given, 10, 64); err != nil {
			t.Fatalf("ASTERISM_SEED is no number: %v", err)
		}
	}
	take(t, seed, 10_000)
}

// often is after how many steps everything is compared; last is how many operations a failure shows.
const often, last = 100, 30

func take(t *testing.T, seed uint64, steps int) {
	t.Logf("seed %d; ASTERISM_SEED=%d takes the same walk again", seed, seed)
	all := []*database{newDatabase(t, "SQLite", storetest.SQLite(t))}
	if os.Getenv(storetest.Variable) != "" {
		all = append(all, newDatabase(t, "PostgreSQL", storetest.Postgres(t)))
	} else {
		t.Run("postgres", func(t *testing.T) {
			t.Skipf("NOT CHECKED on PostgreSQL: set %s, or use make test, which starts a server", storetest.Variable)
		})
	}
	w, story, met := newWalk(seed), []string{}, tally{}
	fail := func(step int, what string) {
		t.Helper()
		t.Fatalf("seed %d, step %d:\n%s\nthe last operations:\n%s", seed, step, what, strings.Join(story[max(0, len(story)-last):], "\n"))
	}
	for step := 1; step <= steps; step++ {
		op := w.next()
		story = append(story, fmt.Sprintf("%6d  %s\n        = %s", step, op.says, op.want))
		answers, errs := make([]string, len(all)), make([]error, len(all))
		together(all, func(i int, d *database) { answers[i], errs[i] = d.make(op) })
		for i, d := range all {
			if errs[i] != nil {
				fail(step, errs[i].Error())
			}
			if answers[i] != op.want {
				fail(step, fmt.Sprintf("%s says %q, and the model %q", d.name, answers[i], op.want))
			}
		}
		met.note(op)
		if step%often == 0 || step == steps {
			if text := compare(w.model, all); text != "" {
				fail(step, text)
			}
			met.look(w.model)
		}
	}
	t.Logf("%d steps, %d of them refused; %d requirements, %d test cases, %d links", steps, met["refused"], len(w.bases), len(w.tests), len(w.links))
	for _, name := range met.missing() {
		t.Errorf("seed %d: the walk never met %s, so it shows nothing about it", seed, name)
	}
}

// together does something with every database at the same time.
func together(all []*database, do func(i int, d *database)) {
	var wait sync.WaitGroup
	for i, d := range all {
		wait.Go(func() { do(i, d) })
	}
	wait.Wait()
}

// compare says where the model and the databases differ; empty when they do not.
func compare(m *model, all []*database) string {
	known, further, errs := make([]state, len(all)), make([]state, len(all)), make([]error, len(all))
	together(all, func(i int, d *database) { known[i], further[i], errs[i] = d.read() })
	wanted, text := m.state(), ""
	for i, d := range all {
		if errs[i] != nil {
			text += fmt.Sprintf("%s: %v\n", d.name, errs[i])
		}
		text += difference("model", wanted, d.name, known[i])
		text += difference(all[0].name, further[0], d.name, further[i])
	}
	return text
}
