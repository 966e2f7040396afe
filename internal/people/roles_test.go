package people_test

import (
	"context"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func TestEachRoleMayDoWhatThoseBeforeItMay(t *testing.T) {
	roles := []membership.Role{membership.RoleVIEWER, membership.RoleTESTER, membership.RoleEDITOR, membership.RoleADMIN}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		for rank, has := range roles {
			w.write(t, func(ctx context.Context, tx *ent.Client) error {
				return tx.Membership.Update().Where(membership.UserID(w.memberID)).SetRole(has).Exec(ctx)
			})
			if got, err := people.RoleIn(w.member, w.Client, w.project.ID); err != nil || got != has {
				t.Errorf("a %s is told to be %s, %v", has, got, err)
			}
			for needed, role := range roles {
				err := people.Require(w.member, w.Client, w.project, role)
				switch {
				case rank >= needed:
					if err != nil {
						t.Errorf("a %s may not do what needs %s: %v", has, role, err)
					}
				case !fault.Is(err, fault.Denied) || !strings.Contains(err.Error(), string(has)) || !strings.Contains(err.Error(), string(role)):
					t.Errorf("a %s asks for what needs %s: %v", has, role, err)
				}
			}
			if err := people.Require(viewer.AsSystem(t.Context()), w.Client, w.project, has); err != nil {
				t.Errorf("the system may not: %v", err)
			}
		}
		if err := people.Require(w.member, w.Client, w.project, "OWNER"); err == nil {
			t.Error("a role that does not exist is had by everybody")
		}
	})
}

func TestAStrangerIsToldTheSameAsIfTheProjectDidNotExist(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := plant(t, s)
		missing := &ent.Project{ID: ident.New(ident.Project), Key: w.project.Key}
		for name, ask := range map[string]func(*ent.Project) error{
			"require": func(p *ent.Project) error { return people.Require(w.stranger, w.Client, p, membership.RoleVIEWER) },
			"role": func(p *ent.Project) error {
				_, err := people.RoleIn(w.stranger, w.Client, p.ID)
				return err
			},
			"get": func(p *ent.Project) error {
				_, err := w.Client.Project.Get(w.stranger, p.ID)
				return err
			},
		} {
			there, absent := ask(w.project), ask(missing)
			if there == nil || absent == nil || there.Error() != absent.Error() {
				t.Errorf("%s: %v tells more than %v", name, there, absent)
			}
			if name != "get" && !fault.Is(there, fault.NotFound) {
				t.Errorf("%s: %v", name, there)
			}
		}
		if err := people.Require(t.Context(), w.Client, w.project, membership.RoleVIEWER); !fault.Is(err, fault.Unauthenticated) {
			t.Errorf("without a viewer: %v", err)
		}
		if _, err := people.RoleIn(t.Context(), w.Client, w.project.ID); !fault.Is(err, fault.Unauthenticated) {
			t.Errorf("without a viewer: %v", err)
		}
	})
}
