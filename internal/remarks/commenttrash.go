package remarks

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/comment"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// TrashComments puts comments into the trash: authors their own, an administrator all. What is there already stays.
func TrashComments(ctx context.Context, tx *ent.Client, ids []ident.ID) ([]*ent.Comment, error) {
	if err := commentsToMove(ctx, tx, false, ids); err != nil {
		return nil, err
	}
	err := tx.Comment.Update().Where(bulk.IDs[predicate.Comment](comment.FieldID, ids), comment.DeletedAtIsNil()).
		SetDeletedAt(clock.Now(ctx)).AddVersion(1).Exec(ctx)
	if err != nil {
		return nil, bulk.Explain(err, "comment")
	}
	return comments(ctx, tx, ids)
}

// RestoreComments takes comments out of the trash again: people what they put there, an administrator all. What is not in it
// stays as it is.
func RestoreComments(ctx context.Context, tx *ent.Client, ids []ident.ID) ([]*ent.Comment, error) {
	if err := commentsToMove(ctx, tx, true, ids); err != nil {
		return nil, err
	}
	err := tx.Comment.Update().Where(bulk.IDs[predicate.Comment](comment.FieldID, ids), comment.DeletedAtNotNil()).
		ClearDeletedAt().AddVersion(1).Exec(ctx)
	if err != nil {
		return nil, bulk.Explain(err, "comment")
	}
	return comments(ctx, tx, ids)
}

// commentsToMove locks comments and makes sure that the viewer may move them, back out of the trash or into it.
func commentsToMove(ctx context.Context, tx *ent.Client, back bool, ids []ident.ID) error {
	if err := checkIDs(ids); err != nil {
		return err
	}
	all, err := tx.Comment.Query().
		Where(bulk.IDs[predicate.Comment](comment.FieldID, ids), Shown[predicate.Comment](), bulk.Lock[predicate.Comment]()).
		Unique(false).Order(ent.Asc(comment.FieldID)).All(people.IncludingTrash(ctx))
	if err != nil {
		return err
	}
	found := make(map[ident.ID]facts, len(all))
	for _, one := range all {
		found[one.ID] = facts{
			project: one.ProjectID, author: one.CreatedByID, inTrash: one.DeletedAt != nil, mover: one.UpdatedByID,
		}
	}
	return mayMove(ctx, tx, "comment", back, ids, found)
}

// comments loads comments in the order of their ids, those in the trash too.
func comments(ctx context.Context, tx *ent.Client, ids []ident.ID) ([]*ent.Comment, error) {
	all, err := tx.Comment.Query().Where(bulk.IDs[predicate.Comment](comment.FieldID, ids)).All(people.IncludingTrash(ctx))
	return inOrder(ids, all, func(one *ent.Comment) ident.ID { return one.ID }), err
}
