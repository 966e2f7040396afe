package remarks_test

import (
	"context"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// world is a project with one thing of each kind, people of each role, and a project of somebody else.
type world struct {
	*projecttest.Project
	store *store.Store

	requirement, testCase, execution, defect ident.ID
	// foreign is a requirement of another project, in which only the owner is a member.
	foreign ident.ID
	people  map[membership.Role]ident.ID
}

// stranger is the role of somebody who has none.
const stranger membership.Role = "NONE"

// each runs a test on both databases.
func each(t *testing.T, test func(t *testing.T, w *world)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := &world{Project: projecttest.New(t, s), store: s, people: map[membership.Role]ident.ID{}}
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			w.requirement = tx.Requirement.Create().SetProjectID(w.ID).SetKey("R-1").SetTitle("Pay").SaveX(ctx).ID
			w.testCase = tx.TestCase.Create().SetProjectID(w.ID).SetKey("C-1").SetTitle("Pay").SaveX(ctx).ID
			w.execution = tx.Execution.Create().SetProjectID(w.ID).SetTestCaseID(w.testCase).SetTestCaseVersion(1).
				SetStatus(execution.StatusFAILED).SetExecutedAt(projecttest.Now).SetFingerprint("one").SaveX(ctx).ID
			w.defect = tx.Defect.Create().SetProjectID(w.ID).SetKey("D-1").SetTitle("Pays twice").SaveX(ctx).ID
			other, err := projects.Create(ctx, tx, "OTHER", "Another project", "")
			if err != nil {
				return err
			}
			w.foreign = tx.Requirement.Create().SetProjectID(other.ID).SetKey("R-1").SetTitle("Pay").SaveX(ctx).ID
			for _, role := range []membership.Role{membership.RoleVIEWER, membership.RoleTESTER, membership.RoleEDITOR, membership.RoleADMIN, stranger} {
				w.people[role] = tx.User.Create().SetLogin(string(role)).SetName("A " + string(role)).SaveX(ctx).ID
				if role == stranger {
					continue
				}
				if err := people.Grant(ctx, tx, w.ID, w.people[role], role); err != nil {
					return err
				}
			}
			return nil
		})
		test(t, w)
	})
}

// things are one of each kind.
func (w *world) things() []ident.ID {
	return []ident.ID{w.requirement, w.testCase, w.execution, w.defect}
}

// as is the same world seen and changed by somebody with a role.
func (w *world) as(role membership.Role) *world {
	other, project := *w, *w.Project
	project.Ctx = viewer.With(clock.With(context.Background(), func() time.Time { return projecttest.Now }), viewer.Viewer{User: w.people[role]})
	other.Project = &project
	return &other
}

// trash puts the requirement into the trash, or takes it out again.
func (w *world) trash(is bool) {
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		ctx = people.IncludingTrash(ctx)
		if is {
			return tx.Requirement.UpdateOneID(w.requirement).SetDeletedAt(projecttest.Now).Exec(ctx)
		}
		return tx.Requirement.UpdateOneID(w.requirement).ClearDeletedAt().Exec(ctx)
	})
}

// trashCase puts the test case into the trash, or takes it out again.
func (w *world) trashCase(is bool) {
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		ctx = people.IncludingTrash(ctx)
		if is {
			return tx.TestCase.UpdateOneID(w.testCase).SetDeletedAt(projecttest.Now).Exec(ctx)
		}
		return tx.TestCase.UpdateOneID(w.testCase).ClearDeletedAt().Exec(ctx)
	})
}

// write changes something and gives what came of it.
func write[T any](w *world, act func(ctx context.Context, tx *ent.Client) (T, error)) (made T, err error) {
	err = w.Try(func(ctx context.Context, tx *ent.Client) error {
		made, err = act(ctx, tx)
		return err
	})
	return made, err
}
