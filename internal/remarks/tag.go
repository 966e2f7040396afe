package remarks

import (
	"context"
	"strconv"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/tag"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// MaxTags is the most words that one act may put on things or take off.
const MaxTags = 20

// AddTags puts words on things and gives the things. A word that a thing has already stays as it is.
func AddTags(ctx context.Context, tx *ent.Client, in TagInput) ([]ident.ID, error) {
	project, named, err := tagging(ctx, tx, in)
	if err != nil {
		return nil, err
	}
	things := distinct(in.About)
	wanted := make(map[ident.ID][]word, len(things))
	for _, id := range things {
		wanted[id] = named
	}
	return things, addWords(ctx, tx, project, things, wanted, clock.Now(ctx))
}

// RemoveTags takes words off things and gives the things. A word that a thing does not have is no mistake.
func RemoveTags(ctx context.Context, tx *ent.Client, in TagInput) ([]ident.ID, error) {
	project, named, err := tagging(ctx, tx, in)
	if err != nil {
		return nil, err
	}
	things := distinct(in.About)
	_, err = tx.Tag.Delete().Where(tag.ProjectID(project.ID), aboutAny[predicate.Tag](things),
		bulk.Texts[predicate.Tag](tag.FieldFolded, foldedOf(named))).Exec(ctx)
	return things, bulk.Explain(err, "tag")
}

// tagging checks an input and finds the project of its things.
func tagging(ctx context.Context, tx *ent.Client, in TagInput) (*ent.Project, []word, error) {
	var check fault.Check
	if len(in.About) == 0 || len(in.About) > MaxTogether {
		check.Fail(counted("things", MaxTogether, len(in.About)), "about")
	} else {
		for i, id := range in.About {
			checkKind(&check, id, "about", strconv.Itoa(i))
		}
	}
	var named []word
	if len(in.Names) == 0 || len(in.Names) > MaxTags {
		check.Fail(counted("tags", MaxTags, len(in.Names)), "names")
	} else {
		var err error
		named, err = wordsOf(&check, in.Names, func(i int) []string { return []string{"names", strconv.Itoa(i)} })
		if err != nil {
			return nil, nil, err
		}
	}
	if err := check.Err(); err != nil {
		return nil, nil, err
	}
	project, err := place(ctx, tx, true, in.About...)
	return project, named, err
}

func foldedOf(named []word) []string {
	folded := make([]string, len(named))
	for i, one := range named {
		folded[i] = one.folded
	}
	return folded
}
