package cases_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// world is a project in which people and imports change test cases, with every reaction wired.
type world struct {
	*projecttest.Project
	t     *testing.T
	store *store.Store
}

func newWorld(t *testing.T, s *store.Store) *world {
	return &world{projecttest.New(t, s, cases.Suspect, cases.Adopt, cases.Trashed), t, s}
}

// as is the same world in the eyes of a new member with a role.
func (w *world) as(login string, role membership.Role) *world {
	w.t.Helper()
	var user ident.ID
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		made, err := tx.User.Create().SetLogin(login).SetName("User " + login).Save(ctx)
		if err != nil {
			return err
		}
		user = made.ID
		return people.Grant(ctx, tx, w.ID, user, role)
	})
	other := *w.Project
	other.Ctx = viewer.With(w.Ctx, viewer.Viewer{User: user})
	return &world{&other, w.t, w.store}
}

// user is who sees the world.
func (w *world) user() ident.ID {
	who, err := viewer.From(w.Ctx)
	if err != nil {
		w.t.Fatal(err)
	}
	return who.User
}

// elsewhere makes a requirement and a test case in another project of the same people.
func (w *world) elsewhere() (basis, test ident.ID) {
	w.t.Helper()
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		other, err := projects.Create(ctx, tx, "Q", "Project Q", "")
		if err != nil {
			return err
		}
		if _, err := requirements.Put(ctx, tx, other, []requirements.Draft{{Key: "R"}}, projecttest.Now); err != nil {
			return err
		}
		_, err = cases.Put(ctx, tx, other, []cases.Draft{{Key: "C", Title: "c"}}, projecttest.Now)
		basis = tx.Requirement.Query().Where(requirement.ProjectID(other.ID)).OnlyIDX(ctx)
		test = tx.TestCase.Query().Where(testcase.ProjectID(other.ID)).OnlyIDX(ctx)
		return err
	})
	return basis, test
}

// tested is the case with a key, the trash included.
func (w *world) tested(key string) *ent.TestCase {
	w.t.Helper()
	return w.Client.TestCase.Query().Where(testcase.ProjectID(w.ID), testcase.Key(key)).OnlyX(people.IncludingTrash(w.Ctx))
}

func (w *world) required(key string) *ent.Requirement {
	w.t.Helper()
	return w.Client.Requirement.Query().Where(requirement.ProjectID(w.ID), requirement.Key(key)).OnlyX(people.IncludingTrash(w.Ctx))
}

// move makes a verb's move with the case as it is now.
func (w *world) move(key string, verb func(context.Context, *ent.Client, lifecycle.Input) (*ent.TestCase, error), note string) error {
	is := w.tested(key)
	return w.Try(func(ctx context.Context, tx *ent.Client) error {
		_, err := verb(ctx, tx, lifecycle.Input{ID: is.ID, ExpectedVersion: is.Version, Note: &note})
		return err
	})
}

func (w *world) submit(key string, reviewer *ident.ID) error {
	is := w.tested(key)
	return w.Try(func(ctx context.Context, tx *ent.Client) error {
		_, err := cases.Submit(ctx, tx, cases.SubmitInput{ID: is.ID, ExpectedVersion: is.Version, Reviewer: reviewer})
		return err
	})
}

// revise changes the case as it is now.
func (w *world) revise(key string, in cases.ReviseInput) error {
	is := w.tested(key)
	in.ID, in.ExpectedVersion = is.ID, is.Version
	return w.Try(func(ctx context.Context, tx *ent.Client) error {
		_, err := cases.Revise(ctx, tx, in)
		return err
	})
}

// trashing puts the case into the trash, or takes it out.
func (w *world) trashing(verb func(context.Context, *ent.Client, requirements.TrashInput) ([]*ent.TestCase, error), ids ...ident.ID) ([]*ent.TestCase, error) {
	var all []*ent.TestCase
	err := w.Try(func(ctx context.Context, tx *ent.Client) (err error) {
		all, err = verb(ctx, tx, requirements.TrashInput{IDs: ids})
		return err
	})
	return all, err
}

// ok ends the test on an error.
func (w *world) ok(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// refused makes sure that an error is of a kind and holds all of some words.
func (w *world) refused(err error, code fault.Code, words ...string) {
	w.t.Helper()
	if !fault.Is(err, code) {
		w.t.Errorf("got %v, want %s", err, code)
		return
	}
	for _, word := range words {
		if !strings.Contains(err.Error(), word) {
			w.t.Errorf("%q does not say %q", err, word)
		}
	}
}

// paths are the places that an error names, sorted.
func paths(err error) string {
	var all []string
	for _, one := range fault.All(err) {
		all = append(all, strings.Join(one.Field, "."))
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// to points to a value, as inputs do.
func to[T any](value T) *T { return &value }
