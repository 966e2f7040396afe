package requirements_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// document spells the order of a project, each requirement with its parent, as in "A B<A".
func document(p *projecttest.Project) string {
	var all []string
	for _, one := range p.Client.Requirement.Query().WithParent().Order(ent.Asc(requirement.FieldPosition)).AllX(p.Ctx) {
		spelled := one.Key
		if one.Edges.Parent != nil {
			spelled += "<" + one.Edges.Parent.Key
		}
		all = append(all, spelled)
	}
	return strings.Join(all, " ")
}

// refines spells the open refinements of a requirement; a stated one has a star.
func refines(p *projecttest.Project, key string) string {
	var all []string
	for _, one := range p.Client.RequirementLink.Query().Where(requirementlink.StateNEQ(requirementlink.StateCLOSED),
		requirementlink.HasChildWith(requirement.Key(key))).WithParent().AllX(p.Ctx) {
		spelled := one.Edges.Parent.Key
		if !one.FromDocument {
			spelled += "*"
		}
		all = append(all, spelled)
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// place moves by keys; an empty one stands for none.
func place(p *projecttest.Project, key, parent, before string) (*ent.Requirement, error) {
	is := get(p, key)
	in := requirements.MoveInput{ID: is.ID, ExpectedVersion: is.Version}
	if parent != "" {
		in.Parent = &get(p, parent).ID
	}
	if before != "" {
		in.Before = &get(p, before).ID
	}
	return do(p, requirements.Move, in)
}

func TestARequirementMovesWithAllThatStandsUnderIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		created(t, p, "A", "B", "C")
		for _, child := range []string{"A1", "A2"} {
			must(t, p, requirements.Create, requirements.CreateInput{Project: "P", Key: &child, Title: child, Parent: &get(p, "A").ID})
		}
		if got := document(p); got != "A A1<A A2<A B C" {
			t.Fatalf("written down as %s", got)
		}
		if n := p.Client.Requirement.Query().Where(requirement.VersionNEQ(1)).CountX(p.Ctx); n != 0 {
			t.Errorf("%d requirements have another version because others came", n)
		}
		for _, step := range []struct{ key, parent, before, want string }{
			{"A", "", "C", "B A A1<A A2<A C"},
			{"A2", "A", "A1", "B A A2<A A1<A C"},
			{"B", "A", "", "A A2<A A1<A B<A C"},
			{"C", "A2", "", "A A2<A C<A2 A1<A B<A"},
			{"A2", "", "", "A A1<A B<A A2 C<A2"},
			{"A2", "", "", "A A1<A B<A A2 C<A2"},
			{"A2", "A", "A1", "A A2<A C<A2 A1<A B<A"},
		} {
			if _, err := place(p, step.key, step.parent, step.before); err != nil {
				t.Fatal(err)
			}
			if got := document(p); got != step.want {
				t.Errorf("%s under %q before %q: %s, want %s", step.key, step.parent, step.before, got, step.want)
			}
		}
		for name, c := range map[string]struct {
			key, parent, before string
			fields              string
		}{
			"under itself":       {"A", "A", "", "parent"},
			"under its own part": {"A", "C", "", "parent"},
			"before itself":      {"A", "", "A", "before"},
			"before one that stands elsewhere, under its own part": {"A", "C", "B", "parent before"},
		} {
			_, err := place(p, c.key, c.parent, c.before)
			refused(t, name, err, fault.Invalid, c.fields)
		}
		is := get(p, "A")
		_, err := do(p, requirements.Move, requirements.MoveInput{ID: is.ID, ExpectedVersion: is.Version, Parent: ptr(ident.New(ident.Requirement)), Before: ptr(ident.New(ident.Requirement))})
		refused(t, "places that are not there", err, fault.NotFound, "parent before")
		_, err = do(p, requirements.Move, requirements.MoveInput{ID: is.ID, ExpectedVersion: 99})
		refused(t, "an old state", err, fault.Conflict, "expectedVersion")
	})
}

func TestTheRefinementThatTheDocumentSaysMovesAndWhatPeopleStatedStays(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		created(t, p, "A", "B", "C", "X")
		must(t, p, requirements.LinkCreate, requirements.LinkCreateInput{Child: get(p, "X").ID, Parent: get(p, "C").ID})
		for _, step := range []struct{ parent, want string }{
			{"A", "A C*"}, {"B", "B C*"}, {"C", "C*"}, {"", "C*"}, {"A", "A C*"},
		} {
			if _, err := place(p, "X", step.parent, ""); err != nil {
				t.Fatal(err)
			}
			if got := refines(p, "X"); got != step.want {
				t.Errorf("under %q it refines %s, want %s", step.parent, got, step.want)
			}
		}
		// Stating what the document says makes it stay.
		must(t, p, requirements.LinkCreate, requirements.LinkCreateInput{Child: get(p, "X").ID, Parent: get(p, "A").ID})
		if _, err := place(p, "X", "B", ""); err != nil {
			t.Fatal(err)
		}
		if got := refines(p, "X"); got != "A* B C*" {
			t.Errorf("it refines %s", got)
		}
	})
}

func TestAnImportThatMovesKeepsWhatWasStatedEarlier(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		put(t, p, requirements.Draft{Key: "A"}, requirements.Draft{Key: "B"}, requirements.Draft{Key: "C"}, requirements.Draft{Key: "X"})
		under := func(parent string, stated ...requirements.LinkDraft) {
			p.Write(func(ctx context.Context, tx *ent.Client) error {
				_, err := requirements.SetParents(ctx, tx, p.Project, []requirements.ParentDraft{{Child: "X", Parent: parent}}, projecttest.Now)
				if err == nil {
					_, err = requirements.Link(ctx, tx, p.Project, stated, projecttest.Now)
				}
				return err
			})
		}
		under("A", requirements.LinkDraft{Child: "X", Parent: "A"})
		under("B")
		if got := refines(p, "X"); got != "A* B" {
			t.Errorf("it refines %s", got)
		}
		under("C")
		if got := refines(p, "X"); got != "A* C" {
			t.Errorf("it refines %s", got)
		}
	})
}
