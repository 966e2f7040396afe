package suites_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/suites"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func TestSuitesStandWhereTheyArePut(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		pay, login := w.suite("Pay", nil), w.suite("Login", nil)
		first := must(w, suites.Create, suites.CreateInput{Project: "P", Name: " First ", Before: id(pay)})
		cards := w.suite("Cards", pay)
		if got := w.shape(nil); got != "First Pay(Cards) Login" {
			t.Fatal(got)
		}
		must(w, suites.Move, suites.MoveInput{ID: login.ID, ExpectedVersion: 1, Parent: id(pay), Before: id(cards)})
		pay = must(w, suites.Move, suites.MoveInput{ID: pay.ID, ExpectedVersion: 1, Before: id(first)})
		if got := w.shape(nil); got != "Pay(Login Cards) First" {
			t.Fatal(got)
		}
		for range 30 { // the gap is used up on the way
			first = must(w, suites.Move, suites.MoveInput{ID: first.ID, ExpectedVersion: first.Version, Before: id(pay)})
			pay = must(w, suites.Move, suites.MoveInput{ID: pay.ID, ExpectedVersion: pay.Version, Before: id(first)})
		}
		for i := range 60 {
			must(w, suites.Create, suites.CreateInput{Project: "P", Name: fmt.Sprint(i), Parent: id(pay), Before: id(cards)})
		}
		if got := w.shape(nil); !strings.HasPrefix(got, "Pay(Login 0 1 2 3 ") || !strings.HasSuffix(got, " 58 59 Cards) First") {
			t.Error(got)
		}
		name, text := "Payments", "All about **money**."
		is := must(w, suites.Revise, suites.ReviseInput{ID: cards.ID, ExpectedVersion: 1, Name: &name})
		is = must(w, suites.Revise, suites.ReviseInput{ID: is.ID, ExpectedVersion: is.Version, Description: &text})
		if is.Name != name || is.Description != text || is.Version != 3 {
			t.Errorf("revised %+v", is)
		}
	})
}

func TestAWrongTreeIsRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		a := w.suite("A", nil)
		b := w.suite("B", a)
		c := w.suite("C", b)
		other := w.suite("Other", nil)
		deep := other
		for i := range suites.MaxDepth - 1 {
			deep = w.suite(fmt.Sprint("d", i), deep)
		}
		stranger := ident.New(ident.Suite)
		long, nul, taken := strings.Repeat("x", 201), "a\x00", "A"
		for name, try := range map[string]struct {
			err   error
			code  fault.Code
			field string
		}{
			"under itself":   {second(write(w, suites.Move, suites.MoveInput{ID: a.ID, ExpectedVersion: 1, Parent: id(a)})), fault.Invalid, "parent"},
			"in a circle":    {second(write(w, suites.Move, suites.MoveInput{ID: a.ID, ExpectedVersion: 1, Parent: id(c)})), fault.Invalid, "parent"},
			"too deep":       {second(write(w, suites.Move, suites.MoveInput{ID: a.ID, ExpectedVersion: 1, Parent: id(deep)})), fault.Invalid, "parent"},
			"below deepest":  {second(w.create(suites.CreateInput{Project: "P", Name: "x", Parent: id(deep)})), fault.Invalid, "parent"},
			"taken name":     {second(w.create(suites.CreateInput{Project: "P", Name: "A"})), fault.Conflict, "name"},
			"renamed":        {second(write(w, suites.Revise, suites.ReviseInput{ID: other.ID, ExpectedVersion: 1, Name: &taken})), fault.Conflict, "name"},
			"no name":        {second(w.create(suites.CreateInput{Project: "P", Name: " "})), fault.Invalid, "name"},
			"long name":      {second(w.create(suites.CreateInput{Project: "P", Name: long})), fault.Invalid, "name"},
			"NUL":            {second(w.create(suites.CreateInput{Project: "P", Name: "x", Description: &nul})), fault.Invalid, "description"},
			"unknown parent": {second(w.create(suites.CreateInput{Project: "P", Name: "x", Parent: &stranger})), fault.NotFound, "parent"},
			"cousin before":  {second(w.create(suites.CreateInput{Project: "P", Name: "x", Before: id(b)})), fault.NotFound, "before"},
			"unknown":        {second(write(w, suites.Move, suites.MoveInput{ID: stranger, ExpectedVersion: 1})), fault.NotFound, "id"},
			"old version":    {second(write(w, suites.Move, suites.MoveInput{ID: a.ID, ExpectedVersion: 7})), fault.Conflict, "expectedVersion"},
		} {
			t.Run(name, func(t *testing.T) { refused(t, try.err, try.code, try.field) })
		}
		_, err := write(w, suites.Move, suites.MoveInput{ID: a.ID, ExpectedVersion: 1, Parent: id(c)})
		if err == nil || !strings.Contains(err.Error(), "A / B / C / A") {
			t.Errorf("the circle is told as %v", err)
		}
		w.suite("B", other) // the same name elsewhere
		w.suite("a", nil)   // capitals matter
	})
}

func second[T any](_ T, err error) error { return err }

