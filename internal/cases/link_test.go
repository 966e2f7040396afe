package cases_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/tracelink"
	"github.com/asterism-qa/asterism/internal/cases"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

func (w *world) link(basis, test ident.ID) error {
	return w.Try(func(ctx context.Context, tx *ent.Client) error {
		_, err := cases.LinkCreate(ctx, tx, cases.LinkCreateInput{Requirement: basis, TestCase: test})
		return err
	})
}

func refs(links ...*ent.TraceLink) []requirements.LinkRef {
	all := make([]requirements.LinkRef, len(links))
	for i, one := range links {
		all[i] = requirements.LinkRef{ID: one.ID, ExpectedVersion: one.Version}
	}
	return all
}

type decision = func(context.Context, *ent.Client, []requirements.LinkRef, string) ([]*ent.TraceLink, error)

func (w *world) decide(verb decision, reason string, links ...*ent.TraceLink) error {
	return w.Try(func(ctx context.Context, tx *ent.Client) error {
		_, err := verb(ctx, tx, refs(links...), reason)
		return err
	})
}

func TestALinkIsMadeOnceForThePresentVersions(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		require(w.Project, requirements.Draft{Key: "R", Text: "old"})
		require(w.Project, requirements.Draft{Key: "R", Text: "new"})
		put(w.Project, cases.Draft{Key: "C", Title: "c"})
		basis, test := w.required("R").ID, w.tested("C").ID
		w.ok(w.link(basis, test))
		one := w.linked("C")
		if one.State != tracelink.StateVALID || one.Role != tracelink.RoleVERIFIES || one.RequirementVersion != 2 || one.TestCaseVersion != 1 {
			t.Errorf("the link: %+v", one)
		}
		w.refused(w.link(basis, test), fault.Conflict, "R is linked to C as VERIFIES already", one.ID.String())
		w.ok(w.decide(cases.RetireLinks, "no evidence", one))
		w.ok(w.link(basis, test))
		if n := w.Client.TraceLink.Query().Where(tracelink.StateEQ(tracelink.StateVALID)).CountX(w.Ctx); n != 1 {
			t.Errorf("%d links hold after a new one, want 1", n)
		}
		err := w.link(ident.New(ident.Requirement), ident.New(ident.TestCase))
		if paths(err) != "requirement testCase" {
			t.Errorf("two ends that are not: %v", err)
		}
		_, err = w.trashing(cases.Trash, test)
		w.ok(err)
		w.refused(w.link(basis, test), fault.NotFound, "no such test case")
	})
}

func TestAnAffirmedLinkIsPinnedAnew(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		fan(w, 2)
		require(w.Project, requirements.Draft{Key: "R", Text: "1"})
		w.ok(w.revise("C0", cases.ReviseInput{Title: to("d")}))
		first, second := w.linked("C0"), w.linked("C1")
		var got []*ent.TraceLink
		w.Write(func(ctx context.Context, tx *ent.Client) (err error) {
			got, err = cases.AffirmLinks(ctx, tx, refs(second, first), "read both")
			return err
		})
		for i, want := range []struct {
			id               ident.ID
			content, version int
		}{{second.ID, 1, 3}, {first.ID, 2, 4}} {
			one := got[i]
			if one.ID != want.id || one.State != tracelink.StateVALID || one.RequirementVersion != 2 || one.TestCaseVersion != want.content || one.Version != want.version ||
				one.ChangedFields != nil || one.Reason != "read both" || *one.AffirmedByID != w.user() || one.AffirmedAt == nil {
				t.Errorf("affirmed: %+v", one)
			}
		}
		require(w.Project, requirements.Draft{Key: "R", Text: "2"})
		w.says("C0", tracelink.StateSUSPECT, "requirement v2 → v3: TEXT", "REQUIREMENT.TEXT")
	})
}

func TestOneBadLinkRefusesAllAndIsNamed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		fan(w, 3)
		trace(w.Project, cases.LinkDraft{Requirement: "R", Case: "gone"})
		waiting := w.Client.TraceLink.Query().Where(tracelink.UnresolvedKey("gone")).OnlyX(w.Ctx)
		a, b, c := w.linked("C0"), w.linked("C1"), w.linked("C2")
		w.ok(w.decide(cases.RetireLinks, "ends", c))
		c = w.linked("C2")
		stale := *b
		stale.Version = 9
		absent := &ent.TraceLink{ID: ident.New(ident.TraceLink), Version: 1}
		err := w.decide(cases.AffirmLinks, "read", a, &stale, absent, waiting, c)
		if paths(err) != "links.1.expectedVersion links.2.id links.3.id links.4.id" {
			t.Errorf("got %q: %v", paths(err), err)
		}
		for i, want := range []fault.Code{fault.Conflict, fault.NotFound, fault.Precondition, fault.Precondition} {
			if one := fault.All(err)[i]; one.Code != want {
				t.Errorf("%v is %s, want %s", one.Field, one.Code, want)
			}
		}
		if !strings.Contains(err.Error(), "R – C1") || !strings.Contains(err.Error(), "R – gone is ORPHANED") || !strings.Contains(err.Error(), "linkRetire") {
			t.Errorf("it says %v", err)
		}
		if w.linked("C0").Version != 1 {
			t.Error("a good link was affirmed beside bad ones")
		}
		for name, err := range map[string]error{
			"reason":     w.decide(cases.AffirmLinks, "  ", a),
			"links":      w.decide(cases.AffirmLinks, "read"),
			"links.1.id": w.decide(cases.AffirmLinks, "read", a, a),
		} {
			if paths(err) != name {
				t.Errorf("%s: %v", name, err)
			}
		}
		w.ok(w.decide(cases.RetireLinks, "never came", waiting))
		w.refused(w.as("tester", membership.RoleTESTER).decide(cases.AffirmLinks, "read", a), fault.Denied, "EDITOR")
	})
}

