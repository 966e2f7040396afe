package requirements_test

import (
	"context"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/lifecycle"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/projecttest"
	"github.com/asterism-qa/asterism/internal/requirements"
	"github.com/asterism-qa/asterism/internal/store"
	"github.com/asterism-qa/asterism/internal/store/storetest"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// each calls every verb about one requirement and one link, with what each wants to be told.
func each(p *projecttest.Project, one *ent.Requirement, parent ident.ID, link *ent.RequirementLink) map[string]error {
	id, note := one.ID, ptr("x")
	all := map[string]error{}
	for name, verb := range verbs {
		_, all[name] = do(p, verb, lifecycle.Input{ID: id, ExpectedVersion: one.Version, Note: note})
	}
	_, all["restore version"] = do(p, requirements.RestoreVersion, requirements.RestoreVersionInput{ID: id, ExpectedVersion: one.Version, Number: 1})
	_, all["move"] = do(p, requirements.Move, requirements.MoveInput{ID: id, ExpectedVersion: one.Version})
	_, all["trash"] = do(p, requirements.Trash, requirements.TrashInput{IDs: []ident.ID{id}})
	_, all["restore"] = do(p, requirements.Restore, requirements.TrashInput{IDs: []ident.ID{id}})
	_, all["link"] = do(p, requirements.LinkCreate, requirements.LinkCreateInput{Child: id, Parent: parent})
	_, all["affirm"] = many(p, requirements.AffirmLinks, "x", requirements.LinkRef{ID: link.ID, ExpectedVersion: link.Version})
	_, all["retire"] = many(p, requirements.RetireLinks, "x", requirements.LinkRef{ID: link.ID, ExpectedVersion: link.Version})
	return all
}

func TestATesterChangesNoRequirementAndAStrangerSeesNone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		created(t, p, "A", "B")
		link := linked(t, p, "B", "A")
		testing, _ := member(t, p, "tester", membership.RoleTESTER)
		for name, err := range each(as(p, testing), get(p, "B"), get(p, "A").ID, link) {
			if !fault.Is(err, fault.Denied) {
				t.Errorf("%s by a tester: %v", name, err)
			}
		}
		var stranger ident.ID
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			stranger = tx.User.Create().SetLogin("stranger").SetName("A stranger").SaveX(ctx).ID
			return nil
		})
		outside := viewer.With(p.Ctx, viewer.Viewer{User: stranger})
		for name, err := range each(as(p, outside), get(p, "B"), get(p, "A").ID, link) {
			if !fault.Is(err, fault.NotFound) {
				t.Errorf("%s by a stranger: %v", name, err)
			}
		}
		for who, ctx := range map[fault.Code]context.Context{fault.Denied: testing, fault.NotFound: outside} {
			if _, err := do(as(p, ctx), requirements.Create, requirements.CreateInput{Project: "P", Title: "x"}); !fault.Is(err, who) {
				t.Errorf("create: %v", err)
			}
		}
	})
}

func TestWhatLiesInAnotherProjectIsNotFound(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := project(t, s)
		created(t, p, "A", "B")
		var other *ent.Requirement // in a project that the viewer administers too
		p.Write(func(ctx context.Context, tx *ent.Client) error {
			_, err := projects.Create(ctx, tx, "Q", "Project Q", "")
			return err
		})
		other = must(t, p, requirements.Create, requirements.CreateInput{Project: "Q", Title: "elsewhere"})
		a, b := get(p, "A"), get(p, "B")
		_, err := do(p, requirements.Create, requirements.CreateInput{Project: "P", Title: "x", Parent: &other.ID})
		refused(t, "create", err, fault.NotFound, "parent")
		_, err = do(p, requirements.Move, requirements.MoveInput{ID: a.ID, ExpectedVersion: 1, Parent: &other.ID})
		refused(t, "move", err, fault.NotFound, "parent")
		_, err = do(p, requirements.LinkCreate, requirements.LinkCreateInput{Child: a.ID, Parent: other.ID})
		refused(t, "link", err, fault.NotFound, "parent")
		_, err = do(p, requirements.Trash, requirements.TrashInput{IDs: []ident.ID{a.ID, b.ID, other.ID}})
		refused(t, "trash", err, fault.Invalid, "ids.2")
		if n := p.Client.Requirement.Query().Where(requirement.DeletedAtIsNil()).CountX(p.Ctx); n != 3 {
			t.Errorf("%d requirements are in use, want 3", n)
		}
	})
}
