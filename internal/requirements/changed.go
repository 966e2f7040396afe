package requirements

import (
	"context"
	"maps"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirementversion"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/versions"
)

// Pins are version numbers that something was made for, by the requirement that they are numbers of.
type Pins = map[ident.ID][]int

// ChangedSince says which fields differ between each pinned version and the present one, of those that count in the
// project of the requirement. Nothing is said of versions that do not exist. It takes three statements for any number.
func ChangedSince(ctx context.Context, tx *ent.Client, pins Pins) (map[ident.ID]map[int][]string, error) {
	_, changed, err := since(ctx, tx, pins)
	return changed, err
}

// since is ChangedSince, with the requirements themselves, also those in the trash.
func since(ctx context.Context, tx *ent.Client, pins Pins) (map[ident.ID]*ent.Requirement, map[ident.ID]map[int][]string, error) {
	changed := make(map[ident.ID]map[int][]string, len(pins))
	if len(pins) == 0 {
		return nil, changed, nil
	}
	present, counting, err := presentOnes(includingTrash(ctx), tx, slices.Collect(maps.Keys(pins)))
	if err != nil {
		return nil, nil, err
	}
	var outdated []ident.ID
	wanted := map[int]bool{}
	for id, one := range present {
		changed[id] = map[int][]string{}
		older := false
		for _, number := range pins[id] {
			if number != one.ContentVersion {
				older, wanted[number] = true, true
			}
		}
		if older {
			outdated, wanted[one.ContentVersion] = append(outdated, id), true
		}
	}
	if len(outdated) == 0 {
		return present, changed, nil
	}
	frozen, err := tx.RequirementVersion.Query().Where(
		bulk.IDs[predicate.RequirementVersion](requirementversion.FieldRequirementID, outdated),
		requirementversion.NumberIn(slices.Collect(maps.Keys(wanted))...),
	).All(ctx)
	if err != nil {
		return nil, nil, err
	}
	numbered := make(map[ident.ID]map[int]*ent.RequirementVersion, len(outdated))
	for _, one := range frozen {
		if numbered[one.RequirementID] == nil {
			numbered[one.RequirementID] = map[int]*ent.RequirementVersion{}
		}
		numbered[one.RequirementID][one.Number] = one
	}
	for _, id := range outdated {
		now := numbered[id][present[id].ContentVersion]
		for _, number := range pins[id] {
			if then := numbered[id][number]; then != nil && now != nil && then != now {
				changed[id][number] = versions.Counting(Compare(then, now), counting[present[id].ProjectID])
			}
		}
	}
	return present, changed, nil
}

// presentOnes loads requirements as far as links need them, and the fields that count in each of their projects.
func presentOnes(ctx context.Context, tx *ent.Client, ids []ident.ID) (map[ident.ID]*ent.Requirement, map[ident.ID][]string, error) {
	all, err := tx.Requirement.Query().Where(bulk.IDs[predicate.Requirement](requirement.FieldID, ids)).
		Select(requirement.FieldID, requirement.FieldProjectID, requirement.FieldKey, requirement.FieldContentVersion, requirement.FieldDeletedAt).
		All(ctx)
	if err != nil {
		return nil, nil, err
	}
	present, owners := make(map[ident.ID]*ent.Requirement, len(all)), map[ident.ID]bool{}
	for _, one := range all {
		present[one.ID], owners[one.ProjectID] = one, true
	}
	found, err := tx.Project.Query().Where(bulk.IDs[predicate.Project](project.FieldID, slices.Collect(maps.Keys(owners)))).
		Select(project.FieldID, project.FieldRequirementFieldsThatCount).All(ctx)
	if err != nil {
		return nil, nil, err
	}
	counting := make(map[ident.ID][]string, len(found))
	for _, one := range found {
		counting[one.ID] = one.RequirementFieldsThatCount
	}
	return present, counting, nil
}