func TestAffirmingManyLinksTakesNoMoreStatementsThanOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		fan(w, 501)
		require(w.Project, requirements.Draft{Key: "R", Text: "1"})
		all := w.Client.TraceLink.Query().Order(ent.Asc(tracelink.FieldID)).AllX(w.Ctx)
		var took []int
		for _, some := range [][]*ent.TraceLink{all[:1], all[1:]} {
			before := s.Statements.Count()
			w.ok(w.decide(cases.AffirmLinks, "read", some...))
			took = append(took, int(s.Statements.Count()-before))
		}
		if took[0] != took[1] {
			t.Errorf("one link takes %d statements and 500 take %d", took[0], took[1])
		}
		if n := w.Client.TraceLink.Query().Where(tracelink.StateEQ(tracelink.StateVALID), tracelink.RequirementVersion(2)).CountX(w.Ctx); n != 501 {
			t.Errorf("%d are VALID for the present version, want 501", n)
		}
	})
}

func TestLinksOfBothKindsAreDecidedTogether(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		w := newWorld(t, s)
		fan(w, 2)
		require(w.Project, requirements.Draft{Key: "A"}, requirements.Draft{Key: "B"})
		w.Write(func(ctx context.Context, tx *ent.Client) error {
			_, err := requirements.LinkCreate(ctx, tx, requirements.LinkCreateInput{Child: w.required("A").ID, Parent: w.required("B").ID})
			return err
		})
		refinement := func() requirements.LinkRef {
			one := w.Client.RequirementLink.Query().OnlyX(w.Ctx)
			return requirements.LinkRef{ID: one.ID, ExpectedVersion: one.Version}
		}
		decide := func(verb func(context.Context, *ent.Client, requirements.LinksInput) ([]*ent.TraceLink, []*ent.RequirementLink, error), in requirements.LinksInput) (shape string, err error) {
			err = w.Try(func(ctx context.Context, tx *ent.Client) error {
				traced, refined, err := verb(ctx, tx, in)
				for _, one := range traced {
					shape += string(one.State) + " "
				}
				for _, one := range refined {
					shape += "and " + string(one.State)
				}
				return err
			})
			return shape, err
		}
		mixed := func() []requirements.LinkRef {
			return slices.Insert(refs(w.linked("C0"), w.linked("C1")), 1, refinement())
		}
		if got, err := decide(cases.Affirm, requirements.LinksInput{Links: mixed(), Reason: "read"}); err != nil || got != "VALID VALID and VALID" {
			t.Errorf("affirmed: %q, %v", got, err)
		}
		bad := mixed()
		bad[1].ExpectedVersion, bad[2].ExpectedVersion = 77, 78
		bad = slices.Insert(bad, 2, requirements.LinkRef{ID: ident.New(ident.RequirementLink)})
		if _, err := decide(cases.Affirm, requirements.LinksInput{Links: bad, Reason: "read"}); paths(err) != "links.1.expectedVersion links.2.id links.3.expectedVersion" {
			t.Errorf("bad ones: %q, %v", paths(err), err)
		}
		strange := append(mixed(), requirements.LinkRef{ID: w.tested("C0").ID})
		_, err := decide(cases.Retire, requirements.LinksInput{Links: strange, Reason: "read"})
		w.refused(err, fault.Invalid, w.tested("C0").ID.String(), "link_", "reql_")
		if paths(err) != "links.3.id" {
			t.Errorf("a strange one: %v", err)
		}
		if _, err := decide(cases.Retire, requirements.LinksInput{Links: mixed()}); paths(err) != "reason" {
			t.Errorf("without a reason: %v", err)
		}
		if got, err := decide(cases.Retire, requirements.LinksInput{Links: mixed(), Reason: "read"}); err != nil || got != "CLOSED CLOSED and CLOSED" {
			t.Errorf("retired: %q, %v", got, err)
		}
	})
}
