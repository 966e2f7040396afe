package suites_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/suite"
	"github.com/asterism-qa/asterism/ent/gen/ent/suitemember"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/suites"
)

// world is a project with a clock that goes on with every look at it.
type world struct {
	*projecttest.Project
	t     *testing.T
	store *store.Store
}

func newWorld(t *testing.T, s *store.Store, reactions ...changes.Reaction) *world {
	w := &world{projecttest.New(t, s, reactions...), t, s}
	now := projecttest.Now
	w.Ctx = clock.With(w.Ctx, func() time.Time { now = now.Add(time.Second); return now })
	return w
}

// suite makes a suite under another; nil puts it at the top.
func (w *world) suite(name string, parent *ent.Suite) *ent.Suite {
	w.t.Helper()
	made, err := w.create(suites.CreateInput{Project: "P", Name: name, Parent: id(parent)})
	if err != nil {
		w.t.Fatal(err)
	}
	return made
}

func (w *world) create(in suites.CreateInput) (*ent.Suite, error) { return write(w, suites.Create, in) }

// write makes one verb a transaction of its own.
func write[In, Out any](w *world, verb func(context.Context, *ent.Client, In) (Out, error), in In) (out Out, err error) {
	err = w.Try(func(ctx context.Context, tx *ent.Client) (err error) {
		out, err = verb(ctx, tx, in)
		return err
	})
	return out, err
}

func must[In, Out any](w *world, verb func(context.Context, *ent.Client, In) (Out, error), in In) Out {
	w.t.Helper()
	out, err := write(w, verb, in)
	if err != nil {
		w.t.Fatal(err)
	}
	return out
}

func id(s *ent.Suite) *ident.ID {
	if s == nil {
		return nil
	}
	return &s.ID
}

// cases makes test cases C-1, C-2 and so on.
func (w *world) cases(n int) []ident.ID {
	w.t.Helper()
	drafts := make([]cases.Draft, n)
	for i := range drafts {
		drafts[i] = cases.Draft{Title: fmt.Sprint("case ", i)}
	}
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		_, err := cases.Put(ctx, tx, w.Project.Project, drafts, projecttest.Now)
		return err
	})
	return w.Client.TestCase.Query().Order(ent.Asc(testcase.FieldID)).IDsX(w.Ctx)
}

// row shows the order of the cases in a suite by their places among all cases, from 0.
func (w *world) row(s *ent.Suite, all []ident.ID) string {
	var shown []string
	for _, m := range w.Client.SuiteMember.Query().Where(suitemember.SuiteID(s.ID)).
		Order(ent.Asc(suitemember.FieldPosition, suitemember.FieldID)).AllX(w.Ctx) {
		for i, one := range all {
			if one == m.TestCaseID {
				shown = append(shown, fmt.Sprint(i))
			}
		}
	}
	return strings.Join(shown, " ")
}

// shape shows the tree: each suite with its children in braces.
func (w *world) shape(parent *ident.ID) string {
	above := suite.ParentIDIsNil()
	if parent != nil {
		above = suite.ParentID(*parent)
	}
	var shown []string
	for _, s := range w.Client.Suite.Query().Where(above).Order(ent.Asc(suite.FieldPosition, suite.FieldID)).AllX(w.Ctx) {
		text := s.Name
		if below := w.shape(&s.ID); below != "" {
			text += "(" + below + ")"
		}
		shown = append(shown, text)
	}
	return strings.Join(shown, " ")
}

// refused checks the kind and the place of a refusal.
func refused(t *testing.T, err error, code fault.Code, field string) {
	t.Helper()
	if !fault.Is(err, code) || strings.Join(fault.Of(err).Field, ".") != field {
		t.Errorf("got %v, want %s at %s", err, code, field)
	}
}
