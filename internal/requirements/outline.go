package requirements

import (
	"context"
	"maps"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// outline is the document order of a whole project, the trash included, as it stands there again after a restore.
type outline struct {
	order    []*ent.Requirement
	children map[ident.ID][]ident.ID
}

func loadOutline(ctx context.Context, tx *ent.Client, project *ent.Project) (*outline, error) {
	all, err := tx.Requirement.Query().Where(requirement.ProjectID(project.ID)).
		Order(ent.Asc(requirement.FieldPosition, requirement.FieldID)).
		Select(requirement.FieldID, requirement.FieldKey, requirement.FieldPosition, requirement.FieldParentID).
		All(includingTrash(ctx))
	o := &outline{order: all, children: map[ident.ID][]ident.ID{}}
	for _, one := range all {
		if one.ParentID != nil {
			o.children[*one.ParentID] = append(o.children[*one.ParentID], one.ID)
		}
	}
	return o, err
}

// branch is a requirement with all that stands under it, at any depth.
func (o *outline) branch(id ident.ID) map[ident.ID]bool {
	found := map[ident.ID]bool{id: true}
	for next := []ident.ID{id}; len(next) > 0; next = next[1:] {
		for _, child := range o.children[next[0]] {
			if !found[child] {
				found[child] = true
				next = append(next, child)
			}
		}
	}
	return found
}

// place says which requirements get another position when one goes, with its branch, in front of another, or else to the
// end of a parent's branch, or else of the document.
func (o *outline) place(moved ident.ID, parent, before *ident.ID) map[ident.ID]int {
	branch := o.branch(moved)
	var block, rest []ident.ID
	for _, one := range o.order {
		switch {
		case one.ID == moved:
			block = slices.Insert(block, 0, one.ID)
		case branch[one.ID]:
			block = append(block, one.ID)
		default:
			rest = append(rest, one.ID)
		}
	}
	at := len(rest)
	switch {
	case before != nil:
		at = slices.Index(rest, *before)
	case parent != nil:
		above := o.branch(*parent)
		for at > 0 && !above[rest[at-1]] {
			at--
		}
	}
	positions, number := map[ident.ID]int{}, map[ident.ID]int{}
	for i, id := range slices.Insert(rest, at, block...) {
		number[id] = i + 1
	}
	for _, one := range o.order {
		if one.Position != number[one.ID] {
			positions[one.ID] = number[one.ID]
		}
	}
	return positions
}

// arrange gives a new requirement its place and shifts the others, all in one statement.
func arrange(ctx context.Context, tx *ent.Client, project *ent.Project, moved *ent.Requirement, parent, before *ident.ID) error {
	o, err := loadOutline(ctx, tx, project)
	if err != nil {
		return err
	}
	return shift(ctx, tx, o.place(moved.ID, parent, before))
}

// shift moves requirements to other positions so that one among them gets its place. An editor of those need not know:
// nothing but their positions changes.
func shift(ctx context.Context, tx *ent.Client, positions map[ident.ID]int) error {
	if len(positions) == 0 {
		return nil
	}
	err := tx.Requirement.Update().
		Where(bulk.IDs[predicate.Requirement](requirement.FieldID, slices.Collect(maps.Keys(positions)))).
		Modify(func(u *sql.UpdateBuilder) { bulk.Each(u, requirement.FieldPosition, "integer", positions) }).
		Exec(changes.Shifting(ctx))
	return bulk.Explain(err, "requirement")
}
