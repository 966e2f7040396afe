package executions_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcycle"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/environments"
	"github.com/asterism-qa/asterism/internal/executions"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/plans"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func ptr[T any](value T) *T { return &value }

// around makes the build b, the environment e and the cycle c.
func around(p *projecttest.Project) {
	p.Write(func(ctx context.Context, tx *ent.Client) error {
		if _, _, err := plans.EnsureBuilds(ctx, tx, p.Project, []plans.BuildDraft{{Key: "b"}}, projecttest.Now); err != nil {
			return err
		}
		if _, _, err := environments.Ensure(ctx, tx, p.Project, []string{"e"}, projecttest.Now); err != nil {
			return err
		}
		_, _, err := plans.EnsureCycles(ctx, tx, p.Project, []plans.CycleDraft{{Key: "c"}}, projecttest.Now)
		return err
	})
}

func byHand(p *projecttest.Project, in executions.RecordInput) (one *ent.Execution, err error) {
	err = p.Try(func(ctx context.Context, tx *ent.Client) (err error) {
		one, err = executions.RecordByHand(ctx, tx, in)
		return err
	})
	return one, err
}

func TestAnExecutionByHandIsOfThePresentCaseByTheViewer(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		tested := oneCase(p)
		around(p)
		in := executions.RecordInput{
			TestCase: tested.TestCaseID, Status: execution.StatusFAILED, Build: ptr("b"), Environment: ptr("e"), Cycle: ptr("c"), Scenario: ptr("fast"),
			DurationMs: ptr(int64(90)), Message: ptr("no 17"), Steps: []schema.StepResult{{Name: "press", Status: "FAILED", Message: "dead"}},
		}
		for attempt := 1; attempt <= 2; attempt++ {
			one, err := byHand(p, in)
			if err != nil {
				t.Fatal(err)
			}
			if one.Attempt != attempt || one.TestCaseVersion != tested.TestCaseVersion || one.Executor != "Local owner" || one.BuildID == nil ||
				one.EnvironmentID == nil || one.CycleID == nil || one.SignatureID == nil || !one.ExecutedAt.Equal(projecttest.Now) ||
				one.Scenario != "fast" || one.DurationMs != 90 || len(one.StepResults) != 1 || one.SourceFile != "" {
				t.Errorf("attempt %d: %+v", attempt, one)
			}
		}
		if last := p.Client.TestCase.Query().OnlyX(p.Ctx).LastStatus; last != testcase.LastStatusFAILED {
			t.Errorf("the case's last status is %s", last)
		}
	})
}

func TestEverythingThatIsWrongIsSaidAtOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		tested := oneCase(p)
		for name, c := range map[string]struct {
			in   executions.RecordInput
			want []string
		}{
			"the input itself": {executions.RecordInput{
				TestCase: tested.TestCaseID, Status: "GREEN", Message: ptr("\x00"), DurationMs: ptr(int64(-1)), ExecutedAt: ptr(projecttest.Now.Add(time.Hour)),
				Steps: []schema.StepResult{{Status: "PASSED"}, {Name: "\x00", Status: "odd", Message: "\xff", DurationMS: -1}},
			}, []string{"durationMs", "executedAt", "message", "status", "steps.1.durationMs", "steps.1.message", "steps.1.name", "steps.1.status"}},
			"too much said": {executions.RecordInput{
				TestCase: tested.TestCaseID, Status: execution.StatusFAILED, Scenario: ptr(strings.Repeat("é", 501)),
				Message: ptr(strings.Repeat("é", 2001)), FailureText: ptr(strings.Repeat("é", 200_001)),
			}, []string{"failureText", "message", "scenario"}},
			"what is not there": {executions.RecordInput{
				TestCase: tested.TestCaseID, Status: execution.StatusPASSED, Build: ptr("none"), Environment: ptr("none"), Cycle: ptr("none"),
			}, []string{"build", "cycle", "environment"}},
		} {
			_, err := byHand(p, c.in)
			var fields []string
			for _, one := range fault.All(err) {
				if one.Code != fault.Invalid {
					t.Errorf("%s: %s", name, one.Code)
				}
				fields = append(fields, strings.Join(one.Field, "."))
			}
			if slices.Sort(fields); !slices.Equal(fields, c.want) {
				t.Errorf("%s: %q are wrong, want %q", name, fields, c.want)
			}
		}
	})
}

func TestNothingIsRecordedAgainstTheRules(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		tested := oneCase(p)
		around(p)
		in := executions.RecordInput{TestCase: tested.TestCaseID, Status: execution.StatusPASSED}
		role := func(role membership.Role) func(ctx context.Context, tx *ent.Client) error {
			return func(ctx context.Context, tx *ent.Client) error { return tx.Membership.Update().SetRole(role).Exec(ctx) }
		}
		for _, c := range []struct {
			name    string
			in      executions.RecordInput
			prepare func(ctx context.Context, tx *ent.Client) error
			code    fault.Code
			field   string
		}{
			{"an unknown case", executions.RecordInput{TestCase: ident.New(ident.TestCase), Status: in.Status}, nil, fault.NotFound, "testCase"},
			{"a closed cycle", executions.RecordInput{TestCase: in.TestCase, Status: in.Status, Cycle: ptr("c")}, func(ctx context.Context, tx *ent.Client) error {
				return tx.TestCycle.Update().SetStatus(testcycle.StatusCLOSED).Exec(ctx)
			}, fault.Precondition, "cycle"},
			{"a deprecated case", in, func(ctx context.Context, tx *ent.Client) error {
				return tx.TestCase.Update().SetStatus(testcase.StatusDEPRECATED).Exec(ctx)
			}, fault.Precondition, "testCase"},
			{"by a mere viewer", in, role(membership.RoleVIEWER), fault.Denied, ""},
			{"of a case in the trash", in, func(ctx context.Context, tx *ent.Client) error {
				return errors.Join(role(membership.RoleTESTER)(ctx, tx), tx.TestCase.Update().SetDeletedAt(projecttest.Now).Exec(ctx))
			}, fault.NotFound, "testCase"},
		} {
			if c.prepare != nil {
				p.Write(c.prepare)
			}
			_, err := byHand(p, c.in)
			if !fault.Is(err, c.code) || strings.Join(fault.Of(err).Field, ".") != c.field {
				t.Errorf("%s: %v at %v", c.name, err, fault.Of(err))
			}
		}
		if n := p.Client.Execution.Query().CountX(p.Ctx); n != 0 {
			t.Errorf("%d executions were recorded", n)
		}
	})
}

func TestTheLongestTextsAreTaken(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		tested := oneCase(p)
		one, err := byHand(p, executions.RecordInput{
			TestCase: tested.TestCaseID, Status: execution.StatusFAILED, Scenario: ptr(strings.Repeat("é", 500)),
			Message: ptr(strings.Repeat("é", 2000)), FailureText: ptr(strings.Repeat("é", 200_000)),
		})
		if err != nil || len(one.FailureText) != 400_000 {
			t.Errorf("refused: %v", err)
		}
	})
}
