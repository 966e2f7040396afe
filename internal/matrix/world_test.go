package matrix_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
)

var start = time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)

// world is a project as plain facts. Things are known by their place in its lists.
type world struct {
	requirements []thing
	cases        []thing
	refinements  [][2]int // from child to parent
	links        []link
}

// thing is a requirement, which has a position, or a case, which has a latest outcome.
type thing struct {
	key, title, outcome string
	position            int
	trashed             bool
}

type link struct {
	requirement, testCase int
	role, state           string
}

// saved is a world in a database.
type saved struct {
	project             ident.ID
	requirements, cases []ident.ID
}

// save puts a world into a project of its own.
func save(ctx context.Context, t testing.TB, hub *changes.Hub, key string, w *world) *saved {
	t.Helper()
	s := &saved{requirements: made(ident.Requirement, len(w.requirements)), cases: made(ident.TestCase, len(w.cases))}
	err := hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
		project, err := tx.Project.Create().SetKey(key).SetName(key).Save(ctx)
		if err != nil {
			return err
		}
		s.project = project.ID
		return s.fill(ctx, tx, w)
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *saved) fill(ctx context.Context, tx *ent.Client, w *world) error {
	var requirements []*ent.RequirementCreate
	for i, one := range w.requirements {
		requirements = append(requirements, tx.Requirement.Create().SetID(s.requirements[i]).SetProjectID(s.project).
			SetKey(one.key).SetTitle(one.title).SetPosition(one.position).SetNillableDeletedAt(gone(one)))
	}
	var cases []*ent.TestCaseCreate
	var executions []*ent.ExecutionCreate
	for i, one := range w.cases {
		cases = append(cases, tx.TestCase.Create().SetID(s.cases[i]).SetProjectID(s.project).
			SetKey(one.key).SetTitle(one.title).SetNillableDeletedAt(gone(one)))
		if one.outcome != "" {
			executions = append(executions, tx.Execution.Create().SetProjectID(s.project).SetTestCaseID(s.cases[i]).SetTestCaseVersion(1).
				SetStatus(execution.Status(one.outcome)).SetFingerprint(one.key).SetExecutedAt(start))
		}
	}
	var refinements []*ent.RequirementLinkCreate
	for _, one := range w.refinements {
		refinements = append(refinements, tx.RequirementLink.Create().SetProjectID(s.project).
			SetChildID(s.requirements[one[0]]).SetParentID(s.requirements[one[1]]))
	}
	var links []*ent.TraceLinkCreate
	for _, one := range w.links {
		links = append(links, tx.TraceLink.Create().SetProjectID(s.project).SetRole(tracelink.Role(one.role)).SetState(tracelink.State(one.state)).
			SetRequirementID(s.requirements[one.requirement]).SetTestCaseID(s.cases[one.testCase]))
	}
	return firstOf(
		portions(requirements, func(some []*ent.RequirementCreate) error { return tx.Requirement.CreateBulk(some...).Exec(ctx) }),
		portions(cases, func(some []*ent.TestCaseCreate) error { return tx.TestCase.CreateBulk(some...).Exec(ctx) }),
		portions(executions, func(some []*ent.ExecutionCreate) error { return tx.Execution.CreateBulk(some...).Exec(ctx) }),
		portions(refinements, func(some []*ent.RequirementLinkCreate) error { return tx.RequirementLink.CreateBulk(some...).Exec(ctx) }),
		portions(links, func(some []*ent.TraceLinkCreate) error { return tx.TraceLink.CreateBulk(some...).Exec(ctx) }),
	)
}

func firstOf(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// portions makes many at once, as many as both databases take.
func portions[T any](all []T, save func([]T) error) func() error {
	return func() error {
		for from := 0; from < len(all); from += 500 {
			if err := save(all[from:min(len(all), from+500)]); err != nil {
				return err
			}
		}
		return nil
	}
}

func made(kind ident.Kind, n int) []ident.ID {
	all := make([]ident.ID, n)
	for i := range all {
		all[i] = ident.New(kind)
	}
	return all
}

func gone(one thing) *time.Time {
	if !one.trashed {
		return nil
	}
	return &start
}

// square is a world of so many requirements and cases, in which each requirement is linked to the three cases nearest to it.
func square(size int) *world {
	w := &world{}
	for i := range size {
		w.requirements = append(w.requirements, thing{key: fmt.Sprintf("R-%05d", i), title: "Requirement", position: i + 1})
		w.cases = append(w.cases, thing{key: fmt.Sprintf("C-%05d", i), title: "Case", outcome: []string{"PASSED", "FAILED", ""}[i%3]})
		for j := range min(3, size) {
			w.links = append(w.links, link{i, (i + j) % size, "VERIFIES", "VALID"})
		}
	}
	return w
}