func TestTheTrashTakesAndGivesBackWholeBranches(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		a := w.suite("A", nil)
		b := w.suite("B", a)
		c := w.suite("C", b)
		gone := w.suite("Gone", a)
		of := func(all ...*ent.Suite) requirements.TrashInput {
			in := requirements.TrashInput{}
			for _, one := range all {
				in.IDs = append(in.IDs, one.ID)
			}
			return in
		}
		for _, verb := range []func(context.Context, *ent.Client, requirements.TrashInput) ([]*ent.Suite, error){suites.Trash, suites.Restore} {
			reason := "tidying up" // nothing would keep it
			_, err := write(w, verb, requirements.TrashInput{IDs: of(gone).IDs, Reason: &reason})
			refused(t, err, fault.Invalid, "reason")
		}
		must(w, suites.Trash, of(gone))
		if away := must(w, suites.Trash, of(a)); len(away) != 1 || away[0].DeletedAt == nil || w.shape(nil) != "" {
			t.Fatalf("put away %v, left %s", away, w.shape(nil))
		}
		_, err := write(w, suites.Restore, of(c))
		refused(t, err, fault.Precondition, "ids.0")
		_, err = write(w, suites.Trash, of(a))
		refused(t, err, fault.NotFound, "ids.0")
		must(w, suites.Restore, of(a))
		if got := w.shape(nil); got != "A(B(C))" {
			t.Errorf("restored %s", got)
		}
		w.suite("Gone", a)
		_, err = write(w, suites.Restore, of(gone))
		refused(t, err, fault.Conflict, "ids.0")
		_, err = write(w, suites.Restore, of(b))
		refused(t, err, fault.NotFound, "ids.0")
		_, err = write(w, suites.Trash, requirements.TrashInput{})
		refused(t, err, fault.Invalid, "ids")
		_, err = write(w, suites.Trash, requirements.TrashInput{IDs: []ident.ID{b.ID, ident.New(ident.Suite)}})
		refused(t, err, fault.NotFound, "ids.1")
		must(w, suites.Trash, of(a, c)) // one lies in the other
		must(w, suites.Restore, of(c, a))
		if got := w.shape(nil); got != "A(B(C) Gone)" {
			t.Errorf("restored %s", got)
		}
	})
}

func TestOnlyEditorsChangeTheTree(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		a, all := w.suite("A", nil), w.cases(1)
		verbs := map[string]func() error{
			"create": func() error { return second(w.create(suites.CreateInput{Project: "P", Name: "x"})) },
			"revise": func() error { return second(write(w, suites.Revise, suites.ReviseInput{ID: a.ID, ExpectedVersion: 1})) },
			"move":   func() error { return second(write(w, suites.Move, suites.MoveInput{ID: a.ID, ExpectedVersion: 1})) },
			"trash":  func() error { return second(write(w, suites.Trash, requirements.TrashInput{IDs: []ident.ID{a.ID}})) },
			"place":  func() error { return second(write(w, suites.Place, suites.PlaceInput{Suite: a.ID, TestCases: all})) },
			"take": func() error {
				return second(write(w, suites.MoveCases, suites.MoveCasesInput{From: a.ID, To: a.ID, TestCases: all}))
			},
			"remove": func() error { return second(write(w, suites.Remove, suites.RemoveInput{Suite: a.ID, TestCases: all})) },
		}
		for role, code := range map[membership.Role]fault.Code{membership.RoleTESTER: fault.Denied, "": fault.NotFound} {
			who := ident.New(ident.User)
			w.Ctx = viewer.With(w.Ctx, viewer.Viewer{System: true})
			if role != "" {
				w.Write(func(ctx context.Context, tx *ent.Client) error {
					if err := tx.User.Create().SetID(who).SetLogin(string(role)).SetName(string(role)).Exec(ctx); err != nil {
						return err
					}
					return people.Grant(ctx, tx, w.ID, who, role)
				})
			}
			w.Ctx = viewer.With(w.Ctx, viewer.Viewer{User: who})
			for name, verb := range verbs {
				if err := verb(); !fault.Is(err, code) {
					t.Errorf("%q %s: %v", role, name, err)
				}
			}
		}
	})
}

func TestPathsAreMadeOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		paths := [][]string{{"A", "B"}, {"A"}, {"C"}, {"A", "D", "E"}}
		for _, want := range []int{5, 0} {
			w.Write(func(ctx context.Context, tx *ent.Client) error {
				found, made, err := suites.EnsurePath(ctx, tx, w.Project.Project, paths)
				if len(made) != want || len(found) != 5 || found[suites.PathKey(paths[0])].IsZero() {
					t.Errorf("%d made, %v", len(made), found)
				}
				return err
			})
		}
		if got := w.shape(nil); got != "A(B D(E)) C" {
			t.Error(got)
		}
		for _, wrong := range [][]string{{""}, {"a\x00"}, strings.Split(strings.Repeat("x ", 21), " ")} {
			if err := w.Try(func(ctx context.Context, tx *ent.Client) error {
				_, _, err := suites.EnsurePath(ctx, tx, w.Project.Project, [][]string{wrong})
				return err
			}); !fault.Is(err, fault.Invalid) {
				t.Errorf("%q: %v", wrong, err)
			}
		}
	})
}
