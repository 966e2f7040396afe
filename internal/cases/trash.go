package cases

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/testcase"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/requirements"
)

// Trash puts test cases into the trash, all or none; those that are there already stay as they are. Their links wait as
// ORPHANED until they come back. A reason is kept as a comment.
func Trash(ctx context.Context, tx *ent.Client, in requirements.TrashInput) ([]*ent.TestCase, error) {
	return carry(ctx, tx, in, func(one *ent.TestCase) bool { return one.DeletedAt == nil }, func(u *ent.TestCaseUpdate) {
		u.SetDeletedAt(clock.Now(ctx))
	})
}

// Restore takes test cases out of the trash, all or none; those that are not there stay as they are. Their links hold
// again, or have to be looked at.
func Restore(ctx context.Context, tx *ent.Client, in requirements.TrashInput) ([]*ent.TestCase, error) {
	return carry(ctx, tx, in, func(one *ent.TestCase) bool { return one.DeletedAt != nil }, func(u *ent.TestCaseUpdate) {
		u.ClearDeletedAt()
	})
}

// carry changes those of the named test cases that are to be carried, and answers with all of them in their order.
func carry(ctx context.Context, tx *ent.Client, in requirements.TrashInput, wanted func(*ent.TestCase) bool, set func(*ent.TestCaseUpdate)) ([]*ent.TestCase, error) {
	ordered, err := picked(people.IncludingTrash(ctx), tx, in)
	if err != nil {
		return nil, err
	}
	carried := slices.DeleteFunc(slices.Clone(ordered), func(one *ent.TestCase) bool { return !wanted(one) })
	if len(carried) == 0 {
		return ordered, nil
	}
	update := tx.TestCase.Update().Where(bulk.IDs[predicate.TestCase](testcase.FieldID, idsOf(carried))).AddVersion(1)
	set(update)
	if err := update.Exec(ctx); err != nil {
		return nil, bulk.Explain(err, "test case")
	}
	if err := say(ctx, tx, in.Reason, carried...); err != nil {
		return nil, err
	}
	all, err := tx.TestCase.Query().Where(bulk.IDs[predicate.TestCase](testcase.FieldID, in.IDs)).All(people.IncludingTrash(ctx))
	return arranged(all, in.IDs), err
}

func idsOf(all []*ent.TestCase) []ident.ID {
	ids := make([]ident.ID, len(all))
	for i, one := range all {
		ids[i] = one.ID
	}
	return ids
}

// picked are the test cases of an input in its order: all there, all in the project of the first, each once.
func picked(ctx context.Context, tx *ent.Client, in requirements.TrashInput) ([]*ent.TestCase, error) {
	var wrong check
	wrong.said(in.Reason, maxNote, "reason")
	if len(in.IDs) == 0 {
		wrong.Fail("ids names nothing; name at least one test case", "ids")
	}
	if wrong.count(len(in.IDs), maxAtOnce, "ids") {
		seen := make(map[ident.ID]bool, len(in.IDs))
		for i, id := range in.IDs {
			if seen[id] {
				wrong.Fail(fmt.Sprintf("ids names %s twice", id), "ids", strconv.Itoa(i))
			}
			seen[id] = true
		}
	}
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	all, err := tx.TestCase.Query().Where(bulk.IDs[predicate.TestCase](testcase.FieldID, in.IDs), bulk.Lock[predicate.TestCase]()).
		Unique(false).Order(ent.Asc(testcase.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	ordered := arranged(all, in.IDs)
	var home ident.ID
	for i, one := range ordered {
		if one != nil && home.IsZero() {
			home = one.ProjectID
		}
		if one == nil || one.ProjectID != home {
			_ = wrong.Note(absent("test case", "ids", strconv.Itoa(i))) // a fault is kept
		}
	}
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	_, err = owner(ctx, tx, home, "test case", "ids", "0")
	return ordered, err
}

// arranged puts test cases into the order of their ids; nil where one is missing.
func arranged(all []*ent.TestCase, ids []ident.ID) []*ent.TestCase {
	found := make(map[ident.ID]*ent.TestCase, len(all))
	for _, one := range all {
		found[one.ID] = one
	}
	ordered := make([]*ent.TestCase, len(ids))
	for i, id := range ids {
		ordered[i] = found[id]
	}
	return ordered
}
