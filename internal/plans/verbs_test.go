package plans_test

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcycle"
	"github.com/asterism-qa/asterism/internal/environments"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/plans"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// office is a project with a build b, an environment e, and a way to write as anybody.
type office struct {
	*projecttest.Project
}

func eachOffice(t *testing.T, test func(t *testing.T, o *office)) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		o := &office{projecttest.New(t, s)}
		o.Write(func(ctx context.Context, tx *ent.Client) error {
			if _, _, err := plans.EnsureBuilds(ctx, tx, o.Project.Project, []plans.BuildDraft{{Key: "b"}}, projecttest.Now); err != nil {
				return err
			}
			_, _, err := environments.Ensure(ctx, tx, o.Project.Project, []string{"e"}, projecttest.Now)
			return err
		})
		test(t, o)
	})
}

// as is the context of a member in a role; of a stranger when the role is empty.
func (o *office) as(login string, role membership.Role) context.Context {
	var user *ent.User
	o.Write(func(ctx context.Context, tx *ent.Client) (err error) {
		if user, err = tx.User.Create().SetLogin(login).SetName(login).Save(ctx); err != nil || role == "" {
			return err
		}
		return people.Grant(ctx, tx, o.ID, user.ID, role)
	})
	return viewer.With(o.Ctx, viewer.Viewer{User: user.ID})
}

// do makes one verb's write under a context.
func do[I, T any](o *office, ctx context.Context, verb func(context.Context, *ent.Client, I) (*T, error), in I) (out *T, err error) {
	err = o.Try(func(inside context.Context, tx *ent.Client) error {
		who, err := viewer.From(ctx)
		if err != nil {
			return err
		}
		out, err = verb(viewer.With(inside, who), tx, in)
		return err
	})
	return out, err
}

func text(s string) *string { return &s }

// fields are the paths of all faults in an error.
func fields(err error) []string {
	var paths []string
	for _, one := range fault.All(err) {
		paths = append(paths, strings.Join(one.Field, "."))
	}
	return paths
}

func TestAReleaseIsPlannedWithWhatPeopleSayOfIt(t *testing.T) {
	eachOffice(t, func(t *testing.T, o *office) {
		due := time.Date(2027, 1, 31, 12, 0, 0, 123456789, time.FixedZone("", 3600))
		made, err := do(o, o.Ctx, plans.CreateRelease, plans.ReleaseCreateInput{
			Project: "P", Key: text("2027.1"), Name: " Spring ", Description: text("Refunds."), DueAt: &due})
		if err != nil {
			t.Fatal(err)
		}
		got := o.Client.Release.GetX(o.Ctx, made.ID)
		if got.Key != "2027.1" || got.Name != "Spring" || got.Description != "Refunds." || got.Status != release.StatusPLANNED ||
			got.Version != 1 || !got.CreatedAt.Equal(projecttest.Now) || !got.DueAt.Equal(due.Truncate(time.Microsecond)) {
			t.Errorf("made %+v", got)
		}
		if _, err := do(o, o.Ctx, plans.CreateRelease, plans.ReleaseCreateInput{Project: "P", Key: text("REL-1"), Name: "x"}); err != nil {
			t.Fatal(err)
		}
		second, err := do(o, o.Ctx, plans.CreateRelease, plans.ReleaseCreateInput{Project: "P", Name: "Summer"})
		if err != nil || second.Key != "REL-2" {
			t.Errorf("without a key: %+v, %v", second, err)
		}
		_, err = do(o, o.Ctx, plans.CreateRelease, plans.ReleaseCreateInput{Project: "P", Key: text("2027.1"), Name: "Again"})
		if !fault.Is(err, fault.Conflict) || !slices.Equal(fields(err), []string{"key"}) {
			t.Errorf("a key that is in use: %v", err)
		}
	})
}

