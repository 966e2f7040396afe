package requirements_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// revise changes a requirement by its key.
func revise(t *testing.T, p *projecttest.Project, key string, in requirements.ReviseInput) {
	t.Helper()
	is := get(p, key)
	in.ID, in.ExpectedVersion = is.ID, is.Version
	must(t, p, requirements.Revise, in)
}

// linked links by keys.
func linked(t *testing.T, p *projecttest.Project, child, parent string) *ent.RequirementLink {
	t.Helper()
	return must(t, p, requirements.LinkCreate, requirements.LinkCreateInput{Child: get(p, child).ID, Parent: get(p, parent).ID})
}

// spelled tells a link as in "SUSPECT [PARENT.TEXT] parent v1 → v2: TEXT".
func spelled(p *projecttest.Project, id ident.ID) string {
	one := p.Client.RequirementLink.GetX(p.Ctx, id)
	return strings.TrimSpace(fmt.Sprintf("%s %v %s", one.State, one.ChangedFields, one.Reason))
}

func TestALinkSaysWhatHasChangedSinceItWasMade(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		created(t, p, "A", "B", "C")
		link, other := linked(t, p, "B", "A"), linked(t, p, "C", "B")
		for _, step := range []struct {
			key  string
			in   requirements.ReviseInput
			want string
		}{
			{"C", requirements.ReviseInput{Title: ptr("x")}, "VALID []"},
			{"A", requirements.ReviseInput{Text: ptr("x"), Criticality: ptr(requirement.CriticalityMAJOR)}, "SUSPECT [PARENT.TEXT PARENT.CRITICALITY] parent v1 → v2: TEXT, CRITICALITY"},
			{"B", requirements.ReviseInput{Title: ptr("x")}, "SUSPECT [CHILD.TITLE PARENT.TEXT PARENT.CRITICALITY] child v1 → v2: TITLE; parent v1 → v2: TEXT, CRITICALITY"},
			{"A", requirements.ReviseInput{Text: ptr("")}, "SUSPECT [CHILD.TITLE PARENT.CRITICALITY] child v1 → v2: TITLE; parent v1 → v3: CRITICALITY"},
			{"A", requirements.ReviseInput{Criticality: ptr(requirement.CriticalityUNDEFINED)}, "SUSPECT [CHILD.TITLE] child v1 → v2: TITLE"},
			{"B", requirements.ReviseInput{Title: ptr("B")}, "SUSPECT [] nothing that counts differs any more; affirm it"},
		} {
			revise(t, p, step.key, step.in)
			if got := spelled(p, link.ID); got != step.want {
				t.Errorf("after %s: %s, want %s", step.key, got, step.want)
			}
		}
		if got := p.Client.RequirementLink.GetX(p.Ctx, link.ID); got.Version != 6 || got.ParentVersion != 1 || got.ChildVersion != 1 {
			t.Errorf("the link: %+v", got)
		}
		if got := spelled(p, other.ID); !strings.HasPrefix(got, "SUSPECT [CHILD.TITLE]") {
			t.Errorf("the other: %s", got)
		}
	})
}

func TestOnlyFieldsThatCountInTheProjectMakeALinkSuspect(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		created(t, p, "A", "B")
		link := linked(t, p, "B", "A")
		must(t, p, projects.Configure, projects.ConfigureInput{Project: "P", ExpectedVersion: 1, RequirementFieldsThatCount: []string{"TEXT", "ATTRIBUTES"}})
		revise(t, p, "A", requirements.ReviseInput{Title: ptr("x"), Type: ptr("x")})
		if got := p.Client.RequirementLink.GetX(p.Ctx, link.ID); got.State != requirementlink.StateVALID || got.ParentVersion != 1 || got.Version != 1 {
			t.Errorf("after a field that does not count: %+v", got)
		}
		revise(t, p, "A", requirements.ReviseInput{Attributes: []projects.Attribute{{Name: "a", Value: "1"}}})
		if got := spelled(p, link.ID); got != "SUSPECT [PARENT.ATTRIBUTES] parent v1 → v3: ATTRIBUTES" {
			t.Errorf("after a field that counts: %s", got)
		}
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			id := get(p, "A").ID
			changed, err := requirements.ChangedSince(ctx, tx, requirements.Pins{id: {1, 2, 3, 7}})
			if got := fmt.Sprint(changed[id][1], changed[id][2], changed[id][3], changed[id][7]); got != "[ATTRIBUTES] [ATTRIBUTES] [] []" {
				t.Errorf("changed since 1, 2, 3 and 7: %s", got)
			}
			return err
		})
	})
}

func TestStatementsDoNotGrowWithTheLinksOfARequirement(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		took := map[string][]int64{}
		count := func(what string, act func()) {
			before := s.Statements.Count()
			act()
			took[what] = append(took[what], s.Statements.Count()-before)
		}
		for i, many := range []int{2, 600} {
			hub := fmt.Sprintf("HUB%d", i)
			drafts, links := []requirements.Draft{{Key: hub}}, []requirements.LinkDraft{}
			for n := range many {
				key := fmt.Sprintf("L%d-%d", i, n)
				drafts = append(drafts, requirements.Draft{Key: key})
				links = append(links, requirements.LinkDraft{Child: key, Parent: hub}, requirements.LinkDraft{Child: key, Parent: "LATE" + hub})
			}
			put(t, p, drafts...)
			p.Write(func(ctx context.Context, tx *ent.Client) error {
				_, err := requirements.Link(ctx, tx, p.Project, links, projecttest.Now)
				return err
			})
			id := get(p, hub).ID
			count("revise", func() { revise(t, p, hub, requirements.ReviseInput{Text: ptr("new")}) })
			refs := func() (refs []requirements.LinkRef) {
				for _, one := range p.Client.RequirementLink.Query().Where(requirementlink.ParentID(id)).AllX(p.Ctx) {
					refs = append(refs, requirements.LinkRef{ID: one.ID, ExpectedVersion: one.Version})
				}
				return refs
			}
			if n := p.Client.RequirementLink.Query().Where(requirementlink.StateEQ(requirementlink.StateSUSPECT)).CountX(p.Ctx); n != many {
				t.Errorf("%d links are suspect, want %d", n, many)
			}
			all := refs()
			count("affirm", func() {
				p.Write(func(ctx context.Context, tx *ent.Client) error {
					_, err := requirements.AffirmLinks(ctx, tx, all, "read it")
					return err
				})
			})
			count("trash", func() { must(t, p, requirements.Trash, requirements.TrashInput{IDs: []ident.ID{id}}) })
			count("restore", func() { must(t, p, requirements.Restore, requirements.TrashInput{IDs: []ident.ID{id}}) })
			all = refs()
			count("retire", func() {
				p.Write(func(ctx context.Context, tx *ent.Client) error {
					_, err := requirements.RetireLinks(ctx, tx, all, "not any more")
					return err
				})
			})
			count("adopt", func() { created(t, p, "LATE"+hub) })
			if n := p.Client.RequirementLink.Query().Where(requirementlink.ParentID(get(p, "LATE"+hub).ID), requirementlink.StateEQ(requirementlink.StateVALID)).CountX(p.Ctx); n != many {
				t.Errorf("%d links got their end, want %d", n, many)
			}
		}
		for what, counts := range took {
			if len(slices.Compact(counts)) != 1 {
				t.Errorf("%s takes %v statements", what, counts)
			}
		}
	})
}
