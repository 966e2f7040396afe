package coverage_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	outcome "github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
)

var start = time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)

// loaded is a world in a database: the ids of its things by their place.
type loaded struct {
	project                             ident.ID
	requirements, cases, execs, defects []ident.ID
	releases, builds, cycles, envs      []ident.ID
}

// save puts a world into the database, in one write.
func save(ctx context.Context, t testing.TB, hub *changes.Hub, key string, w *world) (l *loaded) {
	t.Helper()
	err := hub.Write(ctx, func(ctx context.Context, tx *ent.Client) (err error) {
		l, err = load(ctx, tx, key, w)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// load puts a world into a project of its own.
func load(ctx context.Context, tx *ent.Client, key string, w *world) (*loaded, error) {
	project, err := tx.Project.Create().SetKey(key).SetName(key).Save(ctx)
	if err != nil {
		return nil, err
	}
	l := &loaded{
		project: project.ID, requirements: ids(ident.Requirement, len(w.requirements)), cases: ids(ident.TestCase, len(w.cases)),
		execs: ids(ident.Execution, len(w.executions)), defects: ids(ident.Defect, len(w.defects)), releases: ids(ident.Release, releases),
		builds: ids(ident.Build, len(w.builds)), cycles: ids(ident.TestCycle, cycles), envs: ids(ident.Environment, environments),
	}
	for _, step := range []func(context.Context, *ent.Client, *world) error{l.places, l.things, l.joins, l.executed, l.flaws} {
		if err := step(ctx, tx, w); err != nil {
			return nil, err
		}
	}
	return l, nil
}

func (l *loaded) places(ctx context.Context, tx *ent.Client, w *world) error {
	err := bulk(releases, func(i int) *ent.ReleaseCreate {
		return tx.Release.Create().SetID(l.releases[i]).SetProjectID(l.project).SetKey(key("REL", i)).SetName("Release")
	}, func(c []*ent.ReleaseCreate) error { return tx.Release.CreateBulk(c...).Exec(ctx) })
	if err != nil {
		return err
	}
	err = bulk(len(w.builds), func(i int) *ent.BuildCreate {
		return tx.Build.Create().SetID(l.builds[i]).SetProjectID(l.project).SetKey(key("B", i)).SetName("Build").
			SetNillableReleaseID(at(l.releases, w.builds[i]))
	}, func(c []*ent.BuildCreate) error { return tx.Build.CreateBulk(c...).Exec(ctx) })
	if err != nil {
		return err
	}
	err = bulk(cycles, func(i int) *ent.TestCycleCreate {
		return tx.TestCycle.Create().SetID(l.cycles[i]).SetProjectID(l.project).SetKey(key("CY", i)).SetName("Cycle")
	}, func(c []*ent.TestCycleCreate) error { return tx.TestCycle.CreateBulk(c...).Exec(ctx) })
	if err != nil {
		return err
	}
	return bulk(environments, func(i int) *ent.EnvironmentCreate {
		return tx.Environment.Create().SetID(l.envs[i]).SetProjectID(l.project).SetKey(key("E", i)).SetName("Environment")
	}, func(c []*ent.EnvironmentCreate) error { return tx.Environment.CreateBulk(c...).Exec(ctx) })
}

func (l *loaded) things(ctx context.Context, tx *ent.Client, w *world) error {
	err := bulk(len(w.requirements), func(i int) *ent.RequirementCreate {
		return tx.Requirement.Create().SetID(l.requirements[i]).SetProjectID(l.project).SetKey(key("R", i)).SetTitle("").
			SetNillableDeletedAt(trash(w.requirements[i]))
	}, func(c []*ent.RequirementCreate) error { return tx.Requirement.CreateBulk(c...).Exec(ctx) })
	if err != nil {
		return err
	}
	return bulk(len(w.cases), func(i int) *ent.TestCaseCreate {
		return tx.TestCase.Create().SetID(l.cases[i]).SetProjectID(l.project).SetKey(key("C", i)).SetTitle("").
			SetNillableDeletedAt(trash(w.cases[i]))
	}, func(c []*ent.TestCaseCreate) error { return tx.TestCase.CreateBulk(c...).Exec(ctx) })
}

func (l *loaded) joins(ctx context.Context, tx *ent.Client, w *world) error {
	err := bulk(len(w.refinements), func(i int) *ent.RequirementLinkCreate {
		j := w.refinements[i]
		return tx.RequirementLink.Create().SetProjectID(l.project).SetRole(requirementlink.Role(j.role)).
			SetState(requirementlink.State(j.state)).
			SetNillableChildID(at(l.requirements, j.from)).SetNillableParentID(at(l.requirements, j.to))
	}, func(c []*ent.RequirementLinkCreate) error { return tx.RequirementLink.CreateBulk(c...).Exec(ctx) })
	if err != nil {
		return err
	}
	return bulk(len(w.links), func(i int) *ent.TraceLinkCreate {
		j := w.links[i]
		return tx.TraceLink.Create().SetProjectID(l.project).SetRole(tracelink.Role(j.role)).SetState(tracelink.State(j.state)).
			SetNillableRequirementID(at(l.requirements, j.from)).SetNillableTestCaseID(at(l.cases, j.to))
	}, func(c []*ent.TraceLinkCreate) error { return tx.TraceLink.CreateBulk(c...).Exec(ctx) })
}

func (l *loaded) executed(ctx context.Context, tx *ent.Client, w *world) error {
	return bulk(len(w.executions), func(i int) *ent.ExecutionCreate {
		e := w.executions[i]
		return tx.Execution.Create().SetID(l.execs[i]).SetProjectID(l.project).SetTestCaseID(l.cases[e.of]).SetTestCaseVersion(1).
			SetStatus(outcome.Status(e.status)).SetScenario(e.scenario).SetFingerprint(key("F", i)).
			SetExecutedAt(start.Add(time.Duration(e.at) * time.Minute)).SetNillableBuildID(at(l.builds, e.build)).
			SetNillableCycleID(at(l.cycles, e.cycle)).SetNillableEnvironmentID(at(l.envs, e.environment))
	}, func(c []*ent.ExecutionCreate) error { return tx.Execution.CreateBulk(c...).Exec(ctx) })
}

func (l *loaded) flaws(ctx context.Context, tx *ent.Client, w *world) error {
	err := bulk(len(w.defects), func(i int) *ent.DefectCreate {
		return tx.Defect.Create().SetID(l.defects[i]).SetProjectID(l.project).SetKey(key("D", i)).SetTitle("Flaw").
			SetStatus(defect.Status(w.defects[i].status)).SetNillableDeletedAt(trash(w.defects[i]))
	}, func(c []*ent.DefectCreate) error { return tx.Defect.CreateBulk(c...).Exec(ctx) })
	if err != nil {
		return err
	}
	all := append(append([]join{}, w.caseDefects...), w.execDefects...)
	return bulk(len(all), func(i int) *ent.DefectLinkCreate {
		j := all[i]
		made := tx.DefectLink.Create().SetProjectID(l.project).SetState(defectlink.State(j.state)).
			SetNillableDefectID(at(l.defects, j.from))
		if i < len(w.caseDefects) {
			return made.SetTestCaseID(l.cases[j.to])
		}
		return made.SetExecutionID(l.execs[j.to])
	}, func(c []*ent.DefectLinkCreate) error { return tx.DefectLink.CreateBulk(c...).Exec(ctx) })
}

// bulk makes many at once, in portions that both databases take.
func bulk[T any](n int, one func(int) T, save func([]T) error) error {
	const portion = 500
	for from := 0; from < n; from += portion {
		var made []T
		for i := from; i < min(n, from+portion); i++ {
			made = append(made, one(i))
		}
		if err := save(made); err != nil {
			return err
		}
	}
	return nil
}

func ids(kind ident.Kind, n int) []ident.ID {
	made := make([]ident.ID, n)
	for i := range made {
		made[i] = ident.New(kind)
	}
	return made
}

func key(prefix string, i int) string { return fmt.Sprintf("%s-%d", prefix, i+1) }

func at(ids []ident.ID, i int) *ident.ID {
	if i == none {
		return nil
	}
	return &ids[i]
}

func trash(t thing) *time.Time {
	if !t.trashed {
		return nil
	}
	return &start
}