func TestACycleIsPlannedWithOrWithoutItsPlace(t *testing.T) {
	eachOffice(t, func(t *testing.T, o *office) {
		open, err := do(o, o.Ctx, plans.CreateCycle, plans.CycleCreateInput{Project: "P", Name: "Night"})
		if err != nil || open.Key != "CY-1" || open.Status != testcycle.StatusPLANNED || open.BuildID != nil || open.EnvironmentID != nil {
			t.Errorf("undecided: %+v, %v", open, err)
		}
		placed, err := do(o, o.Ctx, plans.CreateCycle, plans.CycleCreateInput{
			Project: "P", Key: text("smoke"), Name: "Smoke", Build: text("b"), Environment: text("e")})
		if err != nil {
			t.Fatal(err)
		}
		placed = o.Client.TestCycle.GetX(o.Ctx, placed.ID)
		if placed.QueryBuild().OnlyX(o.Ctx).Key != "b" || placed.QueryEnvironment().OnlyX(o.Ctx).Key != "e" {
			t.Errorf("placed: %+v", placed)
		}
		_, err = do(o, o.Ctx, plans.CreateCycle, plans.CycleCreateInput{Project: "P", Name: "x", Build: text("no"), Environment: text("nor")})
		if !fault.Is(err, fault.NotFound) || !slices.Equal(fields(err), []string{"build", "environment"}) {
			t.Errorf("a place that is not there: %v at %v", err, fields(err))
		}
	})
}

func TestAllThatIsWrongWithANewThingIsSaidAtOnce(t *testing.T) {
	eachOffice(t, func(t *testing.T, o *office) {
		never := time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)
		_, err := do(o, o.Ctx, plans.CreateRelease, plans.ReleaseCreateInput{
			Project: "P", Key: text("  "), Name: "\t", Description: text("\x00"), DueAt: &never})
		if got := fields(err); !fault.Is(err, fault.Invalid) || !slices.Equal(got, []string{"name", "key", "dueAt", "description"}) {
			t.Errorf("release: %v at %v", err, got)
		}
		_, err = do(o, o.Ctx, plans.CreateCycle, plans.CycleCreateInput{
			Project: "P", Key: text(strings.Repeat("k", 201)), Name: "a\nb", Build: text(" b"), Environment: text("\xff")})
		if got := fields(err); !fault.Is(err, fault.Invalid) || !slices.Equal(got, []string{"name", "key", "build", "environment"}) {
			t.Errorf("cycle: %v at %v", err, got)
		}
		if _, err := do(o, o.Ctx, plans.CreateRelease, plans.ReleaseCreateInput{Project: "NOWHERE", Name: "x"}); !fault.Is(err, fault.NotFound) {
			t.Errorf("an unknown project: %v", err)
		}
	})
}

func TestACycleIsReadyOnlyWithItsBuildAndEnvironment(t *testing.T) {
	eachOffice(t, func(t *testing.T, o *office) {
		for name, test := range map[string]struct {
			before plans.CycleCreateInput
			in     plans.CycleReadyInput
			wrong  []string
		}{
			"both before":          {plans.CycleCreateInput{Build: text("b"), Environment: text("e")}, plans.CycleReadyInput{}, nil},
			"both with the verb":   {plans.CycleCreateInput{}, plans.CycleReadyInput{Build: text("b"), Environment: text("e")}, nil},
			"one each":             {plans.CycleCreateInput{Build: text("b")}, plans.CycleReadyInput{Environment: text("e"), Note: text("go")}, nil},
			"neither":              {plans.CycleCreateInput{}, plans.CycleReadyInput{}, []string{"build", "environment"}},
			"no environment":       {plans.CycleCreateInput{Build: text("b")}, plans.CycleReadyInput{}, []string{"environment"}},
			"one absent, one none": {plans.CycleCreateInput{}, plans.CycleReadyInput{Build: text("no")}, []string{"build", "environment"}},
			"a blank key":          {plans.CycleCreateInput{Build: text("b")}, plans.CycleReadyInput{Environment: text("")}, []string{"environment"}},
		} {
			test.before.Project, test.before.Name = "P", name
			made, err := do(o, o.Ctx, plans.CreateCycle, test.before)
			if err != nil {
				t.Fatal(err)
			}
			test.in.ID, test.in.ExpectedVersion = made.ID, 1
			ready, err := do(o, o.Ctx, plans.ReadyCycle, test.in)
			if got := fields(err); !slices.Equal(got, test.wrong) {
				t.Errorf("%s: %v at %v", name, err, got)
			}
			if test.wrong == nil && (ready == nil || ready.Status != testcycle.StatusREADY || ready.Version != 2 || ready.BuildID == nil || ready.EnvironmentID == nil) {
				t.Errorf("%s: became %+v, %v", name, ready, err)
			}
		}
	})
}

