package executions_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/executions"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/plans"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestAttemptsAreCountedOnEachBuildAndApartWithoutOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		base := oneCase(p)
		var builds map[string]*ent.Build
		p.Write(func(ctx context.Context, tx *ent.Client) (err error) {
			builds, _, err = plans.EnsureBuilds(ctx, tx, p.Project, []plans.BuildDraft{{Key: "1"}, {Key: "2"}}, projecttest.Now)
			return err
		})
		on := func(print, build string) executions.Draft {
			d := base
			d.Fingerprint = print
			if build != "" {
				d.BuildID = &builds[build].ID
			}
			return d
		}
		for _, drafts := range [][]executions.Draft{
			{on("1a", "1"), on("2a", "2"), on("a", "")},
			{on("1b", "1"), on("b", "")}, // with and without a build at once
			{on("c", "")},
			{on("2b", "2")},
		} {
			if err := record(p, drafts...); err != nil {
				t.Fatal(err)
			}
		}
		want := map[string]int{"1a": 1, "1b": 2, "2a": 1, "2b": 2, "a": 1, "b": 2, "c": 3}
		for _, one := range p.Client.Execution.Query().AllX(p.Ctx) {
			if want[one.Fingerprint] != one.Attempt {
				t.Errorf("%s is attempt %d, want %d", one.Fingerprint, one.Attempt, want[one.Fingerprint])
			}
		}
	})
}

// An execution costs the same whether the project has few of them or many.
func TestCountingAttemptsReadsNoOtherExecutions(t *testing.T) {
	s := storetest.SQLite(t)
	p := projecttest.New(t, s)
	d := oneCase(p)
	d.Fingerprint = "1"
	var counting []string
	trace := func(statement string) {
		if strings.Contains(statement, "COUNT(") && strings.Contains(statement, execution.Table) {
			counting = append(counting, statement)
		}
	}
	s.Statements.Trace.Store(&trace)
	if err := record(p, d); err != nil {
		t.Fatal(err)
	}
	s.Statements.Trace.Store(nil)
	if len(counting) != 1 || strings.Contains(counting[0], "`project_id` = ?") {
		t.Errorf("attempts are counted by %q, for which SQLite reads the whole project", counting)
	}
}

func TestReactionsHearThatACaseHasANewLatestExecution(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		var told []changes.Change
		p := projecttest.New(t, s, func(_ context.Context, _ *ent.Client, news []changes.Change) error {
			told = append(told, news...)
			return nil
		})
		d := oneCase(p)
		d.Fingerprint, told = "1", nil
		if err := record(p, d); err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(told, func(c changes.Change) bool {
			return c.Op == changes.Update && c.Entity.Kind() == ident.TestCase && c.Touches("last_status") && c.Touches("last_execution_id")
		}) {
			t.Errorf("was told %v", told)
		}
	})
}
