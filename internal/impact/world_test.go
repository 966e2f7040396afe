package impact_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defectlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

var start = time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)

// world is a small project as plain facts: its things by the names that a test gives them, and the links between them.
type world struct {
	names  []string
	things map[string]*thing
	links  []*link
}

type thing struct {
	name    string
	id      ident.ID
	trashed bool
	// release is the one in which a requirement is to be delivered; empty when there is none.
	release string
	// of, environment, scenario and at tell of an execution.
	of, environment, scenario string
	at                        int
}

// link joins two things; from is the child, the requirement or the defect, whichever the link has.
type link struct {
	id             ident.ID
	kind           ident.Kind
	from, to, role string
	state          string
}

// kinds are told by the first letter of a name.
var kinds = map[byte]ident.Kind{
	'R': ident.Requirement, 'C': ident.TestCase, 'X': ident.Execution, 'D': ident.Defect, 'V': ident.Release, 'E': ident.Environment,
}

func (w *world) thing(name string) *thing {
	if is := w.things[name]; is != nil {
		return is
	}
	if w.things == nil {
		w.things = map[string]*thing{}
	}
	made := &thing{name: name, id: ident.New(kinds[name[0]])}
	w.names, w.things[name] = append(w.names, name), made
	return made
}

// id is that of a thing that is there.
func (w *world) id(name string) ident.ID { return w.things[name].id }

// refine, trace and flaw add links of the three kinds; the empty name is a missing end.
func (w *world) refine(child, parent, role, state string) {
	w.link(ident.RequirementLink, child, parent, role, state)
}
func (w *world) trace(requirement, testCase, state string) {
	w.link(ident.TraceLink, requirement, testCase, "VERIFIES", state)
}
func (w *world) flaw(defect, to, state string) { w.link(ident.DefectLink, defect, to, "", state) }

func (w *world) link(kind ident.Kind, from, to, role, state string) {
	for _, name := range []string{from, to} {
		if name != "" {
			w.thing(name)
		}
	}
	w.links = append(w.links, &link{ident.New(kind), kind, from, to, role, state})
}

// executed adds an execution; the empty environment is one of its own.
func (w *world) executed(name, of, environment, scenario string, at int) {
	w.thing(of)
	if environment != "" {
		w.thing(environment)
	}
	x := w.thing(name)
	x.of, x.environment, x.scenario, x.at = of, environment, scenario, at
}

// hall holds worlds in one database with its walls raised.
type hall struct {
	*store.Store
	hub *changes.Hub
	ctx context.Context
}

func open(s *store.Store) *hall {
	people.RaiseWalls(s.Client)
	return &hall{s, changes.NewHub(s), viewer.AsSystem(context.Background())}
}

func eachHall(t *testing.T, test func(t *testing.T, h *hall)) {
	storetest.Each(t, func(t *testing.T, s *store.Store) { test(t, open(s)) })
}

