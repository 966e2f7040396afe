package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func TestAPlannedStepOverAFilledWorkspaceLosesNoReference(t *testing.T) {
	steps := planned(t)
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		fill(t, s, "PAY")
		before, versions, _ := strings.Cut(content(t, s), "goose_db_version")
		done, err := s.MigrateFrom(t.Context(), steps)
		if err != nil || len(done) != 1 {
			t.Fatalf("the step did not go through: %v, %v", done, err)
		}
		after, _, _ := strings.Cut(content(t, s), "goose_db_version")
		if after != before {
			t.Errorf("the content changed, from\n%s\nto\n%s", before, after)
		}
		if versions == "" || strings.Count(before, "requirements.parent_id=0") < 20 {
			t.Fatalf("the workspace was not filled:\n%s", before)
		}
		if s.Dialect() == "sqlite3" {
			intact(t, s)
		}
		if done, err := s.MigrateFrom(t.Context(), steps); err != nil || len(done) != 0 {
			t.Errorf("the second time made %v, %v", done, err)
		}
		fill(t, s, "NEXT")
	})
}

func TestAFailingStepLeavesTheWorkspaceAsBefore(t *testing.T) {
	for name, test := range map[string]struct {
		steps []string
		says  string
		lite  string
	}{
		"wrong statement":      {steps: []string{"CREATE TABLE extra (id int); DELETE FROM defect_links; INSERT INTO nowhere VALUES (1);"}, says: "98000000000000_one.sql"},
		"reference to nothing": {steps: []string{"DELETE FROM requirements WHERE parent_id IS NULL;"}, says: "requirement", lite: "lead nowhere"},
	} {
		t.Run(name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, s *store.Store) {
				project := fill(t, s, "PAY")
				before := content(t, s)
				done, err := s.MigrateFrom(t.Context(), further(t, test.steps...))
				if !fault.Is(err, fault.Unavailable) || !strings.Contains(err.Error(), "as before") || len(done) != 0 {
					t.Fatalf("no words for the operator: %v, %v", done, err)
				}
				if s.Dialect() == "sqlite3" && !strings.Contains(err.Error(), test.lite) {
					t.Errorf("the operator does not learn why: %v", err)
				}
				same(t, s, before)
				// The same handles go on, and the program that was in use still starts.
				if done, err := s.Migrate(t.Context()); err != nil || len(done) != 0 {
					t.Errorf("the old program refuses: %v, %v", done, err)
				}
				err = changes.NewHub(s).Write(system(t), func(ctx context.Context, tx *ent.Client) error {
					return tx.Project.UpdateOneID(project.ID).SetName("Renamed").Exec(ctx)
				})
				if err != nil {
					t.Errorf("the workspace takes no writes: %v", err)
				}
				if name := s.Client.Project.GetX(system(t), project.ID).Name; name != "Renamed" {
					t.Errorf("readers still see %q", name)
				}
			})
		})
	}
}

func TestWhenTheSecondOfTwoStepsFailsTheOperatorLearnsWhatStays(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		fill(t, s, "PAY")
		before := content(t, s)
		_, err := s.MigrateFrom(t.Context(), further(t, "CREATE TABLE extra (id int);", "INSERT INTO nowhere VALUES (1);"))
		if !fault.Is(err, fault.Unavailable) || !strings.Contains(err.Error(), "98000000000001_two.sql") {
			t.Fatalf("the failed step is not named: %v", err)
		}
		if s.Dialect() == "sqlite3" { // the copy brings back what was before both
			same(t, s, before)
			return
		}
		if !strings.Contains(err.Error(), "the 1 before it stay") {
			t.Errorf("the operator does not learn that a step stays: %v", err)
		}
	})
}

func TestAWorkspaceOfANewerProgramIsRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		fill(t, s, "PAY")
		if _, err := s.MigrateFrom(t.Context(), further(t, "CREATE TABLE extra (id int);")); err != nil {
			t.Fatal(err)
		}
		before := content(t, s)
		_, err := s.Migrate(t.Context())
		if !fault.Is(err, fault.Precondition) || !strings.Contains(err.Error(), "newer Asterism") {
			t.Fatalf("the older program goes on: %v", err)
		}
		same(t, s, before)
	})
}

func TestACallerThatGoesAwayDuringAMigrationLeavesTheWorkspaceAsBefore(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		fill(t, s, "PAY")
		before := content(t, s)
		ctx, cancel := context.WithCancelCause(t.Context())
		cancel(errors.New("gone"))
		if _, err := s.MigrateFrom(ctx, further(t, "CREATE TABLE extra (id int);")); err == nil {
			t.Fatal("the step was made for nobody")
		}
		same(t, s, before)
	})
}

func same(t *testing.T, s *store.Store, before string) {
	t.Helper()
	if after := content(t, s); after != before {
		t.Errorf("the content changed, from\n%s\nto\n%s", before, after)
	}
	if s.Dialect() == "sqlite3" {
		intact(t, s)
	}
}

// intact asks SQLite itself whether the file is whole and every reference leads somewhere.
func intact(t *testing.T, s *store.Store) {
	t.Helper()
	var whole string
	var broken, extra int
	row := s.Writer().QueryRowContext(t.Context(), "SELECT (SELECT integrity_check FROM pragma_integrity_check), "+
		"(SELECT count(*) FROM pragma_foreign_key_check), (SELECT count(*) FROM sqlite_schema WHERE name = 'new_requirements')")
	if err := row.Scan(&whole, &broken, &extra); err != nil || whole != "ok" || broken != 0 || extra != 0 {
		t.Errorf("the file is not whole: %q, %d broken references, %d tables too many, %v", whole, broken, extra, err)
	}
}
