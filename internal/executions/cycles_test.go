package executions_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcycle"
	"github.com/asterism-qa/asterism/internal/environments"
	"github.com/asterism-qa/asterism/internal/executions"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/plans"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestTheStateOfACycleSaysWhoMayRecordIntoIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		draft := oneCase(p)
		around(p)
		draft.CycleID = &p.Client.TestCycle.Query().OnlyX(p.Ctx).ID
		for _, c := range []struct {
			status   testcycle.Status
			next     string // what a person is told; empty when the execution is taken
			isImport bool   // whether an import may
		}{
			{testcycle.StatusPLANNED, "cycleStart", true},
			{testcycle.StatusREADY, "cycleStart", true},
			{testcycle.StatusRUNNING, "", true},
			{testcycle.StatusPAUSED, "cycleResume", true},
			{testcycle.StatusCOMPLETED, "", true},
			{testcycle.StatusCLOSED, "another cycle", false},
			{testcycle.StatusABORTED, "another cycle", false},
		} {
			p.Write(func(ctx context.Context, tx *ent.Client) error {
				return tx.TestCycle.Update().SetStatus(c.status).Exec(ctx)
			})
			_, err := byHand(p, executions.RecordInput{TestCase: draft.TestCaseID, Status: execution.StatusPASSED, Cycle: ptr("c")})
			if isRefused := c.next != ""; isRefused != fault.Is(err, fault.Precondition) || !isRefused && err != nil ||
				isRefused && (!strings.Contains(err.Error(), c.next) || !slices.Equal(fault.Of(err).Field, []string{"cycle"})) {
				t.Errorf("by hand into one that is %s: %v", c.status, err)
			}
			draft.Fingerprint = string(c.status)
			err = record(p, draft)
			if c.isImport != (err == nil) || !c.isImport && !fault.Is(err, fault.Precondition) {
				t.Errorf("by import into one that is %s: %v", c.status, err)
			}
		}
		if n := p.Client.Execution.Query().Where(execution.CycleID(*draft.CycleID)).CountX(p.Ctx); n != 7 {
			t.Errorf("%d executions were recorded, want 2 by hand and 5 by import", n)
		}
	})
}

func TestAnExecutionByHandIsWhereItsCycleIs(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		tested := oneCase(p)
		around(p)
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			builds, _, err := plans.EnsureBuilds(ctx, tx, p.Project, []plans.BuildDraft{{Key: "b"}, {Key: "b2"}}, projecttest.Now)
			if err != nil {
				return err
			}
			places, _, err := environments.Ensure(ctx, tx, p.Project, []string{"e", "e2"}, projecttest.Now)
			if err != nil {
				return err
			}
			_, _, err = plans.EnsureCycles(ctx, tx, p.Project, []plans.CycleDraft{
				{Key: "both", BuildID: &builds["b"].ID, EnvironmentID: &places["e"].ID}, {Key: "built", BuildID: &builds["b"].ID},
			}, projecttest.Now)
			return err
		})
		for i, c := range []struct {
			cycle              string
			build, environment *string
			is, wrong          string
		}{
			{"both", nil, nil, "b e", ""},
			{"both", ptr("b"), ptr("e"), "b e", ""},
			{"both", ptr("b2"), ptr("e"), "", "build"},
			{"both", ptr("b2"), ptr("e2"), "", "build environment"},
			{"built", nil, nil, "b ", ""},
			{"built", nil, ptr("e2"), "b e2", ""},
			{"c", ptr("b2"), nil, "b2 ", ""},
			{"c", nil, nil, " ", ""},
		} {
			one, err := byHand(p, executions.RecordInput{TestCase: tested.TestCaseID, Status: execution.StatusPASSED, Cycle: &c.cycle, Build: c.build, Environment: c.environment})
			var fields []string
			for _, one := range fault.All(err) {
				fields = append(fields, strings.Join(one.Field, "."))
			}
			if wrong := strings.Join(fields, " "); wrong != c.wrong || wrong != "" && !fault.Is(err, fault.Invalid) {
				t.Errorf("%d: %v at %q, want %q", i, err, wrong, c.wrong)
			}
			if err != nil {
				continue
			}
			build, environment := "", ""
			if one.BuildID != nil {
				build = p.Client.Build.GetX(p.Ctx, *one.BuildID).Key
			}
			if one.EnvironmentID != nil {
				environment = p.Client.Environment.GetX(p.Ctx, *one.EnvironmentID).Key
			}
			if is := fmt.Sprint(build, " ", environment); is != c.is {
				t.Errorf("%d: executed in %q, want %q", i, is, c.is)
			}
		}
	})
}

func TestNobodyClosesACycleWhileExecutionsGoIntoIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		if s.Dialect() != dialect.Postgres {
			return // one writer at a time
		}
		p := projecttest.New(t, s)
		draft := oneCase(p)
		around(p)
		draft.CycleID, draft.Fingerprint = &p.Client.TestCycle.Query().OnlyX(p.Ctx).ID, "x"
		// open are the cycles that others could close or record into at this moment.
		open := func(strength sql.LockStrength) (n int) {
			p.Write(func(ctx context.Context, tx *ent.Client) error {
				ids, err := tx.TestCycle.Query().Where(func(s *sql.Selector) { s.For(strength, sql.WithLockAction(sql.SkipLocked)) }).Unique(false).IDs(ctx)
				n = len(ids)
				return err
			})
			return n
		}
		for name, write := range map[string]func(ctx context.Context, tx *ent.Client) error{
			"by hand": func(ctx context.Context, tx *ent.Client) error {
				_, err := executions.RecordByHand(ctx, tx, executions.RecordInput{TestCase: draft.TestCaseID, Status: execution.StatusPASSED, Cycle: ptr("c")})
				return err
			},
			"by import": func(ctx context.Context, tx *ent.Client) error {
				_, err := executions.Record(ctx, tx, p.Project, []executions.Draft{draft}, projecttest.Now)
				return err
			},
		} {
			p.Write(func(ctx context.Context, tx *ent.Client) error {
				if err := write(ctx, tx); err != nil {
					return err
				}
				if toClose, toRecord := open("NO KEY UPDATE"), open(sql.LockShare); toClose != 0 || toRecord != 1 {
					t.Errorf("%s: meanwhile %d may be closed and %d recorded into", name, toClose, toRecord)
				}
				return nil
			})
			if n := open("NO KEY UPDATE"); n != 1 {
				t.Errorf("%s: afterwards %d may be closed", name, n)
			}
		}
	})
}
