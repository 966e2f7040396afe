package cases

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// hold keeps other writers off test cases that links are about to be pinned to; see requirements.Hold.
func hold(ctx context.Context, tx *ent.Client, found map[string]Found) error {
	ids := make([]ident.ID, 0, len(found))
	for _, one := range found {
		ids = append(ids, one.ID)
	}
	if len(ids) == 0 {
		return nil
	}
	all, err := held(ctx, tx, ids)
	if err != nil {
		return err
	}
	present := make(map[ident.ID]int, len(all))
	for _, one := range all {
		present[one.ID] = one.ContentVersion
	}
	for name, one := range found {
		if number, there := present[one.ID]; there {
			found[name] = Found{ID: one.ID, ContentVersion: number}
		} else {
			delete(found, name) // it has gone into the trash
		}
	}
	return nil
}

// held loads test cases, as far as they are there, and keeps other writers off them, in one order so that nobody waits in
// a circle.
func held(ctx context.Context, tx *ent.Client, ids []ident.ID) ([]*ent.TestCase, error) {
	return tx.TestCase.Query().Where(bulk.IDs[predicate.TestCase](testcase.FieldID, ids), bulk.Lock[predicate.TestCase]()).
		Unique(false).Order(ent.Asc(testcase.FieldID)).Select(testcase.FieldID, testcase.FieldContentVersion).All(ctx)
}

// holdOthers keeps other writers off the ends that orphans have: the versions that those are pinned to are compared with
// the present ones, and nobody compares them again when a newer one is stored at the same moment.
func holdOthers(ctx context.Context, tx *ent.Client, orphans []*ent.TraceLink) error {
	ctx = people.IncludingTrash(ctx)
	var bases, tests []ident.ID
	for _, one := range orphans {
		if one.RequirementID != nil {
			bases = append(bases, *one.RequirementID)
		}
		if one.TestCaseID != nil {
			tests = append(tests, *one.TestCaseID)
		}
	}
	if len(bases) > 0 {
		if err := requirements.HoldEnds(ctx, tx, bases); err != nil {
			return err
		}
	}
	if len(tests) > 0 {
		_, err := held(ctx, tx, tests)
		return err
	}
	return nil
}
