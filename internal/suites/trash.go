package suites

import (
	"context"
	"strconv"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/suite"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// Trash puts suites away, with the suites below them. The cases in them stay, and keep their places for a restoring.
func Trash(ctx context.Context, tx *ent.Client, in requirements.TrashInput) ([]*ent.Suite, error) {
	t, err := wood(ctx, tx, in)
	if err != nil {
		return nil, err
	}
	var all []ident.ID
	for i, id := range in.IDs {
		if t.live(id) == nil {
			return nil, absent("suite", "ids", strconv.Itoa(i))
		}
		for _, s := range t.below(id, func(child *ent.Suite) bool { return child.DeletedAt == nil }) {
			all = append(all, s.ID)
		}
	}
	err = tx.Suite.Update().Where(bulk.IDs[predicate.Suite](suite.FieldID, all)).
		SetDeletedAt(clock.Now(ctx)).AddVersion(1).Exec(ctx)
	return those(ctx, tx, in.IDs, err)
}

// Restore takes suites out of the trash, with the suites below them that went with them.
func Restore(ctx context.Context, tx *ent.Client, in requirements.TrashInput) ([]*ent.Suite, error) {
	t, err := wood(ctx, tx, in)
	if err != nil {
		return nil, err
	}
	back := map[ident.ID]bool{}
	for i, id := range in.IDs {
		root := t.suites[id]
		if root == nil || root.DeletedAt == nil {
			return nil, fault.New(fault.NotFound, "there is no such suite in the trash, or you may not see it").At("ids", strconv.Itoa(i))
		}
		for _, s := range t.below(id, func(child *ent.Suite) bool {
			return child.DeletedAt != nil && child.DeletedAt.Equal(*root.DeletedAt)
		}) {
			back[s.ID] = true
		}
	}
	all := make([]ident.ID, 0, len(back))
	for id := range back {
		all = append(all, id)
		t.suites[id].DeletedAt = nil
	}
	for i, id := range in.IDs {
		s := t.suites[id]
		if parent := t.suites[above(s)]; parent != nil && parent.DeletedAt != nil {
			return nil, fault.New(fault.Precondition, "the suite %s stands under %s, which is in the trash; restore that one first",
				s.Name, spell(t.path(parent.ID))).At("ids", strconv.Itoa(i))
		}
		if err := t.free(s.Name, above(s), id, "ids", strconv.Itoa(i)); err != nil {
			return nil, err
		}
		if t.depth(id) > MaxDepth {
			return nil, fault.New(fault.Precondition, "at most %d suites stand one in another; move the suites above %s first", MaxDepth, s.Name).
				At("ids", strconv.Itoa(i))
		}
	}
	err = tx.Suite.Update().Where(bulk.IDs[predicate.Suite](suite.FieldID, all)).
		ClearDeletedAt().AddVersion(1).Exec(people.IncludingTrash(ctx))
	return those(ctx, tx, in.IDs, err)
}

// depth is how deep the tree is along a suite.
func (t *tree) depth(id ident.ID) int { return len(t.path(id)) + t.height(id) - 1 }

// wood checks the input and reads the tree in which the suites stand; they lie in one project.
func wood(ctx context.Context, tx *ent.Client, in requirements.TrashInput) (*tree, error) {
	var check fault.Check
	list(&check, "ids", in.IDs)
	if in.Reason != nil && strings.TrimSpace(*in.Reason) != "" {
		check.Fail("suites take no comments; leave the reason out", "reason")
	}
	if err := check.Err(); err != nil {
		return nil, err
	}
	_, project, err := one(people.IncludingTrash(ctx), tx, in.IDs[0], "ids")
	if fault.Is(err, fault.NotFound) {
		return nil, absent("suite", "ids", "0")
	}
	if err != nil {
		return nil, err
	}
	return grow(ctx, tx, project)
}

// those reads suites after they were written, in the given order.
func those(ctx context.Context, tx *ent.Client, ids []ident.ID, err error) ([]*ent.Suite, error) {
	if err != nil {
		return nil, bulk.Explain(err, "suite")
	}
	found, err := tx.Suite.LoadByIDs(people.IncludingTrash(ctx), ids)
	all := make([]*ent.Suite, len(ids))
	for i, id := range ids {
		all[i] = found[id]
	}
	return all, err
}
