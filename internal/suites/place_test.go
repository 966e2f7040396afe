package suites_test

import (
	"context"
	"slices"
	"sync"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/suitemember"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/suites"
)

func TestCasesStandInTheGivenOrder(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		a, b, all := w.suite("A", nil), w.suite("B", nil), w.cases(6)
		pick := func(which ...int) (ids []ident.ID) {
			for _, i := range which {
				ids = append(ids, all[i])
			}
			return ids
		}
		for _, step := range []struct {
			name string
			act  func() error
			a, b string
		}{
			{"placed", func() error {
				return second(write(w, suites.Place, suites.PlaceInput{Suite: a.ID, TestCases: pick(2, 0, 1)}))
			}, "2 0 1", ""},
			{"between", func() error {
				return second(write(w, suites.Place, suites.PlaceInput{Suite: a.ID, TestCases: pick(3, 4), Before: &all[0]}))
			}, "2 3 4 0 1", ""},
			{"again, to the front", func() error {
				return second(write(w, suites.Place, suites.PlaceInput{Suite: a.ID, TestCases: pick(1, 5), Before: &all[2]}))
			}, "1 5 2 3 4 0", ""},
			{"in a second suite", func() error {
				return second(write(w, suites.Place, suites.PlaceInput{Suite: b.ID, TestCases: pick(0, 5)}))
			}, "1 5 2 3 4 0", "0 5"},
			{"taken over", func() error {
				return second(write(w, suites.MoveCases, suites.MoveCasesInput{From: a.ID, To: b.ID, TestCases: pick(3, 0, 2), Before: &all[5]}))
			}, "1 5 4", "3 0 2 5"},
			{"within one suite", func() error {
				return second(write(w, suites.MoveCases, suites.MoveCasesInput{From: b.ID, To: b.ID, TestCases: pick(5), Before: &all[0]}))
			}, "1 5 4", "3 5 0 2"},
			{"removed", func() error {
				return second(write(w, suites.Remove, suites.RemoveInput{Suite: b.ID, TestCases: pick(5, 3)}))
			}, "1 5 4", "0 2"},
		} {
			if err := step.act(); err != nil {
				t.Fatalf("%s: %v", step.name, err)
			}
			if gotA, gotB := w.row(a, all), w.row(b, all); gotA != step.a || gotB != step.b {
				t.Errorf("%s: %q and %q, want %q and %q", step.name, gotA, gotB, step.a, step.b)
			}
		}
		for range 30 { // there is no room left between them soon
			must(w, suites.Place, suites.PlaceInput{Suite: a.ID, TestCases: pick(0, 2), Before: &all[4]})
			must(w, suites.Place, suites.PlaceInput{Suite: a.ID, TestCases: pick(3), Before: &all[0]})
			must(w, suites.Place, suites.PlaceInput{Suite: a.ID, TestCases: pick(3), Before: &all[2]})
			must(w, suites.Place, suites.PlaceInput{Suite: a.ID, TestCases: pick(0), Before: &all[3]})
			if got := w.row(a, all); got != "1 5 0 3 2 4" {
				t.Fatal(got)
			}
		}
	})
}

func TestAWrongPlaceIsRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		a, b, all := w.suite("A", nil), w.suite("B", nil), w.cases(3)
		must(w, suites.Place, suites.PlaceInput{Suite: a.ID, TestCases: all[:2]})
		stranger := ident.New(ident.TestCase)
		place := func(before *ident.ID, cases ...ident.ID) error {
			return second(write(w, suites.Place, suites.PlaceInput{Suite: a.ID, TestCases: cases, Before: before}))
		}
		for name, try := range map[string]struct {
			err   error
			code  fault.Code
			field string
		}{
			"nothing":            {place(nil), fault.Invalid, "testCases"},
			"too many":           {place(nil, make([]ident.ID, 1001)...), fault.Invalid, "testCases"},
			"twice":              {place(nil, all[0], all[0]), fault.Invalid, "testCases.1"},
			"unknown":            {place(nil, all[0], stranger), fault.NotFound, "testCases.1"},
			"before itself":      {place(&all[0], all[0]), fault.Invalid, "testCases.0"},
			"before a missing":   {place(&all[2], all[0]), fault.NotFound, "before"},
			"moved, not there":   {second(write(w, suites.MoveCases, suites.MoveCasesInput{From: a.ID, To: b.ID, TestCases: all})), fault.NotFound, "testCases.2"},
			"removed, not there": {second(write(w, suites.Remove, suites.RemoveInput{Suite: a.ID, TestCases: all})), fault.NotFound, "testCases.2"},
			"to nowhere":         {second(write(w, suites.MoveCases, suites.MoveCasesInput{From: a.ID, To: stranger, TestCases: all[:1]})), fault.NotFound, "to"},
			"from nowhere":       {second(write(w, suites.MoveCases, suites.MoveCasesInput{From: stranger, To: a.ID, TestCases: all[:1]})), fault.NotFound, "from"},
		} {
			t.Run(name, func(t *testing.T) { refused(t, try.err, try.code, try.field) })
		}
		if got := w.row(a, all) + "," + w.row(b, all); got != "0 1," {
			t.Errorf("a refusal moved something: %s", got)
		}
	})
}

