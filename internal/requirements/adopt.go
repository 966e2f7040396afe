package requirements

import (
	"context"
	"maps"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementlink"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Adopt is the reaction to requirements that are new or out of the trash: links that wait for one by its key get their
// end, pinned to its present version. The number of statements does not grow with the links.
func Adopt(ctx context.Context, tx *ent.Client, news []changes.Change) error {
	ids := append(Arrived(news, ident.Requirement), Returned(news, ident.Requirement)...)
	if len(ids) == 0 {
		return nil
	}
	arrived, err := tx.Requirement.Query().Where(bulk.IDs[predicate.Requirement](requirement.FieldID, ids)).
		Select(requirement.FieldID, requirement.FieldProjectID, requirement.FieldKey, requirement.FieldContentVersion).All(ctx)
	if err != nil || len(arrived) == 0 {
		return err
	}
	named, keys, owners := map[name]*ent.Requirement{}, []string{}, map[ident.ID]bool{}
	for _, one := range arrived {
		named[name{one.ProjectID, one.Key}], owners[one.ProjectID] = one, true
		keys = append(keys, one.Key)
	}
	orphans, err := lockedLinks(ctx, tx, requirementlink.StateEQ(requirementlink.StateORPHANED),
		bulk.IDs[predicate.RequirementLink](requirementlink.FieldProjectID, slices.Collect(maps.Keys(owners))),
		bulk.Texts[predicate.RequirementLink](requirementlink.FieldUnresolvedKey, keys))
	if err != nil {
		return err
	}
	var joined []*ent.RequirementLink
	for _, orphan := range orphans {
		end := named[name{orphan.ProjectID, orphan.UnresolvedKey}]
		if end == nil {
			continue // the key of another project
		}
		if orphan.ChildID == nil {
			orphan.ChildID, orphan.ChildVersion = &end.ID, end.ContentVersion
		} else {
			orphan.ParentID, orphan.ParentVersion = &end.ID, end.ContentVersion
		}
		orphan.UnresolvedKey = ""
		joined = append(joined, orphan)
	}
	return adopt(ctx, tx, joined)
}

// name is how a link names a missing end.
type name struct {
	project ident.ID
	key     string
}

// adopt stores the ends that orphans got. One that says the same as a link that is there is retired.
func adopt(ctx context.Context, tx *ent.Client, joined []*ent.RequirementLink) error {
	if len(joined) == 0 {
		return nil
	}
	var ends []ident.ID
	for _, one := range joined {
		ends = append(ends, *one.ChildID, *one.ParentID)
	}
	if err := HoldEnds(includingTrash(ctx), tx, ends); err != nil { // the other end may change at the same moment
		return err
	}
	there, err := tx.RequirementLink.Query().Where(requirementlink.ChildIDNotNil(), requirementlink.ParentIDNotNil(),
		requirementlink.StateNEQ(requirementlink.StateCLOSED), bulk.IDs[predicate.RequirementLink](requirementlink.FieldChildID, childrenOf(joined)),
	).All(ctx)
	if err != nil {
		return err
	}
	taken := map[linkKey]bool{}
	for _, one := range there {
		taken[keyOf(one)] = true
	}
	verdicts, err := judge(ctx, tx, joined)
	if err != nil {
		return err
	}
	a := adoption{children: map[ident.ID]ident.ID{}, parents: map[ident.ID]ident.ID{}, childPins: map[ident.ID]int{},
		parentPins: map[ident.ID]int{}, states: map[ident.ID]string{}, fields: map[ident.ID][]string{}, reasons: map[ident.ID]string{}}
	for _, one := range joined {
		v := verdicts[one.ID]
		if taken[keyOf(one)] {
			v = verdict{state: requirementlink.StateCLOSED, reason: "the same link was there when its end came"}
		}
		taken[keyOf(one)] = true
		a.add(one, v)
	}
	return bulk.Explain(a.save(ctx, tx), "link between requirements")
}

func childrenOf(links []*ent.RequirementLink) []ident.ID {
	ids := make([]ident.ID, len(links))
	for i, one := range links {
		ids[i] = *one.ChildID
	}
	return ids
}

// adoption is what orphans become, by their ids.
type adoption struct {
	children, parents     map[ident.ID]ident.ID
	childPins, parentPins map[ident.ID]int
	states, reasons       map[ident.ID]string
	fields                map[ident.ID][]string
}

func (a adoption) add(one *ent.RequirementLink, v verdict) {
	a.children[one.ID], a.parents[one.ID] = *one.ChildID, *one.ParentID
	a.childPins[one.ID], a.parentPins[one.ID] = one.ChildVersion, one.ParentVersion
	a.states[one.ID], a.reasons[one.ID], a.fields[one.ID] = string(v.state), v.reason, v.fields
}

func (a adoption) save(ctx context.Context, tx *ent.Client) error {
	children, parents := spelled(a.children), spelled(a.parents)
	return tx.RequirementLink.Update().
		Where(bulk.IDs[predicate.RequirementLink](requirementlink.FieldID, slices.Collect(maps.Keys(a.states)))).
		Modify(func(u *sql.UpdateBuilder) {
			bulk.Each(u, requirementlink.FieldChildID, "uuid", children)
			bulk.Each(u, requirementlink.FieldParentID, "uuid", parents)
			bulk.Each(u, requirementlink.FieldChildVersion, "integer", a.childPins)
			bulk.Each(u, requirementlink.FieldParentVersion, "integer", a.parentPins)
			bulk.Each(u, requirementlink.FieldState, "text", a.states)
			bulk.Each(u, requirementlink.FieldReason, "text", a.reasons)
			bulk.Each(u, requirementlink.FieldChangedFields, "jsonb", a.fields)
		}).SetUnresolvedKey("").AddVersion(1).
		Exec(changes.Setting(ctx, requirementlink.FieldChildID, requirementlink.FieldParentID, requirementlink.FieldChildVersion,
			requirementlink.FieldParentVersion, requirementlink.FieldState, requirementlink.FieldReason, requirementlink.FieldChangedFields))
}

// spelled is ids as columns hold them.
func spelled(ids map[ident.ID]ident.ID) map[ident.ID]string {
	texts := make(map[ident.ID]string, len(ids))
	for id, one := range ids {
		texts[id] = one.UUID()
	}
	return texts
}
