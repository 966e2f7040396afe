package suites

import (
	"context"
	"slices"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/suite"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects"
)

// tree is every suite of a project, those in the trash included.
type tree struct {
	suites   map[ident.ID]*ent.Suite
	children map[ident.ID][]*ent.Suite // in their order; those at the top under the zero id
}

// grow reads the tree of a project and keeps others from changing its shape until the transaction ends.
func grow(ctx context.Context, tx *ent.Client, project *ent.Project) (*tree, error) {
	if err := projects.LockForImport(ctx, tx, project); err != nil {
		return nil, err
	}
	all, err := tx.Suite.Query().Where(suite.ProjectID(project.ID)).
		Order(ent.Asc(suite.FieldPosition, suite.FieldID)).All(people.IncludingTrash(ctx))
	t := &tree{suites: make(map[ident.ID]*ent.Suite, len(all)), children: map[ident.ID][]*ent.Suite{}}
	for _, s := range all {
		t.add(s)
	}
	return t, err
}

func (t *tree) add(s *ent.Suite) {
	t.suites[s.ID] = s
	t.children[above(s)] = append(t.children[above(s)], s)
}

// above is the id of the parent; the zero id at the top.
func above(s *ent.Suite) ident.ID {
	if s.ParentID == nil {
		return ident.ID{}
	}
	return *s.ParentID
}

// live finds a suite that is not in the trash.
func (t *tree) live(id ident.ID) *ent.Suite {
	if s := t.suites[id]; s != nil && s.DeletedAt == nil {
		return s
	}
	return nil
}

// siblings are the suites under a parent that are not in the trash, in their order, without one of them.
func (t *tree) siblings(parent, without ident.ID) []*ent.Suite {
	return slices.DeleteFunc(slices.Clone(t.children[parent]), func(s *ent.Suite) bool {
		return s.DeletedAt != nil || s.ID == without
	})
}

// parent finds the parent that an input names; the zero id when it names none.
func (t *tree) parent(id *ident.ID) (ident.ID, error) {
	if id == nil {
		return ident.ID{}, nil
	}
	if t.live(*id) == nil {
		return ident.ID{}, absent("suite", "parent")
	}
	return *id, nil
}

// path are the suites from the top down to this one.
func (t *tree) path(id ident.ID) []*ent.Suite {
	var path []*ent.Suite
	for s := t.suites[id]; s != nil && len(path) <= len(t.suites); s = t.suites[above(s)] {
		path = append(path, s)
	}
	slices.Reverse(path)
	return path
}

// spell writes a path for people.
func spell(path []*ent.Suite) string {
	names := make([]string, len(path))
	for i, s := range path {
		names[i] = s.Name
	}
	return strings.Join(names, " / ")
}

// below are the suites under one, itself first; into tells which children are entered.
func (t *tree) below(id ident.ID, into func(*ent.Suite) bool) []*ent.Suite {
	found := []*ent.Suite{t.suites[id]}
	for at := 0; at < len(found); at++ {
		for _, child := range t.children[found[at].ID] {
			if into(child) {
				found = append(found, child)
			}
		}
	}
	return found
}

// height is how many suites stand one in another from this one on.
func (t *tree) height(id ident.ID) int {
	deepest := 0
	for _, child := range t.siblings(id, ident.ID{}) {
		deepest = max(deepest, t.height(child.ID))
	}
	return 1 + deepest
}

// free refuses a name that another suite under the parent has.
func (t *tree) free(name string, parent, without ident.ID, path ...string) error {
	for _, s := range t.siblings(parent, without) {
		if s.Name == name {
			where := "at the top"
			if above := t.path(parent); len(above) > 0 {
				where = "under " + spell(above)
			}
			return fault.New(fault.Conflict, "there is already a suite %s %s; choose another name", name, where).At(path...)
		}
	}
	return nil
}

// fits refuses a tree that is too deep for people to find their way.
func (t *tree) fits(parent ident.ID, height int) error {
	if len(t.path(parent))+height > MaxDepth {
		return fault.New(fault.Invalid, "at most %d suites stand one in another; choose a parent further up", MaxDepth).At("parent")
	}
	return nil
}
