package history_test

import (
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/asterism-qa/asterism/internal/chaos/history"
)

// ASTERISM_SEED names other histories.
func TestAHistoryInWhichAllWentRightGivesNoFindings(t *testing.T) {
	seed := uint64(20261123)
	if given := os.Getenv("ASTERISM_SEED"); given != "" {
		var err error
		if seed, err = strconv.ParseUint(given, 10, 64); err != nil {
			t.Fatalf("ASTERISM_SEED is no number: %v", err)
		}
	}
	t.Logf("seed %d; ASTERISM_SEED=%d makes the same histories again", seed, seed)
	lines, unknown := 0, 0
	for i := range uint64(60) {
		w := newWorld(rand.New(rand.NewPCG(seed, i)).IntN, 40+int(i)*6)
		h := w.history()
		if found := history.Check(h); len(found) > 0 {
			t.Fatalf("seed %d, history %d: %v", seed, i, found)
		}
		for _, s := range h.Subscribers {
			lines += len(s.Lines)
		}
		unknown += len(slices.DeleteFunc(h.Writes, func(w history.Write) bool { return w.Acknowledged != 0 }))
	}
	if lines < 10_000 || unknown < 100 {
		t.Errorf("seed %d: %d lines and %d writes that nobody knows of show too little", seed, lines, unknown)
	}
}

// Twenty histories for each mistake, and what each is called.
func TestEveryPlantedMistakeIsFoundAndCalledByItsName(t *testing.T) {
	for _, p := range plants() {
		t.Run(strings.ReplaceAll(p.name, " ", "-"), func(t *testing.T) {
			for i := range uint64(20) {
				judge(t, p, newWorld(rand.New(rand.NewPCG(7, i)).IntN, 60))
			}
		})
	}
}

func TestAnyMistakeInAnyHistoryIsFound(t *testing.T) {
	all := plants()
	rapid.Check(t, func(t *rapid.T) {
		chance := func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "chance") }
		w := newWorld(chance, rapid.IntRange(1, 80).Draw(t, "steps"))
		if found := history.Check(w.history()); len(found) > 0 {
			t.Fatalf("before anything was planted: %v", found)
		}
		judge(t, all[chance(len(all))], w)
	})
}

// judge plants a mistake: it must be found under its name, and nothing be said that does not follow from it.
func judge(t rapid.TB, p plant, w *world) {
	t.Helper()
	if p.inFeed != nil {
		p.inFeed(w)
	}
	h := w.history()
	if p.inHistory != nil {
		p.inHistory(w, &h)
	}
	found := history.Check(h)
	if !slices.ContainsFunc(found, func(f history.Finding) bool { return f.Kind == p.kind && (p.who == "" || f.Subscriber == p.who) }) {
		t.Fatalf("%s: no finding %q of %q, but %v", p.name, p.kind, p.who, found)
	}
	for _, f := range found {
		if f.Kind != p.kind && !slices.Contains(p.follows, f.Kind) {
			t.Fatalf("%s: %v does not follow from it", p.name, f)
		}
		if f.Words == "" || f.Project == "" {
			t.Fatalf("%s: %+v says too little", p.name, f)
		}
	}
}

func TestEveryKindOfFindingIsPlanted(t *testing.T) {
	planted := map[history.Kind]bool{}
	for _, p := range plants() {
		planted[p.kind] = true
	}
	for _, kind := range kinds(t) {
		if !planted[kind] {
			t.Errorf("nothing plants %q", kind)
		}
	}
}
