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

// carry puts requirements into the trash or takes them out, by their keys.
func carry(t *testing.T, p *projecttest.Project, verb func(context.Context, *ent.Client, requirements.TrashInput) ([]*ent.Requirement, error), keys ...string) []*ent.Requirement {
	t.Helper()
	in := requirements.TrashInput{Reason: ptr("tidying up")}
	for _, key := range keys {
		in.IDs = append(in.IDs, get(p, key).ID)
	}
	return must(t, p, verb, in)
}

func TestLinksWaitWhileAnEndIsInTheTrash(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		created(t, p, "A", "B", "C")
		link, other := linked(t, p, "B", "A"), linked(t, p, "C", "B")
		revise(t, p, "C", requirements.ReviseInput{Text: ptr("x")})
		suspect := spelled(p, other.ID)
		for _, step := range []struct {
			verb        func(context.Context, *ent.Client, requirements.TrashInput) ([]*ent.Requirement, error)
			keys        []string
			link, other string
		}{
			{requirements.Trash, []string{"A"}, "ORPHANED [] A is in the trash", suspect},
			{requirements.Trash, []string{"A", "B"}, "ORPHANED [] B and A are in the trash", "ORPHANED [] B is in the trash"},
			{requirements.Restore, []string{"A"}, "ORPHANED [] B is in the trash", "ORPHANED [] B is in the trash"},
			{requirements.Restore, []string{"A", "B"}, "VALID []", suspect},
		} {
			for i, one := range carry(t, p, step.verb, step.keys...) {
				if one.Key != step.keys[i] {
					t.Errorf("%v came as %s", step.keys, one.Key)
				}
			}
			if got := spelled(p, link.ID); got != step.link {
				t.Errorf("%v: %s, want %s", step.keys, got, step.link)
			}
			if got := spelled(p, other.ID); got != step.other {
				t.Errorf("%v: %s, want %s", step.keys, got, step.other)
			}
		}
		if is := get(p, "A"); is.DeletedAt != nil || is.Version != 3 {
			t.Errorf("A came back as %+v", is)
		}
		if n := p.Client.Comment.Query().CountX(p.Ctx); n != 4 {
			t.Errorf("%d reasons are kept, want 4", n)
		}
	})
}

func TestALinkThatWasStatedWhileItsEndWasInTheTrashGetsItOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		created(t, p, "A", "B", "C")
		linked(t, p, "B", "A")
		carry(t, p, requirements.Trash, "A")
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			_, err := requirements.Link(ctx, tx, p.Project, []requirements.LinkDraft{{Child: "B", Parent: "A"}, {Child: "C", Parent: "A"}}, projecttest.Now)
			return err
		})
		carry(t, p, requirements.Restore, "A")
		states := map[requirementlink.State]int{}
		for _, one := range p.Client.RequirementLink.Query().AllX(p.Ctx) {
			states[one.State]++
			if one.UnresolvedKey != "" || one.ParentID == nil {
				t.Errorf("it waits still: %+v", one)
			}
		}
		if states[requirementlink.StateVALID] != 2 || states[requirementlink.StateCLOSED] != 1 {
			t.Errorf("links: %v", states)
		}
	})
}

func TestOneUnknownRequirementKeepsAllOutOfTheTrash(t *testing.T) {
	p := project(t, storetest.SQLite(t))
	created(t, p, "A")
	a := get(p, "A").ID
	for name, c := range map[string]struct {
		ids    []ident.ID
		code   fault.Code
		fields string
	}{
		"none":       {nil, fault.Invalid, "ids"},
		"twice":      {[]ident.ID{a, a}, fault.Invalid, "ids.1"},
		"an unknown": {[]ident.ID{a, ident.New(ident.Requirement)}, fault.NotFound, "ids.1"},
	} {
		_, err := do(p, requirements.Trash, requirements.TrashInput{IDs: c.ids})
		refused(t, name, err, c.code, c.fields)
	}
	if get(p, "A").DeletedAt != nil {
		t.Error("it is in the trash")
	}
}
