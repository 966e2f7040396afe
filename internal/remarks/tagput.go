package remarks

import (
	"bytes"
	"context"
	"maps"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/tag"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// PutTags puts words on things that an import has just stored in a project; it takes none off. TagName tells beforehand
// which words cannot be kept.
func PutTags(ctx context.Context, tx *ent.Client, project *ent.Project, tags map[ident.ID][]string) error {
	var check fault.Check
	wanted := make(map[ident.ID][]word, len(tags))
	things := slices.SortedFunc(maps.Keys(tags), func(a, b ident.ID) int { return bytes.Compare(a[:], b[:]) })
	for _, id := range things {
		checkKind(&check, id, "about")
		named, err := wordsOf(&check, tags[id], func(int) []string { return []string{"names"} })
		if err != nil {
			return err
		}
		wanted[id] = named
	}
	if err := check.Err(); err != nil {
		return err
	}
	now := clock.Now(ctx)
	for some := range slices.Chunk(things, bulk.Size) {
		if err := addWords(ctx, tx, project, some, wanted, now); err != nil {
			return err
		}
	}
	return nil
}

// addWords stores the words that the things do not have yet. A word that the project has already keeps its spelling.
func addWords(ctx context.Context, tx *ent.Client, project *ent.Project, things []ident.ID, wanted map[ident.ID][]word, now time.Time) error {
	spelling, folded := map[string]string{}, []string(nil)
	for _, id := range things {
		for _, one := range wanted[id] {
			if _, met := spelling[one.folded]; !met {
				spelling[one.folded] = one.name
				folded = append(folded, one.folded)
			}
		}
	}
	if len(folded) == 0 {
		return nil
	}
	if err := spellings(ctx, tx, project, folded, spelling); err != nil {
		return err
	}
	has, err := tagsOf(ctx, tx, project, things, folded)
	if err != nil {
		return err
	}
	var created []*ent.TagCreate
	for _, id := range things {
		for _, one := range wanted[id] {
			if !has[onThing{id, one.folded}] {
				created = append(created, point(tx.Tag.Create(), id).SetProjectID(project.ID).
					SetName(spelling[one.folded]).SetFolded(one.folded).SetCreatedAt(now).SetUpdatedAt(now))
			}
		}
	}
	for some := range slices.Chunk(created, bulk.Size) {
		// Somebody else may put the same word on the same thing at the same moment, which is what was asked for.
		if err := tx.Tag.CreateBulk(some...).OnConflict(sql.DoNothing()).Exec(ctx); err != nil {
			return bulk.Explain(err, "tag")
		}
	}
	return nil
}

// onThing recognises a tag.
type onThing struct {
	thing  ident.ID
	folded string
}

// tagsOf tells which of the words the things have.
func tagsOf(ctx context.Context, tx *ent.Client, project *ent.Project, things []ident.ID, folded []string) (map[onThing]bool, error) {
	all, err := tx.Tag.Query().Where(tag.ProjectID(project.ID), aboutAny[predicate.Tag](things),
		bulk.Texts[predicate.Tag](tag.FieldFolded, folded)).All(ctx)
	if err != nil {
		return nil, err
	}
	has := make(map[onThing]bool, len(all))
	for _, one := range all {
		has[onThing{ThingOf(one.RequirementID, one.TestCaseID, one.ExecutionID, one.DefectID), one.Folded}] = true
	}
	return has, nil
}
