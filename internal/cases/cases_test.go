package cases_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func put(p *projecttest.Project, drafts ...cases.Draft) (outcome bulk.Outcome) {
	p.Write(func(ctx context.Context, tx *ent.Client) (err error) {
		outcome, err = cases.Put(ctx, tx, p.Project, drafts, projecttest.Now)
		return err
	})
	return outcome
}

func trace(p *projecttest.Project, drafts ...cases.LinkDraft) (outcome bulk.Outcome) {
	p.Write(func(ctx context.Context, tx *ent.Client) (err error) {
		outcome, err = cases.Trace(ctx, tx, p.Project, drafts, projecttest.Now)
		return err
	})
	return outcome
}

func require(p *projecttest.Project, drafts ...requirements.Draft) {
	p.Write(func(ctx context.Context, tx *ent.Client) error {
		_, err := requirements.Put(ctx, tx, p.Project, drafts, projecttest.Now)
		return err
	})
}

func TestOnlyContentMakesAVersion(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s)
		steps := []schema.Step{{Action: "open the valve", Expected: "it flows"}}
		for _, d := range []cases.Draft{
			{Key: "C", Title: "flow", Steps: steps},
			{Key: "C", Title: "flow", Steps: steps},
			{Key: "C", Title: "flow", Steps: steps, Priority: testcase.PriorityP1, Aliases: []string{"a.b"}},
			{Key: "C", Title: "flow", Steps: append(steps, schema.Step{Action: "close it"})},
		} {
			put(p, d)
		}
		one := p.Client.TestCase.Query().WithVersions().OnlyX(p.Ctx)
		if one.ContentVersion != 2 || one.Version != 3 || len(one.Edges.Versions) != 2 || *one.Priority != testcase.PriorityP1 ||
			one.Type != testcase.TypeMANUAL || len(one.Aliases) != 1 {
			t.Errorf("got %+v", one)
		}
	})
}

func TestAnOrphanIsAdoptedByAnyNameOfItsCaseAndOnlyOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s, cases.Suspect, cases.Adopt)
		require(p, requirements.Draft{Key: "R"})
		trace(p, cases.LinkDraft{Requirement: "R", Case: "auto.c"}, cases.LinkDraft{Requirement: "R", Case: "old.c"})
		put(p, cases.Draft{Key: "C", Title: "c", AutomationID: "auto.c", Aliases: []string{"old.c"}})
		states := map[tracelink.State]int{}
		for _, one := range p.Client.TraceLink.Query().AllX(p.Ctx) {
			states[one.State]++
		}
		if states[tracelink.StateVALID] != 1 || states[tracelink.StateCLOSED] != 1 || len(states) != 2 {
			t.Errorf("the links are %v", states)
		}
		if again := trace(p, cases.LinkDraft{Requirement: "R", Case: "C"}); again.Created != 0 || again.Unchanged != 1 {
			t.Errorf("the same link again: %+v", again)
		}
	})
}

func TestALinkMadeForTheNewContentIsNotSuspect(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s, cases.Suspect, cases.Adopt)
		require(p, requirements.Draft{Key: "R", Text: "old"})
		put(p, cases.Draft{Key: "C1", Title: "1"}, cases.Draft{Key: "C2", Title: "2"})
		trace(p, cases.LinkDraft{Requirement: "R", Case: "C1"})
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			if _, err := requirements.Put(ctx, tx, p.Project, []requirements.Draft{{Key: "R", Text: "new"}}, projecttest.Now); err != nil {
				return err
			}
			_, err := cases.Trace(ctx, tx, p.Project, []cases.LinkDraft{{Requirement: "R", Case: "C2"}}, projecttest.Now)
			return err
		})
		for key, want := range map[string]tracelink.State{"C1": tracelink.StateSUSPECT, "C2": tracelink.StateVALID} {
			if got := p.Client.TraceLink.Query().Where(tracelink.HasTestCaseWith(testcase.Key(key))).OnlyX(p.Ctx).State; got != want {
				t.Errorf("the link to %s is %s, want %s", key, got, want)
			}
		}
		put(p, cases.Draft{Key: "C2", Title: "two"})
		if got := p.Client.TraceLink.Query().Where(tracelink.HasTestCaseWith(testcase.Key("C2"))).OnlyX(p.Ctx); got.State != tracelink.StateSUSPECT {
			t.Errorf("after the case changed its link is %s", got.State)
		}
	})
}

func TestAnOrphanIsJoinedByARepeatedStatement(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s) // without the reaction, as after a restore from the trash
		put(p, cases.Draft{Key: "C", Title: "c"})
		draft := cases.LinkDraft{Requirement: "R", Case: "C"}
		trace(p, draft)
		require(p, requirements.Draft{Key: "R", Text: "old"})
		require(p, requirements.Draft{Key: "R", Text: "new"})
		if got := trace(p, draft); got.Updated != 1 || got.Created != 0 || len(got.Warnings) != 0 {
			t.Errorf("got %+v", got)
		}
		one := p.Client.TraceLink.Query().OnlyX(p.Ctx)
		if one.State != tracelink.StateVALID || one.RequirementVersion != 2 || one.UnresolvedKey != "" || one.Reason != "" || one.Version != 2 {
			t.Errorf("the link: %+v", one)
		}
		if got := trace(p, draft); got.Unchanged != 1 || got.Updated != 0 {
			t.Errorf("once more: %+v", got)
		}
	})
}

func TestAnOrphanIsAdoptedWhenItsCaseGetsTheName(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := projecttest.New(t, s, cases.Adopt)
		require(p, requirements.Draft{Key: "R"})
		put(p, cases.Draft{Key: "A", Title: "a"}, cases.Draft{Key: "B", Title: "b"})
		trace(p, cases.LinkDraft{Requirement: "R", Case: "auto.a"}, cases.LinkDraft{Requirement: "R", Case: "old.b"})
		put(p, cases.Draft{Key: "A", Title: "a", AutomationID: "auto.a"}, cases.Draft{Key: "B", Title: "b", Aliases: []string{"old.b"}})
		if n := p.Client.TraceLink.Query().Where(tracelink.StateEQ(tracelink.StateVALID)).CountX(p.Ctx); n != 2 {
			t.Errorf("%d links are VALID, want 2", n)
		}
	})
}
