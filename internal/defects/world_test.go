package defects_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/defects"
	"github.com/asterism-qa/asterism/internal/environments"
	"github.com/asterism-qa/asterism/internal/executions"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/plans"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/viewer"
)

func ptr[T any](value T) *T { return &value }

// world is a project with the requirement R, the test case C, the build b, the environment e and executions that failed.
type world struct {
	*projecttest.Project
	s                 *store.Store
	t                 *testing.T
	owner             ident.ID
	requirement, test ident.ID
	failed            []*ent.Execution
}

// plant makes a world; messages are what executions failed with, in order.
func plant(t *testing.T, s *store.Store, messages ...string) *world {
	w := &world{Project: projecttest.New(t, s, defects.Adopt), s: s, t: t}
	who, err := viewer.From(w.Ctx)
	if err != nil {
		t.Fatal(err)
	}
	w.owner = who.User
	w.Write(func(ctx context.Context, tx *ent.Client) error {
		if _, err := requirements.Put(ctx, tx, w.Project.Project, []requirements.Draft{{Key: "R"}}, projecttest.Now); err != nil {
			return err
		}
		if _, err := cases.Put(ctx, tx, w.Project.Project, []cases.Draft{{Key: "C", Title: "buys"}}, projecttest.Now); err != nil {
			return err
		}
		builds, _, err := plans.EnsureBuilds(ctx, tx, w.Project.Project, []plans.BuildDraft{{Key: "b"}}, projecttest.Now)
		if err != nil {
			return err
		}
		places, _, err := environments.Ensure(ctx, tx, w.Project.Project, []string{"e"}, projecttest.Now)
		if err != nil {
			return err
		}
		w.requirement, w.test = tx.Requirement.Query().OnlyIDX(ctx), tx.TestCase.Query().OnlyIDX(ctx)
		var drafts []executions.Draft
		for i, message := range messages {
			drafts = append(drafts, executions.Draft{
				Fingerprint: fmt.Sprintf("%05d", i), TestCaseID: w.test, TestCaseVersion: 1, Status: execution.StatusFAILED, Message: message, Name: "n",
				FailureText: "at shop.Basket.add(Basket.java:3)\n```\nend", Scenario: "fast", ExecutedAt: projecttest.Now.Add(time.Duration(i) * time.Second),
				BuildID: &builds["b"].ID, EnvironmentID: &places["e"].ID, Steps: []schema.StepResult{{Name: "press", Status: "FAILED", Message: "dead"}},
			})
		}
		_, err = executions.Record(ctx, tx, w.Project.Project, drafts, projecttest.Now)
		return err
	})
	w.failed = w.Client.Execution.Query().Order(ent.Asc(execution.FieldFingerprint)).AllX(w.Ctx)
	return w
}

// new makes a defect in a state.
func (w *world) new(key string, status defect.Status) *ent.Defect {
	w.t.Helper()
	put(w.Project, defects.Draft{Key: key, Title: key, Status: status})
	return w.get(key)
}

func (w *world) get(key string) *ent.Defect {
	w.t.Helper()
	return w.Client.Defect.Query().Where(defect.Key(key)).OnlyX(w.Ctx)
}

func (w *world) as(role membership.Role) {
	w.t.Helper()
	w.Write(func(ctx context.Context, tx *ent.Client) error { return tx.Membership.Update().SetRole(role).Exec(ctx) })
}

// try uses a verb and gives what it answered.
func try[In, Out any](w *world, verb func(context.Context, *ent.Client, In) (Out, error), in In) (out Out, err error) {
	err = w.Try(func(ctx context.Context, tx *ent.Client) (err error) {
		out, err = verb(ctx, tx, in)
		return err
	})
	return out, err
}

// must uses a verb that has to work.
func must[In, Out any](w *world, verb func(context.Context, *ent.Client, In) (Out, error), in In) Out {
	w.t.Helper()
	out, err := try(w, verb, in)
	if err != nil {
		w.t.Fatal(err)
	}
	return out
}

// moves are all verbs of the lifecycle, each with what it needs.
func (w *world) moves(of ident.ID) map[string]func(d *ent.Defect, note *string) (*ent.Defect, error) {
	plain := func(verb func(context.Context, *ent.Client, lifecycle.Input) (*ent.Defect, error)) func(d *ent.Defect, note *string) (*ent.Defect, error) {
		return func(d *ent.Defect, note *string) (*ent.Defect, error) {
			return try(w, verb, lifecycle.Input{ID: d.ID, ExpectedVersion: d.Version, Note: note})
		}
	}
	return map[string]func(d *ent.Defect, note *string) (*ent.Defect, error){
		"defectConfirm": plain(defects.Confirm), "defectStart": plain(defects.Start), "defectVerify": plain(defects.Verify),
		"defectClose": plain(defects.Close), "defectReopen": plain(defects.Reopen), "defectReject": plain(defects.Reject), "defectDefer": plain(defects.Defer),
		"defectAssign": func(d *ent.Defect, note *string) (*ent.Defect, error) {
			return try(w, defects.Assign, defects.AssignInput{ID: d.ID, ExpectedVersion: d.Version, Assignee: w.owner, Note: note})
		},
		"defectResolve": func(d *ent.Defect, note *string) (*ent.Defect, error) {
			return try(w, defects.Resolve, defects.ResolveInput{ID: d.ID, ExpectedVersion: d.Version, Resolution: defect.ResolutionFIXED, FixedInBuild: ptr("b"), Note: note})
		},
		"defectMarkDuplicate": func(d *ent.Defect, note *string) (*ent.Defect, error) {
			return try(w, defects.MarkDuplicate, defects.DuplicateInput{ID: d.ID, ExpectedVersion: d.Version, Of: of, Note: note})
		},
	}
}
