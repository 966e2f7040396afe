package coverage_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/coverage"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// world is a small project as plain facts. Things are known by their place in its lists; none says that there is none.
type world struct {
	requirements []thing
	cases        []thing
	refinements  []join // from child to parent
	links        []join // from requirement to case
	builds       []int  // each the release that it belongs to
	executions   []execution
	defects      []thing
	caseDefects  []join // from defect to case
	execDefects  []join // from defect to execution
}

const none = -1

// A project of a world always has this many releases, cycles and environments.
const releases, cycles, environments = 2, 2, 2

// thing may be in the trash; a defect has a status.
type thing struct {
	trashed bool
	status  string
}

type join struct {
	from, to    int
	role, state string
}

type execution struct {
	of                        int
	status, scenario          string
	build, cycle, environment int
	at                        int // minutes after the start of the story
}

func (w *world) requirement() int { return put(&w.requirements, thing{}) }

func (w *world) build(release int) int { return put(&w.builds, release) }

func (w *world) defect(status string) int { return put(&w.defects, thing{status: status}) }

// refine adds a child of a requirement.
func (w *world) refine(parent int) int {
	child := w.requirement()
	w.refinements = append(w.refinements, join{child, parent, "REFINES", "VALID"})
	return child
}

// tested adds a case with a valid link from the requirement and an execution for each status, one after the other.
func (w *world) tested(requirement int, statuses ...string) int {
	return w.linked(requirement, "VERIFIES", "VALID", statuses...)
}

// linked adds a case with a link in some role and state.
func (w *world) linked(requirement int, role, state string, statuses ...string) int {
	made := put(&w.cases, thing{})
	w.links = append(w.links, join{requirement, made, role, state})
	for _, status := range statuses {
		w.executed(execution{of: made, status: status})
	}
	return made
}

// executed adds an execution a minute after the one before. What is zero means nowhere, so places count from 1 here.
func (w *world) executed(e execution) int {
	e.build, e.cycle, e.environment = e.build-1, e.cycle-1, e.environment-1
	if e.at == 0 {
		e.at = len(w.executions) + 1
	}
	return put(&w.executions, e)
}

func put[T any](list *[]T, one T) int {
	*list = append(*list, one)
	return len(*list) - 1
}

// answer shortens the tables of wanted answers.
func answer(status coverage.Status, cases, passed, failed, notRun, stale int) coverage.Answer {
	return coverage.Answer{Status: status, Cases: cases, Passed: passed, Failed: failed, NotRun: notRun, Stale: stale}
}

// fact is one sentence of the rule: a story about the requirement r, and what is answered for it.
type fact struct {
	name  string
	tell  func(w *world, r int)
	scope coverage.Scope
	want  coverage.Answer
}

// proveAll tells every story in a project of its own and asks about r. The simple model must agree with the wanted
// answer too, so that the property test is held to the same sentences.
func proveAll(t *testing.T, facts []fact) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		people.RaiseWalls(s.Client)
		hub, ctx := changes.NewHub(s), viewer.AsSystem(context.Background())
		for i, fact := range facts {
			t.Run(fact.name, func(t *testing.T) {
				w := &world{}
				r := w.requirement()
				fact.tell(w, r)
				l := save(ctx, t, hub, fmt.Sprintf("FACT%d", i), w)
				got, err := coverage.Of(ctx, s.Client, l.requirements[:1], fact.scope)
				if err != nil {
					t.Fatal(err)
				}
				if len(got) != 1 || got[l.requirements[r]] != fact.want {
					t.Errorf("got %+v, want %+v", got, fact.want)
				}
				if modelled := w.answer(r, fact.scope); modelled != fact.want {
					t.Errorf("the model of the property test says %+v, want %+v", modelled, fact.want)
				}
			})
		}
	})
}