func TestManyCasesTakeAsManyStatementsAsFew(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		all := w.cases(440)
		anchor := all[len(all)-1]
		took := map[string][]int{}
		for i, n := range []int{20, 200} {
			from, to := w.suite("From"+string(rune('0'+i)), nil), w.suite("To"+string(rune('0'+i)), nil)
			some := all[:n]
			must(w, suites.Place, suites.PlaceInput{Suite: to.ID, TestCases: []ident.ID{anchor}})
			for _, step := range []struct {
				name string
				act  func()
			}{
				{"place", func() { must(w, suites.Place, suites.PlaceInput{Suite: from.ID, TestCases: some}) }},
				{"again", func() { must(w, suites.Place, suites.PlaceInput{Suite: from.ID, TestCases: some}) }},
				{"move", func() {
					must(w, suites.MoveCases, suites.MoveCasesInput{From: from.ID, To: to.ID, TestCases: some, Before: &anchor})
				}},
				{"remove", func() { must(w, suites.Remove, suites.RemoveInput{Suite: to.ID, TestCases: some}) }},
			} {
				before := s.Statements.Count()
				step.act()
				took[step.name] = append(took[step.name], int(s.Statements.Count()-before))
			}
		}
		for name, counts := range took {
			if counts[0] != counts[1] || counts[0] > 25 {
				t.Errorf("%s: %v statements for 20 and 200 cases", name, counts)
			}
		}
	})
}

func TestEveryMoveIsAChange(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		var heard []changes.Change
		w := newWorld(t, s, func(_ context.Context, _ *ent.Client, news []changes.Change) error {
			heard = append(heard, news...)
			return nil
		})
		a, b, all := w.suite("A", nil), w.suite("B", nil), w.cases(3)
		must(w, suites.Place, suites.PlaceInput{Suite: a.ID, TestCases: all})
		heard = nil
		must(w, suites.MoveCases, suites.MoveCasesInput{From: a.ID, To: b.ID, TestCases: all})
		if len(heard) != 3 {
			t.Fatalf("heard %v", heard)
		}
		for _, change := range heard {
			if change.Entity.Kind() != ident.SuiteMember || !change.Touches(suitemember.FieldPosition) || !change.Touches(suitemember.FieldSuiteID) {
				t.Errorf("heard %v %v", change.Entity, change.Shape)
			}
		}
	})
}

func TestMoversWaitForEachOther(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		a, b, all := w.suite("A", nil), w.suite("B", nil), w.cases(8)
		must(w, suites.Place, suites.PlaceInput{Suite: a.ID, TestCases: all[:4]})
		must(w, suites.Place, suites.PlaceInput{Suite: b.ID, TestCases: all[4:]})
		var group sync.WaitGroup
		for _, in := range []suites.MoveCasesInput{
			{From: a.ID, To: b.ID, TestCases: all[:2]}, {From: b.ID, To: a.ID, TestCases: all[4:6]},
			{From: a.ID, To: b.ID, TestCases: all[2:4]}, {From: b.ID, To: a.ID, TestCases: all[6:]},
		} {
			group.Add(1)
			go func() {
				defer group.Done()
				if _, err := write(w, suites.MoveCases, in); err != nil {
					t.Error(err)
				}
			}()
		}
		group.Wait()
		for _, one := range []*ent.Suite{a, b} {
			var positions []int64
			for _, m := range w.Client.SuiteMember.Query().Where(suitemember.SuiteID(one.ID)).AllX(w.Ctx) {
				positions = append(positions, m.Position)
			}
			slices.Sort(positions)
			if len(slices.Compact(positions)) != 4 {
				t.Errorf("%s holds places %v", one.Name, positions)
			}
		}
	})
}
