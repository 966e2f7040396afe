package projects_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func TestAnAdministratorConfiguresAProject(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		configure := func(in projects.ConfigureInput) (is *ent.Project, err error) {
			in.Project = "P"
			err = p.Try(func(ctx context.Context, tx *ent.Client) (err error) {
				is, err = projects.Configure(ctx, tx, in)
				return err
			})
			return is, err
		}
		name, empty, bad := " Payments ", "", strings.Repeat("x", 201)
		is, err := configure(projects.ConfigureInput{ExpectedVersion: 1, Name: &name, RequirementFieldsThatCount: []string{"TEXT"}, CaseFieldsThatCount: []string{"STEPS"}})
		if err != nil || is.Name != "Payments" || is.Version != 2 || !slices.Equal(is.RequirementFieldsThatCount, []string{"TEXT"}) {
			t.Fatalf("configured: %+v, %v", is, err)
		}
		if name != " Payments " {
			t.Errorf("what the caller gave became %q", name)
		}
		is, err = configure(projects.ConfigureInput{ExpectedVersion: 2, Description: &empty, RequirementFieldsThatCount: []string{}})
		if err != nil || len(is.RequirementFieldsThatCount) != 0 || !slices.Equal(is.CaseFieldsThatCount, []string{"STEPS"}) || is.Name != "Payments" {
			t.Errorf("what is left out stays, empty means all: %+v, %v", is, err)
		}
		if _, err = configure(projects.ConfigureInput{ExpectedVersion: 1}); !fault.Is(err, fault.Conflict) {
			t.Errorf("an old state: %v", err)
		}
		nul := "\x00"
		if _, err = configure(projects.ConfigureInput{ExpectedVersion: 3, Name: &bad, Description: &nul}); !fault.Is(err, fault.Invalid) || len(fault.All(err)) != 2 {
			t.Errorf("two bad fields: %v", err)
		}
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			editor := tx.User.Create().SetLogin("editor").SetName("An editor").SaveX(ctx)
			p.Ctx = viewer.With(p.Ctx, viewer.Viewer{User: editor.ID})
			return people.Grant(ctx, tx, p.ID, editor.ID, membership.RoleEDITOR)
		})
		if _, err = configure(projects.ConfigureInput{ExpectedVersion: 3}); !fault.Is(err, fault.Denied) {
			t.Errorf("by an editor: %v", err)
		}
	})
}
