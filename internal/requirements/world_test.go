package requirements_test

import (
	"context"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// project is a project with all reactions of this area.
func project(t *testing.T, s *store.Store) *projecttest.Project {
	t.Helper()
	return projecttest.New(t, s, requirements.Suspect, requirements.Trashed, requirements.Adopt)
}

// do writes by one verb.
func do[I, O any](p *projecttest.Project, verb func(context.Context, *ent.Client, I) (O, error), in I) (out O, err error) {
	err = p.Try(func(ctx context.Context, tx *ent.Client) (err error) {
		out, err = verb(ctx, tx, in)
		return err
	})
	return out, err
}

// must is do where nothing is wrong.
func must[I, O any](t *testing.T, p *projecttest.Project, verb func(context.Context, *ent.Client, I) (O, error), in I) O {
	t.Helper()
	out, err := do(p, verb, in)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// created makes requirements with these keys, each with its key as the title.
func created(t *testing.T, p *projecttest.Project, keys ...string) {
	t.Helper()
	for _, key := range keys {
		must(t, p, requirements.Create, requirements.CreateInput{Project: "P", Key: &key, Title: key})
	}
}

// get loads a requirement by its key, also from the trash.
func get(p *projecttest.Project, key string) *ent.Requirement {
	return p.Client.Requirement.Query().Where(requirement.Key(key), requirement.ProjectID(p.ID)).OnlyX(people.IncludingTrash(p.Ctx))
}

// member is the context of a new user with a role in the project.
func member(t *testing.T, p *projecttest.Project, login string, role membership.Role) (context.Context, ident.ID) {
	t.Helper()
	var id ident.ID
	p.Write(func(ctx context.Context, tx *ent.Client) error {
		id = tx.User.Create().SetLogin(login).SetName("The " + login).SaveX(ctx).ID
		return people.Grant(ctx, tx, p.ID, id, role)
	})
	return viewer.With(p.Ctx, viewer.Viewer{User: id}), id
}

// as lets another viewer act on the project.
func as(p *projecttest.Project, ctx context.Context) *projecttest.Project {
	other := *p
	other.Ctx = ctx
	return &other
}

// refused checks what is refused and at which fields, as in "title links.3.id".
func refused(t *testing.T, name string, err error, code fault.Code, fields string) {
	t.Helper()
	if !fault.Is(err, code) {
		t.Errorf("%s: got %v, want %s", name, err, code)
		return
	}
	var at []string
	for _, one := range fault.All(err) {
		at = append(at, strings.Join(one.Field, "."))
	}
	if got := strings.Join(at, " "); got != fields {
		t.Errorf("%s: at %q, want %q (%v)", name, got, fields, err)
	}
}

// ptr is for optional fields.
func ptr[T any](value T) *T { return &value }
