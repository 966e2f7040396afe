package requirements

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// AffirmLinks says that links hold for the present versions of their ends. All are affirmed or none. The number of
// statements does not grow with the links.
func AffirmLinks(ctx context.Context, tx *ent.Client, refs []LinkRef, reason string) ([]*ent.RequirementLink, error) {
	links, err := chosen(ctx, tx, refs, reason, verbAffirm)
	if err != nil {
		return nil, err
	}
	ends, err := endsOf(ctx, tx, links)
	if err != nil {
		return nil, err
	}
	children, parents := make(map[ident.ID]int, len(links)), make(map[ident.ID]int, len(links))
	for _, one := range links {
		children[one.ID], parents[one.ID] = ends[*one.ChildID].ContentVersion, ends[*one.ParentID].ContentVersion
	}
	who, err := viewer.From(ctx)
	if err != nil {
		return nil, err
	}
	update := tx.RequirementLink.Update().
		Where(bulk.IDs[predicate.RequirementLink](requirementlink.FieldID, idsOf(links))).
		SetState(requirementlink.StateVALID).ClearChangedFields().SetReason(reason).SetAffirmedAt(clock.Now(ctx)).AddVersion(1).
		Modify(func(u *sql.UpdateBuilder) {
			bulk.Each(u, requirementlink.FieldChildVersion, "integer", children)
			bulk.Each(u, requirementlink.FieldParentVersion, "integer", parents)
		})
	if who.System {
		update.ClearAffirmedByID()
	} else {
		update.SetAffirmedByID(who.User)
	}
	err = update.Exec(changes.Setting(ctx, requirementlink.FieldChildVersion, requirementlink.FieldParentVersion))
	if err != nil {
		return nil, bulk.Explain(err, "link between requirements")
	}
	return again(ctx, tx, links)
}

// RetireLinks says that links no longer count. All are retired or none.
func RetireLinks(ctx context.Context, tx *ent.Client, refs []LinkRef, reason string) ([]*ent.RequirementLink, error) {
	links, err := chosen(ctx, tx, refs, reason, verbEnd)
	if err != nil {
		return nil, err
	}
	if _, err := leave(ctx, tx, idsOf(links), reason); err != nil {
		return nil, err
	}
	return again(ctx, tx, links)
}

// endsOf loads the ends of links, the trash included, as far as links need them.
func endsOf(ctx context.Context, tx *ent.Client, links []*ent.RequirementLink) (map[ident.ID]*ent.Requirement, error) {
	var ids []ident.ID
	for _, one := range links {
		for _, id := range []*ident.ID{one.ChildID, one.ParentID} {
			if id != nil {
				ids = append(ids, *id)
			}
		}
	}
	all, err := tx.Requirement.Query().Where(bulk.IDs[predicate.Requirement](requirement.FieldID, ids)).
		Select(requirement.FieldID, requirement.FieldKey, requirement.FieldContentVersion).All(includingTrash(ctx))
	found := make(map[ident.ID]*ent.Requirement, len(all))
	for _, one := range all {
		found[one.ID] = one
	}
	return found, err
}

func idsOf(links []*ent.RequirementLink) []ident.ID {
	ids := make([]ident.ID, len(links))
	for i, one := range links {
		ids[i] = one.ID
	}
	return ids
}

// again loads links anew, in the same order.
func again(ctx context.Context, tx *ent.Client, links []*ent.RequirementLink) ([]*ent.RequirementLink, error) {
	now, err := tx.RequirementLink.LoadByIDs(ctx, idsOf(links))
	if err != nil {
		return nil, err
	}
	for i, one := range links {
		links[i] = now[one.ID]
	}
	return links, nil
}
