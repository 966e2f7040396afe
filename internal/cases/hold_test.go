package cases_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// On SQLite one writer waits for the other, so that there is nothing to see.
func TestALinkThatIsMadeWhileAnEndChangesIsPinnedToTheNewContent(t *testing.T) {
	s := storetest.Postgres(t)
	var last func()
	p := projecttest.New(t, s, cases.Suspect, cases.Adopt, cases.Trashed, func(context.Context, *ent.Client, []changes.Change) error {
		if act := last; act != nil {
			last = nil
			act()
		}
		return nil
	})
	w := &world{p, t, s}
	link := func(ctx context.Context, tx *ent.Client) error {
		_, err := cases.LinkCreate(ctx, tx, cases.LinkCreateInput{Requirement: w.required("R").ID, TestCase: w.tested("C").ID})
		return err
	}
	imported := func(ctx context.Context, tx *ent.Client) error {
		_, err := cases.Trace(ctx, tx, p.Project, []cases.LinkDraft{{Requirement: "R", Case: "C"}}, projecttest.Now)
		return err
	}
	revised := func() {
		is := w.required("R")
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			_, err := requirements.Revise(ctx, tx, requirements.ReviseInput{ID: is.ID, ExpectedVersion: is.Version, Text: to(is.Text + "x")})
			return err
		})
	}
	rewritten := func() { w.ok(w.revise("C", cases.ReviseInput{Title: to(w.tested("C").Title + "x")})) }
	require(p, requirements.Draft{Key: "R"})
	put(p, cases.Draft{Key: "C", Title: "c"})
	for name, c := range map[string]struct {
		table  string
		change func()
		link   func(ctx context.Context, tx *ent.Client) error
	}{
		"by a person, new requirement": {"requirements", revised, link},
		"by a person, new case":        {"test_cases", rewritten, link},
		"by an import, requirement":    {"requirements", revised, imported},
		"by an import, case":           {"test_cases", rewritten, imported},
		"with a new case": {"requirements", revised, func(ctx context.Context, tx *ent.Client) error {
			_, err := cases.Create(ctx, tx, cases.CreateInput{Project: "P", Title: "new", Requirements: w.Client.Requirement.Query().IDsX(w.Ctx)})
			return err
		}},
	} {
		t.Run(name, func(t *testing.T) {
			w.Write(func(ctx context.Context, tx *ent.Client) error {
				_, err := tx.TraceLink.Delete().Exec(ctx)
				return err
			})
			var linking sync.WaitGroup
			var failed error
			last = func() { // all reactions to the change have run, and it is not committed yet
				reached := make(chan struct{})
				var once sync.Once
				trace := func(statement string) {
					if strings.Contains(statement, "NO KEY UPDATE") && strings.Contains(statement, fmt.Sprintf("FROM %q", c.table)) {
						once.Do(func() { close(reached) })
					}
				}
				s.Statements.Trace.Store(&trace)
				linking.Go(func() {
					failed = p.Try(c.link)
					once.Do(func() { close(reached) })
				})
				<-reached
			}
			c.change()
			linking.Wait()
			s.Statements.Trace.Store(nil)
			w.ok(failed)
			one := w.Client.TraceLink.Query().WithRequirement().WithTestCase().OnlyX(w.Ctx)
			if one.State != tracelink.StateVALID || one.RequirementVersion != one.Edges.Requirement.ContentVersion || one.TestCaseVersion != one.Edges.TestCase.ContentVersion {
				t.Errorf("the link is %s for v%d and v%d, the ends are at v%d and v%d", one.State, one.RequirementVersion, one.TestCaseVersion,
					one.Edges.Requirement.ContentVersion, one.Edges.TestCase.ContentVersion)
			}
		})
	}
}

func TestAChangeBehindManyWithoutLinksIsSeen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		all := make([]requirements.Draft, 502)
		for i := range all {
			all[i] = requirements.Draft{Key: fmt.Sprintf("R-%d", i), Text: "old"}
		}
		require(w.Project, all...)
		put(w.Project, cases.Draft{Key: "C", Title: "c"})
		trace(w.Project, cases.LinkDraft{Requirement: "R-501", Case: "C"})
		for i := range all {
			all[i].Text = "new"
		}
		require(w.Project, all...)
		w.says("C", tracelink.StateSUSPECT, "requirement v1 → v2: TEXT", "REQUIREMENT.TEXT")
	})
}

func TestLinksOfSeveralProjectsAreRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		fan(w, 2)
		basis, test := w.elsewhere()
		w.ok(w.link(basis, test))
		foreign := w.Client.TraceLink.Query().Where(tracelink.RequirementID(basis)).OnlyX(w.Ctx)
		require(w.Project, requirements.Draft{Key: "A"})
		var refinement *ent.RequirementLink
		w.Write(func(ctx context.Context, tx *ent.Client) (err error) {
			refinement, err = requirements.LinkCreate(ctx, tx, requirements.LinkCreateInput{Child: w.required("A").ID, Parent: w.required("R").ID})
			return err
		})
		for name, links := range map[string][]requirements.LinkRef{
			"of one kind":   refs(w.linked("C0"), foreign),
			"of both kinds": append(refs(foreign), requirements.LinkRef{ID: refinement.ID, ExpectedVersion: 1}),
		} {
			for _, verb := range []func(context.Context, *ent.Client, requirements.LinksInput) ([]*ent.TraceLink, []*ent.RequirementLink, error){cases.Affirm, cases.Retire} {
				err := w.Try(func(ctx context.Context, tx *ent.Client) error {
					_, _, err := verb(ctx, tx, requirements.LinksInput{Links: links, Reason: "read"})
					return err
				})
				w.refused(err, fault.Invalid, "several projects")
				if paths(err) != "links" {
					t.Errorf("%s: at %s", name, paths(err))
				}
			}
		}
	})
}

func TestAnAutomationIDThatCannotBeLookedUpIsRefusedInWords(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		err := w.Try(func(ctx context.Context, tx *ent.Client) error {
			_, err := cases.Put(ctx, tx, w.Project.Project, []cases.Draft{{Key: "C", Title: "c", AutomationID: strings.Repeat("長", 334)}}, projecttest.Now)
			return err
		})
		w.refused(err, fault.Invalid, "C has 1002 bytes")
		if paths(err) != "automationId" {
			t.Errorf("at %s", paths(err))
		}
	})
}
