package requirements

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// ParentDraft says by keys under which requirement another one stands in the document.
type ParentDraft struct {
	Child, Parent string
	// Refines are requirements that the source says the child refines, wherever it stands.
	Refines []string
}

// SetParents puts requirements under others in document order and links each as refining its parent. A parent that is
// not there leaves the requirement where it stands; its link is kept as ORPHANED. One that moves no longer refines the parent
// that it stood under, unless the source or somebody says so. A circle is refused.
func SetParents(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []ParentDraft, now time.Time) (bulk.Outcome, error) {
	var outcome bulk.Outcome
	if len(drafts) == 0 {
		return outcome, nil
	}
	t, err := loadTree(ctx, tx, project, drafts)
	if err != nil {
		return outcome, err
	}
	refinements := make([]LinkDraft, len(drafts))
	moved := map[ident.ID]ParentDraft{}
	moves := map[move][]ident.ID{}
	var order []move
	for i, d := range drafts {
		refinements[i] = LinkDraft{Child: d.Child, Parent: d.Parent, Role: requirementlink.RoleREFINES, fromDocument: true}
		child, parent := t.byKey[d.Child], t.byKey[d.Parent]
		if child == nil || parent == nil || child == parent || t.parents[child.ID] == parent.ID {
			continue // the link below says what is missing
		}
		moved[child.ID] = d
		t.parents[child.ID], refinements[i].renewed = parent.ID, true
		isNew := child.CreatedAt.Equal(now)
		to := move{parent: parent.ID, isNew: isNew}
		if moves[to] == nil {
			order = append(order, to)
		}
		moves[to] = append(moves[to], child.ID)
		if !isNew {
			outcome.Updated++
		}
	}
	if err := t.refuseCircles(ctx, tx); err != nil {
		return outcome, err
	}
	for _, to := range order {
		update := tx.Requirement.Update().Where(bulk.IDs[predicate.Requirement](requirement.FieldID, moves[to])).
			SetParentID(to.parent).SetUpdatedAt(now)
		if !to.isNew {
			update.AddVersion(1)
		}
		if err := update.Exec(ctx); err != nil {
			return outcome, bulk.Explain(err, "requirement")
		}
	}
	left, err := t.leave(ctx, tx, moved)
	if err != nil {
		return outcome, err
	}
	outcome.Updated += left
	linked, err := Link(ctx, tx, project, refinements, now)
	outcome.Created += linked.Created
	outcome.Updated += linked.Updated
	outcome.Warnings = append(outcome.Warnings, linked.Warnings...)
	return outcome, err
}

// move gathers the requirements that get the same parent. One that was made in this very write keeps its version.
type move struct {
	parent ident.ID
	isNew  bool
}

// tree is the document order of a project.
type tree struct {
	byKey   map[string]*ent.Requirement
	parents map[ident.ID]ident.ID
}

func loadTree(ctx context.Context, tx *ent.Client, project *ent.Project, drafts []ParentDraft) (*tree, error) {
	t := &tree{byKey: map[string]*ent.Requirement{}, parents: map[ident.ID]ident.ID{}}
	for chunk := range slices.Chunk(drafts, bulk.Size) {
		var keys []string
		for _, d := range chunk {
			keys = append(append(keys, d.Child, d.Parent), d.Refines...)
		}
		if err := bulk.CheckText("parent", keys...); err != nil {
			return nil, err
		}
		all, err := tx.Requirement.Query().
			Where(requirement.ProjectID(project.ID), bulk.Texts[predicate.Requirement](requirement.FieldKey, keys)).
			Select(requirement.FieldID, requirement.FieldKey, requirement.FieldCreatedAt).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, one := range all {
			t.byKey[one.Key] = one
		}
	}
	placed, err := tx.Requirement.Query().Where(requirement.ProjectID(project.ID), requirement.ParentIDNotNil()).
		Select(requirement.FieldID, requirement.FieldParentID).All(ctx)
	for _, one := range placed {
		t.parents[one.ID] = *one.ParentID
	}
	return t, err
}

// refuseCircles finds a requirement that would stand under itself.
func (t *tree) refuseCircles(ctx context.Context, tx *ent.Client) error {
	done := map[ident.ID]bool{}
	for _, start := range slices.SortedFunc(maps.Keys(t.parents), func(a, b ident.ID) int { return slices.Compare(a[:], b[:]) }) {
		var path []ident.ID
		at, on := start, map[ident.ID]bool{}
		for !at.IsZero() && !done[at] && !on[at] {
			on[at] = true
			path = append(path, at)
			at = t.parents[at]
		}
		if on[at] {
			return circle(ctx, tx, path[slices.Index(path, at):])
		}
		for _, one := range path {
			done[one] = true
		}
	}
	return nil
}

func circle(ctx context.Context, tx *ent.Client, ids []ident.ID) error {
	found, err := tx.Requirement.LoadByIDs(ctx, ids)
	if err != nil {
		return err
	}
	const shown = 10
	var keys []string
	for _, id := range ids[:min(len(ids), shown)] {
		if one := found[id]; one != nil {
			keys = append(keys, one.Key)
		}
	}
	keys = append(keys, keys[0])
	return fault.New(fault.Invalid, "a requirement cannot stand under itself: %s", strings.Join(keys, " under ")).At("parent")
}
