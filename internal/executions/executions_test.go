package executions_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/executions"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// oneCase makes the test case C and a draft of an execution of it.
func oneCase(p *projecttest.Project) (draft executions.Draft) {
	p.Write(func(ctx context.Context, tx *ent.Client) error {
		if _, err := cases.Put(ctx, tx, p.Project, []cases.Draft{{Key: "C", Title: "case"}}, projecttest.Now); err != nil {
			return err
		}
		found, err := cases.Find(ctx, tx, p.Project, []string{"C"})
		draft = executions.Draft{
			TestCaseID: found["C"].ID, TestCaseVersion: found["C"].ContentVersion, Status: execution.StatusPASSED, ExecutedAt: projecttest.Now,
		}
		return err
	})
	return draft
}

func record(p *projecttest.Project, drafts ...executions.Draft) error {
	return p.Try(func(ctx context.Context, tx *ent.Client) error {
		_, err := executions.Record(ctx, tx, p.Project, drafts, projecttest.Now)
		return err
	})
}

func TestAttemptsAreCountedInTheOrderOfExecution(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		base := oneCase(p)
		at := func(print string, hours int, scenario string) executions.Draft {
			d := base
			d.Fingerprint, d.Scenario, d.ExecutedAt = print, scenario, projecttest.Now.Add(time.Duration(hours)*time.Hour)
			return d
		}
		if err := record(p, at("late", 2, ""), at("early", 1, ""), at("other", 1, "fast")); err != nil {
			t.Fatal(err)
		}
		if err := record(p, at("later", 3, ""), at("late", 2, "")); err != nil {
			t.Fatal(err)
		}
		want := map[string]int{"early": 1, "late": 2, "other": 1, "later": 3}
		all := p.Client.Execution.Query().AllX(p.Ctx)
		for _, one := range all {
			if want[one.Fingerprint] != one.Attempt {
				t.Errorf("%s is attempt %d, want %d", one.Fingerprint, one.Attempt, want[one.Fingerprint])
			}
		}
		if len(all) != len(want) {
			t.Errorf("%d executions, want %d", len(all), len(want))
		}
	})
}

func TestOfEqualTimesTheLaterRecordIsTheLatest(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		base := oneCase(p)
		var drafts []executions.Draft
		for i, status := range []execution.Status{execution.StatusPASSED, execution.StatusPASSED, execution.StatusERROR} {
			d := base
			d.Fingerprint, d.Status = fmt.Sprint(i), status
			drafts = append(drafts, d)
		}
		if err := record(p, drafts...); err != nil {
			t.Fatal(err)
		}
		if one := p.Client.TestCase.Query().OnlyX(p.Ctx); one.LastStatus != testcase.LastStatusERROR || one.Version != 1 {
			t.Errorf("the latest is %s, the case's version %d", one.LastStatus, one.Version)
		}
	})
}