func TestRolesDecideWhoPlans(t *testing.T) {
	eachOffice(t, func(t *testing.T, o *office) {
		r, err := do(o, o.Ctx, plans.CreateRelease, plans.ReleaseCreateInput{Project: "P", Name: "x"})
		if err != nil {
			t.Fatal(err)
		}
		c, err := do(o, o.Ctx, plans.CreateCycle, plans.CycleCreateInput{Project: "P", Name: "x"})
		if err != nil {
			t.Fatal(err)
		}
		for login, test := range map[string]struct {
			role            membership.Role
			releases, cycle fault.Code
		}{
			"editor":   {membership.RoleEDITOR, "", ""},
			"tester":   {membership.RoleTESTER, fault.Denied, ""},
			"viewer":   {membership.RoleVIEWER, fault.Denied, fault.Denied},
			"stranger": {"", fault.NotFound, fault.NotFound},
		} {
			who := o.as(login, test.role)
			_, made := do(o, who, plans.CreateRelease, plans.ReleaseCreateInput{Project: "P", Name: "x"})
			_, moved := do(o, who, plans.StartRelease, lifecycle.Input{ID: r.ID, ExpectedVersion: r.Version})
			_, planned := do(o, who, plans.CreateCycle, plans.CycleCreateInput{Project: "P", Name: "x"})
			_, ready := do(o, who, plans.ReadyCycle, plans.CycleReadyInput{ID: c.ID, ExpectedVersion: c.Version, Build: text("b"), Environment: text("e")})
			for what, got := range map[string][2]any{
				"makes a release": {made, test.releases}, "moves a release": {moved, test.releases},
				"makes a cycle": {planned, test.cycle}, "moves a cycle": {ready, test.cycle},
			} {
				err, _ := got[0].(error)
				if want := got[1].(fault.Code); err == nil && want != "" || err != nil && (want == "" || !fault.Is(err, want)) {
					t.Errorf("%s %s: %v, want %q", login, what, err, want)
				}
			}
			r, c = o.Client.Release.GetX(o.Ctx, r.ID), o.Client.TestCycle.GetX(o.Ctx, c.ID)
			o.Write(func(ctx context.Context, tx *ent.Client) error {
				if err := tx.Release.UpdateOne(r).SetStatus(release.StatusPLANNED).Exec(ctx); err != nil {
					return err
				}
				return tx.TestCycle.UpdateOne(c).SetStatus(testcycle.StatusPLANNED).Exec(ctx)
			})
		}
	})
}

func TestRequirementsStayInALockedRelease(t *testing.T) {
	eachOffice(t, func(t *testing.T, o *office) {
		var releases map[string]*ent.Release
		o.Write(func(ctx context.Context, tx *ent.Client) (err error) {
			if releases, _, err = plans.EnsureReleases(ctx, tx, o.Project.Project, []string{"3", "2", "1"}, projecttest.Now); err != nil {
				return err
			}
			return tx.Release.Update().Where(release.KeyIn("2", "3")).SetStatus(release.StatusLOCKED).Exec(ctx)
		})
		err := o.Try(func(ctx context.Context, tx *ent.Client) error {
			if err := requirements.RefuseLocked(ctx, tx, []ident.ID{releases["1"].ID}); err != nil {
				t.Errorf("an open one: %v", err)
			}
			if err := requirements.RefuseLocked(ctx, tx, nil); err != nil {
				t.Errorf("none: %v", err)
			}
			return requirements.RefuseLocked(ctx, tx, []ident.ID{releases["3"].ID, releases["1"].ID, releases["2"].ID})
		})
		if !fault.Is(err, fault.Precondition) || !slices.Equal(fields(err), []string{"release"}) || !reflect.DeepEqual(fault.Of(err).Details["locked"], []string{"2", "3"}) {
			t.Errorf("got %v with %v", err, fault.Of(err))
		}
	})
}