// save puts a world into a project of its own.
func (h *hall) save(t testing.TB, key string, w *world) (project ident.ID) {
	t.Helper()
	err := h.hub.Write(h.ctx, func(ctx context.Context, tx *ent.Client) error {
		made, err := tx.Project.Create().SetKey(key).SetName(key).Save(ctx)
		if err != nil {
			return err
		}
		project = made.ID
		for _, kind := range []ident.Kind{ident.Release, ident.Environment, ident.Requirement, ident.TestCase, ident.Execution, ident.Defect} {
			var all []*thing
			for _, name := range w.names {
				if one := w.things[name]; one.id.Kind() == kind {
					all = append(all, one)
				}
			}
			for chunk := range slices.Chunk(all, 500) {
				if err := w.write(ctx, tx, project, kind, chunk); err != nil {
					return err
				}
			}
		}
		for chunk := range slices.Chunk(w.links, 500) {
			if err := w.writeLinks(ctx, tx, project, chunk); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return project
}

func (w *world) write(ctx context.Context, tx *ent.Client, project ident.ID, kind ident.Kind, all []*thing) error {
	switch kind {
	case ident.Release:
		return tx.Release.MapCreateBulk(all, func(c *ent.ReleaseCreate, i int) {
			c.SetID(all[i].id).SetProjectID(project).SetKey(all[i].name).SetName("Release")
		}).Exec(ctx)
	case ident.Environment:
		return tx.Environment.MapCreateBulk(all, func(c *ent.EnvironmentCreate, i int) {
			c.SetID(all[i].id).SetProjectID(project).SetKey(all[i].name).SetName("Environment")
		}).Exec(ctx)
	case ident.Requirement:
		return tx.Requirement.MapCreateBulk(all, func(c *ent.RequirementCreate, i int) {
			c.SetID(all[i].id).SetProjectID(project).SetKey(all[i].name).SetTitle("").SetNillableDeletedAt(trash(all[i])).
				SetNillableReleaseID(w.maybe(all[i].release))
		}).Exec(ctx)
	case ident.TestCase:
		return tx.TestCase.MapCreateBulk(all, func(c *ent.TestCaseCreate, i int) {
			c.SetID(all[i].id).SetProjectID(project).SetKey(all[i].name).SetTitle("").SetNillableDeletedAt(trash(all[i]))
		}).Exec(ctx)
	case ident.Execution:
		return tx.Execution.MapCreateBulk(all, func(c *ent.ExecutionCreate, i int) {
			x := all[i]
			c.SetID(x.id).SetProjectID(project).SetTestCaseID(w.id(x.of)).SetTestCaseVersion(1).SetStatus(execution.StatusPASSED).
				SetScenario(x.scenario).SetFingerprint(x.name).SetExecutedAt(start.Add(time.Duration(x.at) * time.Minute)).
				SetNillableEnvironmentID(w.maybe(x.environment))
		}).Exec(ctx)
	}
	return tx.Defect.MapCreateBulk(all, func(c *ent.DefectCreate, i int) {
		c.SetID(all[i].id).SetProjectID(project).SetKey(all[i].name).SetTitle("Flaw").SetNillableDeletedAt(trash(all[i]))
	}).Exec(ctx)
}

func (w *world) writeLinks(ctx context.Context, tx *ent.Client, project ident.ID, all []*link) error {
	var refinements []*ent.RequirementLinkCreate
	var traces []*ent.TraceLinkCreate
	var flaws []*ent.DefectLinkCreate
	for _, l := range all {
		from, to := w.maybe(l.from), w.maybe(l.to)
		switch l.kind {
		case ident.RequirementLink:
			refinements = append(refinements, tx.RequirementLink.Create().SetID(l.id).SetProjectID(project).
				SetRole(requirementlink.Role(l.role)).SetState(requirementlink.State(l.state)).SetNillableChildID(from).SetNillableParentID(to))
		case ident.TraceLink:
			traces = append(traces, tx.TraceLink.Create().SetID(l.id).SetProjectID(project).SetRole(tracelink.Role(l.role)).
				SetState(tracelink.State(l.state)).SetNillableRequirementID(from).SetNillableTestCaseID(to))
		default:
			made := tx.DefectLink.Create().SetID(l.id).SetProjectID(project).SetState(defectlink.State(l.state)).SetNillableDefectID(from)
			switch kinds[(l.to + " ")[0]] {
			case ident.Requirement:
				made.SetRequirementID(*to)
			case ident.TestCase:
				made.SetTestCaseID(*to)
			case ident.Execution:
				made.SetExecutionID(*to)
			}
			flaws = append(flaws, made)
		}
	}
	if err := tx.RequirementLink.CreateBulk(refinements...).Exec(ctx); err != nil {
		return fmt.Errorf("refinements: %w", err)
	}
	if err := tx.TraceLink.CreateBulk(traces...).Exec(ctx); err != nil {
		return fmt.Errorf("traces: %w", err)
	}
	if err := tx.DefectLink.CreateBulk(flaws...).Exec(ctx); err != nil {
		return fmt.Errorf("defects: %w", err)
	}
	return nil
}

// maybe is the id of a thing, or nil for the empty name.
func (w *world) maybe(name string) *ident.ID {
	if name == "" {
		return nil
	}
	id := w.id(name)
	return &id
}

func trash(one *thing) *time.Time {
	if one.trashed {
		return &start
	}
	return nil
}
