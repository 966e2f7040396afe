package store_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// system is the context in which these tests write: the walls of people are not raised, so that the database answers.
func system(t *testing.T) context.Context { return viewer.AsSystem(t.Context()) }

var noon = time.Date(2025, 3, 4, 12, 0, 0, 123456000, time.UTC)

// fill puts a project with every kind of reference into a workspace: requirements that stand below each other, links,
// executions and a duplicate defect.
func fill(t *testing.T, s *store.Store, key string) *ent.Project {
	t.Helper()
	var project *ent.Project
	err := changes.NewHub(s).Write(system(t), func(ctx context.Context, tx *ent.Client) (err error) {
		project, err = story(ctx, tx, key)
		return err
	})
	if err != nil {
		t.Fatalf("fill the workspace: %v", err)
	}
	return project
}

func story(ctx context.Context, tx *ent.Client, key string) (*ent.Project, error) {
	p, err := tx.Project.Create().SetKey(key).SetName("Payments " + key).Save(ctx)
	if err != nil {
		return nil, err
	}
	release := tx.Release.Create().SetProjectID(p.ID).SetKey("4.4").SetName("4.4").SaveX(ctx)
	build := tx.Build.Create().SetProjectID(p.ID).SetKey("8811").SetName("8811").SetReleaseID(release.ID).SaveX(ctx)
	environment := tx.Environment.Create().SetProjectID(p.ID).SetKey("sit").SetName("sit").SaveX(ctx)
	cycle := tx.TestCycle.Create().SetProjectID(p.ID).SetKey("T-1").SetName("Nightly").SetBuildID(build.ID).SetEnvironmentID(environment.ID).SaveX(ctx)
	parent := tx.Requirement.Create().SetProjectID(p.ID).SetKey("R-1").SetTitle("Pay").SetReleaseID(release.ID).SaveX(ctx)
	test := tx.TestCase.Create().SetProjectID(p.ID).SetKey("C-1").SetTitle("Pays").SaveX(ctx)
	first := tx.Defect.Create().SetProjectID(p.ID).SetKey("D-1").SetTitle("Pays twice").SetFoundInBuildID(build.ID).SaveX(ctx)
	tx.Defect.Create().SetProjectID(p.ID).SetKey("D-2").SetTitle("Pays two times").SetDuplicateOfID(first.ID).ExecX(ctx)
	for i := range 20 {
		child := tx.Requirement.Create().SetProjectID(p.ID).SetKey(fmt.Sprintf("R-1.%02d", i)).SetTitle("Pay in 元 'quoted'").
			SetParentID(parent.ID).SetPosition(i + 1).SetAttributes(map[string]string{"risk": "high"}).SaveX(ctx)
		tx.RequirementVersion.Create().SetProjectID(p.ID).SetRequirementID(child.ID).SetNumber(1).SetTitle(child.Title).SetContentHash("0").ExecX(ctx)
		tx.RequirementLink.Create().SetProjectID(p.ID).SetChildID(child.ID).SetParentID(parent.ID).ExecX(ctx)
		tx.TraceLink.Create().SetProjectID(p.ID).SetRequirementID(child.ID).SetTestCaseID(test.ID).ExecX(ctx)
		done := tx.Execution.Create().SetProjectID(p.ID).SetTestCaseID(test.ID).SetTestCaseVersion(1).SetStatus(execution.StatusFAILED).
			SetExecutedAt(noon.Add(time.Duration(i) * time.Second)).SetFingerprint(fmt.Sprint(i)).SetBuildID(build.ID).
			SetEnvironmentID(environment.ID).SetCycleID(cycle.ID).SaveX(ctx)
		tx.DefectLink.Create().SetProjectID(p.ID).SetDefectID(first.ID).SetExecutionID(done.ID).ExecX(ctx)
		parent = child // each below the one before
	}
	return p, nil
}

// content is everything that a database holds, table by table in a fixed order, as text.
func content(t *testing.T, s *store.Store) string {
	t.Helper()
	tables := []string{"projects", "requirements", "requirement_versions", "requirement_links", "test_cases", "trace_links",
		"executions", "defects", "defect_links", "builds", "releases", "environments", "test_cycles", "goose_db_version"}
	var all strings.Builder
	for _, table := range tables {
		rows, err := s.Writer().QueryContext(t.Context(), "SELECT * FROM "+table+" ORDER BY id")
		if err != nil {
			t.Fatalf("read %s: %v", table, err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			values := make([]any, len(columns))
			for i := range values {
				values[i] = new(any)
			}
			if err := rows.Scan(values...); err != nil {
				t.Fatal(err)
			}
			for i, column := range columns {
				fmt.Fprintf(&all, "%s.%s=%s ", table, column, show(*values[i].(*any)))
			}
			all.WriteByte('\n')
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}

func show(value any) string {
	switch typed := value.(type) {
	case []byte:
		return string(typed)
	case time.Time:
		return typed.UTC().Format(time.RFC3339Nano)
	}
	return fmt.Sprint(value)
}

// causes is what a fault does not say aloud.
func causes(err error) error {
	if found := fault.Of(err); found != nil {
		return found.Unwrap()
	}
	return nil
}
