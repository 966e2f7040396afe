package requirements_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// many calls a verb on links.
func many(p *projecttest.Project, verb func(context.Context, *ent.Client, []requirements.LinkRef, string) ([]*ent.RequirementLink, error), reason string, refs ...requirements.LinkRef) ([]*ent.RequirementLink, error) {
	return do(p, func(ctx context.Context, tx *ent.Client, refs []requirements.LinkRef) ([]*ent.RequirementLink, error) {
		return verb(ctx, tx, refs, reason)
	}, refs)
}

func TestAnAffirmedLinkHoldsForThePresentVersions(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		created(t, p, "A", "B", "C")
		first, second := linked(t, p, "B", "A"), linked(t, p, "C", "A")
		revise(t, p, "A", requirements.ReviseInput{Text: ptr("x")})
		revise(t, p, "B", requirements.ReviseInput{Text: ptr("x")})
		got, err := many(p, requirements.AffirmLinks, "read both", requirements.LinkRef{ID: second.ID, ExpectedVersion: 2}, requirements.LinkRef{ID: first.ID, ExpectedVersion: 3})
		if err != nil {
			t.Fatal(err)
		}
		one := got[1]
		if got[0].ID != second.ID || one.State != requirementlink.StateVALID || one.ParentVersion != 2 || one.ChildVersion != 2 || got[0].ChildVersion != 1 ||
			len(one.ChangedFields) != 0 || one.Reason != "read both" || one.AffirmedByID == nil || !one.AffirmedAt.Equal(projecttest.Now) || one.Version != 4 {
			t.Errorf("affirmed: %+v", one)
		}
		if got, err = many(p, requirements.RetireLinks, "split up", requirements.LinkRef{ID: first.ID, ExpectedVersion: 4}); err != nil || got[0].State != requirementlink.StateCLOSED || got[0].Reason != "split up" {
			t.Errorf("retired: %v, %v", got, err)
		}
		again := linked(t, p, "B", "A")
		if again.ID == first.ID {
			t.Error("a retired link came back")
		}
	})
}

func TestOneBadLinkRefusesAllAndIsNamed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		created(t, p, "A", "B", "C", "D")
		ref := func(one *ent.RequirementLink, version int) requirements.LinkRef {
			return requirements.LinkRef{ID: one.ID, ExpectedVersion: version}
		}
		good, ended := linked(t, p, "B", "A"), linked(t, p, "C", "A")
		if _, err := many(p, requirements.RetireLinks, "ends", ref(ended, 1)); err != nil {
			t.Fatal(err)
		}
		unknown := requirements.LinkRef{ID: ident.New(ident.RequirementLink), ExpectedVersion: 1}
		for name, c := range map[string]struct {
			refs   []requirements.LinkRef
			reason string
			code   fault.Code
			fields string
		}{
			"none, and no reason":    {nil, " ", fault.Invalid, "reason links"},
			"too many":               {make([]requirements.LinkRef, 1001), "x", fault.Invalid, "links"},
			"the same twice":         {[]requirements.LinkRef{ref(good, 1), ref(good, 1)}, "x", fault.Invalid, "links.1.id"},
			"an unknown one":         {[]requirements.LinkRef{ref(good, 1), unknown}, "x", fault.NotFound, "links.1.id"},
			"an old state":           {[]requirements.LinkRef{ref(good, 7)}, "x", fault.Conflict, "links.0.expectedVersion"},
			"a retired one":          {[]requirements.LinkRef{ref(good, 1), ref(ended, 2)}, "x", fault.Precondition, "links.1.id"},
			"several that are wrong": {[]requirements.LinkRef{unknown, ref(good, 1), ref(ended, 1)}, "x", fault.NotFound, "links.0.id links.2.expectedVersion links.2.id"},
		} {
			_, err := many(p, requirements.AffirmLinks, c.reason, c.refs...)
			refused(t, name, err, c.code, c.fields)
		}
		if got := p.Client.RequirementLink.GetX(p.Ctx, good.ID); got.AffirmedAt != nil || got.Version != 1 {
			t.Errorf("the good one was affirmed: %+v", got)
		}
		a, b := get(p, "A").ID, get(p, "B").ID
		for name, c := range map[string]struct {
			in     requirements.LinkCreateInput
			code   fault.Code
			fields string
		}{
			"to itself":       {requirements.LinkCreateInput{Child: a, Parent: a}, fault.Invalid, "parent"},
			"there already":   {requirements.LinkCreateInput{Child: b, Parent: a}, fault.Conflict, "parent"},
			"no child":        {requirements.LinkCreateInput{Child: ident.New(ident.Requirement), Parent: a}, fault.NotFound, "child"},
			"no parent":       {requirements.LinkCreateInput{Child: a, Parent: ident.New(ident.Requirement)}, fault.NotFound, "parent"},
			"an unknown role": {requirements.LinkCreateInput{Child: a, Parent: b, Role: ptr(requirementlink.Role("X"))}, fault.Invalid, "role"},
		} {
			_, err := do(p, requirements.LinkCreate, c.in)
			refused(t, name, err, c.code, c.fields)
		}
	})
}
