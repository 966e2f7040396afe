package cases

import (
	"context"
	"maps"
	"slices"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcaseversion"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/versions"
)

// changedSince says which fields differ between each pinned version and the present one, of those that count in the
// project of the case. Nothing is said of versions that do not exist. It takes two statements for any number.
func changedSince(ctx context.Context, tx *ent.Client, present map[ident.ID]*ent.TestCase, pins map[ident.ID][]int) (map[ident.ID]map[int][]string, error) {
	numbers, owners := map[int]bool{}, map[ident.ID]bool{}
	for id, pinned := range pins {
		owners[present[id].ProjectID], numbers[present[id].ContentVersion] = true, true
		for _, number := range pinned {
			numbers[number] = true
		}
	}
	settings, err := tx.Project.Query().Where(bulk.IDs[predicate.Project](project.FieldID, slices.Collect(maps.Keys(owners)))).
		Select(project.FieldID, project.FieldCaseFieldsThatCount).All(ctx)
	if err != nil {
		return nil, err
	}
	counting := make(map[ident.ID][]string, len(settings))
	for _, one := range settings {
		counting[one.ID] = one.CaseFieldsThatCount
	}
	frozen, err := tx.TestCaseVersion.Query().Where(
		bulk.IDs[predicate.TestCaseVersion](testcaseversion.FieldTestCaseID, slices.Collect(maps.Keys(pins))),
		testcaseversion.NumberIn(slices.Collect(maps.Keys(numbers))...),
	).All(ctx)
	if err != nil {
		return nil, err
	}
	contents := make(map[ident.ID]map[int]versions.Content, len(pins))
	for _, one := range frozen {
		if contents[one.TestCaseID] == nil {
			contents[one.TestCaseID] = map[int]versions.Content{}
		}
		contents[one.TestCaseID][one.Number] = ContentOf(one)
	}
	changed := make(map[ident.ID]map[int][]string, len(pins))
	for id, pinned := range pins {
		changed[id] = map[int][]string{}
		now := contents[id][present[id].ContentVersion]
		for _, number := range pinned {
			if then := contents[id][number]; then != nil && now != nil {
				changed[id][number] = versions.Counting(versions.Compare(ContentFields, then, now), counting[present[id].ProjectID])
			}
		}
	}
	return changed, nil
}
