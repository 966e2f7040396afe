package remarks

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/attachment"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/people"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// TrashAttachments puts attachments into the trash: those who attached them their own, an administrator all. What is
// there already stays. The content is kept, so that they can come back.
func TrashAttachments(ctx context.Context, tx *ent.Client, ids []ident.ID) ([]*ent.Attachment, error) {
	if err := attachmentsToMove(ctx, tx, false, ids); err != nil {
		return nil, err
	}
	err := tx.Attachment.Update().Where(bulk.IDs[predicate.Attachment](attachment.FieldID, ids), attachment.DeletedAtIsNil()).
		SetDeletedAt(clock.Now(ctx)).AddVersion(1).Exec(ctx)
	if err != nil {
		return nil, bulk.Explain(err, "attachment")
	}
	return attachments(ctx, tx, ids)
}

// RestoreAttachments takes attachments out of the trash again: people what they put there, an administrator all. What is not in it
// stays as it is.
func RestoreAttachments(ctx context.Context, tx *ent.Client, ids []ident.ID) ([]*ent.Attachment, error) {
	if err := attachmentsToMove(ctx, tx, true, ids); err != nil {
		return nil, err
	}
	err := tx.Attachment.Update().Where(bulk.IDs[predicate.Attachment](attachment.FieldID, ids), attachment.DeletedAtNotNil()).
		ClearDeletedAt().AddVersion(1).Exec(ctx)
	if err != nil {
		return nil, bulk.Explain(err, "attachment")
	}
	return attachments(ctx, tx, ids)
}

// attachmentsToMove locks attachments and makes sure that the viewer may move them, back out of the trash or into it.
func attachmentsToMove(ctx context.Context, tx *ent.Client, back bool, ids []ident.ID) error {
	if err := checkIDs(ids); err != nil {
		return err
	}
	all, err := tx.Attachment.Query().
		Where(bulk.IDs[predicate.Attachment](attachment.FieldID, ids), Shown[predicate.Attachment](), bulk.Lock[predicate.Attachment]()).
		Unique(false).Order(ent.Asc(attachment.FieldID)).All(people.IncludingTrash(ctx))
	if err != nil {
		return err
	}
	found := make(map[ident.ID]facts, len(all))
	for _, one := range all {
		found[one.ID] = facts{
			project: one.ProjectID, author: one.CreatedByID, inTrash: one.DeletedAt != nil, mover: one.UpdatedByID,
		}
	}
	return mayMove(ctx, tx, "attachment", back, ids, found)
}

// attachments loads attachments in the order of their ids, those in the trash too.
func attachments(ctx context.Context, tx *ent.Client, ids []ident.ID) ([]*ent.Attachment, error) {
	all, err := tx.Attachment.Query().Where(bulk.IDs[predicate.Attachment](attachment.FieldID, ids)).All(people.IncludingTrash(ctx))
	return inOrder(ids, all, func(one *ent.Attachment) ident.ID { return one.ID }), err
}
