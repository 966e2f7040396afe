package store_test

import (
	"context"
	"slices"
	"testing"

	"entgo.io/ent/dialect"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/migrations/plan"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// ends are things of one project that others can point to.
type ends struct {
	project, release, build, environment, cycle, requirement, test, execution, defect, intake ident.ID
}

func pick(t *testing.T, s *store.Store, key string) ends {
	t.Helper()
	p := fill(t, s, key)
	ctx := system(t)
	var intake ident.ID
	err := changes.NewHub(s).Write(ctx, func(ctx context.Context, tx *ent.Client) error {
		made, err := tx.ImportRun.Create().SetProjectID(p.ID).SetFormat("junit").SetSource("").SetDigest("0").SetIdempotencyKey("0").
			SetFiles(1).SetCounts(map[string]int{}).SetCreated(0).SetUpdated(0).SetUnchanged(0).SetWarningCount(0).Save(ctx)
		if err == nil {
			intake = made.ID
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	c := s.Client
	found := ends{project: p.ID, intake: intake}
	for _, one := range []struct {
		ids  func(context.Context) ([]ident.ID, error)
		into *ident.ID
	}{
		{c.Release.Query().IDs, &found.release}, {c.Build.Query().IDs, &found.build}, {c.Environment.Query().IDs, &found.environment},
		{c.TestCycle.Query().IDs, &found.cycle}, {c.Requirement.Query().IDs, &found.requirement}, {c.TestCase.Query().IDs, &found.test},
		{c.Execution.Query().IDs, &found.execution}, {c.Defect.Query().IDs, &found.defect},
	} {
		ids, err := one.ids(ctx)
		if err != nil || len(ids) == 0 {
			t.Fatalf("found %v, %v", ids, err)
		}
		slices.SortFunc(ids, func(a, b ident.ID) int { return slices.Compare(a[:], b[:]) })
		*one.into = ids[len(ids)-1] // the latest is the one just made
	}
	return found
}

func TestTheDatabaseLetsNothingPointIntoAnotherProject(t *testing.T) {
	type write func(ctx context.Context, tx *ent.Client, a, b ends) error
	done := func(tx *ent.Client, project, test ident.ID) *ent.ExecutionCreate {
		return tx.Execution.Create().SetProjectID(project).SetTestCaseID(test).SetTestCaseVersion(1).
			SetStatus(execution.StatusPASSED).SetExecutedAt(noon).SetFingerprint("other")
	}
	forbidden := map[string]write{
		"trace link to a requirement": func(ctx context.Context, tx *ent.Client, a, b ends) error {
			return tx.TraceLink.Create().SetProjectID(a.project).SetRequirementID(b.requirement).SetTestCaseID(a.test).Exec(ctx)
		},
		"trace link to a test case": func(ctx context.Context, tx *ent.Client, a, b ends) error {
			return tx.TraceLink.Create().SetProjectID(a.project).SetRequirementID(a.requirement).SetTestCaseID(b.test).Exec(ctx)
		},
		"requirement link": func(ctx context.Context, tx *ent.Client, a, b ends) error {
			return tx.RequirementLink.Create().SetProjectID(a.project).SetChildID(a.requirement).SetParentID(b.requirement).Exec(ctx)
		},
		"execution of a test case": func(ctx context.Context, tx *ent.Client, a, b ends) error {
			return done(tx, a.project, b.test).Exec(ctx)
		},
		"execution on a build": func(ctx context.Context, tx *ent.Client, a, b ends) error {
			return done(tx, a.project, a.test).SetBuildID(b.build).Exec(ctx)
		},
		"execution in an environment": func(ctx context.Context, tx *ent.Client, a, b ends) error {
			return done(tx, a.project, a.test).SetEnvironmentID(b.environment).Exec(ctx)
		},
		"execution in a cycle": func(ctx context.Context, tx *ent.Client, a, b ends) error {
			return done(tx, a.project, a.test).SetCycleID(b.cycle).Exec(ctx)
		},
		"execution of an import": func(ctx context.Context, tx *ent.Client, a, b ends) error {
			return done(tx, a.project, a.test).SetImportRunID(b.intake).Exec(ctx)
		},
		"defect link to an execution": func(ctx context.Context, tx *ent.Client, a, b ends) error {
			return tx.DefectLink.Create().SetProjectID(a.project).SetDefectID(a.defect).SetExecutionID(b.execution).Exec(ctx)
		},
		"defect link of a defect": func(ctx context.Context, tx *ent.Client, a, b ends) error {
			return tx.DefectLink.Create().SetProjectID(a.project).SetDefectID(b.defect).SetExecutionID(a.execution).Exec(ctx)
		},
		"an execution moved to a build": func(ctx context.Context, tx *ent.Client, a, b ends) error {
			return tx.Execution.UpdateOneID(a.execution).SetBuildID(b.build).Exec(ctx)
		},
		"a requirement moved to a release": func(ctx context.Context, tx *ent.Client, a, b ends) error {
			return tx.Requirement.UpdateOneID(a.requirement).SetReleaseID(b.release).Exec(ctx)
		},
	}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		hub := changes.NewHub(s)
		a, b := pick(t, s, "PAY"), pick(t, s, "SHOP")
		for name, act := range forbidden {
			err := hub.Write(system(t), func(ctx context.Context, tx *ent.Client) error { return act(ctx, tx, a, b) })
			if !ent.IsConstraintError(err) {
				t.Errorf("%s of another project: %v", name, err)
			}
		}
	})
}

func TestProjectLeadsEveryKeyOfWhatAProjectOwns(t *testing.T) {
	for _, d := range []string{dialect.SQLite, dialect.Postgres} {
		owned := 0
		for _, table := range plan.Tables(d) {
			if _, ok := table.Column("project_id"); !ok {
				continue
			}
			owned++
			for _, index := range table.Indexes {
				if index.Unique && index.Columns[0].Name != "project_id" {
					t.Errorf("%s: unique %s of %s does not begin with the project", d, index.Name, table.Name)
				}
			}
			for _, key := range table.ForeignKeys {
				target, own := key.RefTable.Name, key.Columns[0].Name == "project_id"
				if target != table.Name && target != "users" && !own {
					t.Errorf("%s: %s of %s can leave the project", d, key.Symbol, table.Name)
				}
			}
		}
		if owned < 17 {
			t.Errorf("%s: only %d tables belong to a project", d, owned)
		}
	}
}
