package search

import (
	"context"
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/comment"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/searchentry"
	"github.com/asterism-qa/asterism/ent/gen/ent/tag"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// trash is the column that puts a thing into the trash; every kind that is searched has it.
const trash = "deleted_at"

// columns are those whose change makes an entry old. A key never changes.
var columns = map[ident.Kind][]string{
	ident.Requirement: {"title", "text", "rationale", "type", "attributes", trash},
	ident.TestCase:    {"title", "description", "precondition", "steps", "automation_id", "aliases", trash},
	ident.Defect:      {"title", "text", trash},
	ident.Comment:     {"text", trash},
}

// React is the reaction that keeps entries: what was made, rewritten, tagged, put into the trash or taken out of it gets
// its entry made anew, or loses it. Comments go with the thing that they are about, those on an execution with its case.
func React(ctx context.Context, tx *ent.Client, news []changes.Change) error {
	touched := map[ident.ID]bool{}
	var moved, tagged, untagged []ident.ID
	for _, c := range news {
		kind := c.Entity.Kind()
		switch {
		case kind == ident.Tag && c.Op == changes.Delete:
			untagged = append(untagged, c.Entity)
		case kind == ident.Tag:
			tagged = append(tagged, c.Entity)
		case kinds[kind] == "" || c.Op == changes.Update && !c.Touches(columns[kind]...):
		default:
			touched[c.Entity] = true
			if kind != ident.Comment && c.Op == changes.Update && c.Touches(trash) {
				moved = append(moved, c.Entity)
			}
		}
	}
	for _, further := range []struct {
		ids  []ident.ID
		find func(context.Context, *ent.Client, []ident.ID) ([]ident.ID, error)
	}{{moved, commentsOn}, {tagged, carrying}, {untagged, thatCarried}} {
		for chunk := range slices.Chunk(further.ids, bulk.Size) {
			ids, err := further.find(people.IncludingTrash(ctx), tx, chunk)
			if err != nil {
				return err
			}
			for _, id := range ids {
				touched[id] = true
			}
		}
	}
	for chunk := range slices.Chunk(slices.SortedFunc(maps.Keys(touched), byBytes), bulk.Size) {
		if err := refresh(ctx, tx, chunk); err != nil {
			return bulk.Explain(err, "search entry")
		}
	}
	return nil
}

// refresh makes the entries of things anew. The things are locked first, so that two who tag the same thing at the same
// moment do not both write what only one of them sees.
func refresh(ctx context.Context, tx *ent.Client, ids []ident.ID) error {
	found, err := load(ctx, tx, ids, true)
	if err != nil {
		return err
	}
	if _, err := tx.SearchEntry.Delete().Where(bulk.IDs[predicate.SearchEntry](searchentry.FieldEntityID, ids)).Exec(ctx); err != nil {
		return err
	}
	made := make([]*ent.SearchEntryCreate, 0, len(found))
	for _, id := range ids {
		if thing := found[id]; thing != nil {
			made = append(made, thing.entry(tx.SearchEntry.Create(), 1+rand.Int64N(math.MaxInt64)))
		}
	}
	if len(made) == 0 {
		return nil
	}
	return tx.SearchEntry.CreateBulk(made...).Exec(ctx)
}

// commentsOn are the comments about things, and about executions of test cases among them.
func commentsOn(ctx context.Context, tx *ent.Client, ids []ident.ID) ([]ident.ID, error) {
	return tx.Comment.Query().Where(func(s *sql.Selector) {
		d := sql.Dialect(s.Dialect())
		tested := d.Table(execution.Table).As("tested")
		s.Where(sql.Or(
			bulk.InIDs(s.Dialect(), s.C(comment.FieldRequirementID), ids), bulk.InIDs(s.Dialect(), s.C(comment.FieldTestCaseID), ids),
			bulk.InIDs(s.Dialect(), s.C(comment.FieldDefectID), ids),
			sql.In(s.C(comment.FieldExecutionID), d.Select(tested.C(execution.FieldID)).From(tested).
				Where(bulk.InIDs(s.Dialect(), tested.C(execution.FieldTestCaseID), ids))),
		))
	}).IDs(ctx)
}

// carrying are the things that tags are on.
func carrying(ctx context.Context, tx *ent.Client, ids []ident.ID) ([]ident.ID, error) {
	all, err := tx.Tag.Query().Where(bulk.IDs[predicate.Tag](tag.FieldID, ids)).All(ctx)
	var found []ident.ID
	for _, one := range all {
		if id := tagged(one); !id.IsZero() {
			found = append(found, id)
		}
	}
	return found, err
}

// thatCarried are the things that tags were on: the tags are gone, but the entries still know them.
func thatCarried(ctx context.Context, tx *ent.Client, ids []ident.ID) ([]ident.ID, error) {
	var found []ident.ID
	err := tx.SearchEntry.Query().Where(anyTerm(ids)).Select(searchentry.FieldEntityID).Scan(ctx, &found)
	return found, err
}
