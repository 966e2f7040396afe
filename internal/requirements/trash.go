package requirements

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Trash puts requirements away, all or none. Those that are in the trash already stay there as they are. A reason is kept
// as a comment.
func Trash(ctx context.Context, tx *ent.Client, in TrashInput) ([]*ent.Requirement, error) {
	return carry(ctx, tx, in, true)
}

// Restore takes requirements out of the trash, all or none. Those that are not in it stay as they are.
func Restore(ctx context.Context, tx *ent.Client, in TrashInput) ([]*ent.Requirement, error) {
	return carry(ctx, tx, in, false)
}

func carry(ctx context.Context, tx *ent.Client, in TrashInput, away bool) ([]*ent.Requirement, error) {
	at := func(i int) []string { return []string{"ids", strconv.Itoa(i)} }
	var wrong checker
	wrong.many("ids", in.IDs, at)
	wrong.text(maxNote, in.Reason, fieldReason)
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	inside := includingTrash(ctx)
	loaded, err := tx.Requirement.Query().
		Where(bulk.IDs[predicate.Requirement](requirement.FieldID, in.IDs), bulk.Lock[predicate.Requirement]()).
		Unique(false).Order(ent.Asc(requirement.FieldID)).All(inside)
	if err != nil {
		return nil, err
	}
	found := make(map[ident.ID]*ent.Requirement, len(loaded))
	for _, one := range loaded {
		found[one.ID] = one
	}
	var first *ent.Requirement
	var carried, releases []ident.ID
	for i, id := range in.IDs {
		one := found[id]
		switch {
		case one == nil:
			_ = wrong.Note(absent(at(i)...)) // a fault is always taken
			continue
		case first == nil:
			first = one
		case one.ProjectID != first.ProjectID:
			wrong.Fail("requirement "+one.Key+" lies in another project; name those of one project at a time", at(i)...)
		}
		if (one.DeletedAt != nil) != away {
			carried, releases = append(carried, id), append(releases, given(one.ReleaseID)...)
		}
	}
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	if _, err := projects.For(ctx, tx, first.ProjectID, membership.RoleEDITOR); err != nil {
		return nil, err
	}
	if err := RefuseLocked(ctx, tx, releases); err != nil {
		if found := fault.Of(err); found != nil {
			return nil, found.At("ids") // the input names no release
		}
		return nil, err
	}
	if len(carried) > 0 {
		update := tx.Requirement.Update().Where(bulk.IDs[predicate.Requirement](requirement.FieldID, carried)).AddVersion(1)
		if away {
			update.SetDeletedAt(clock.Now(ctx))
		} else {
			update.ClearDeletedAt()
		}
		if err := update.Exec(inside); err != nil {
			return nil, bulk.Explain(err, "requirement")
		}
		if err := sayOfAll(ctx, tx, first.ProjectID, carried, in.Reason); err != nil {
			return nil, err
		}
	}
	now, err := tx.Requirement.LoadByIDs(inside, in.IDs)
	if err != nil {
		return nil, err
	}
	all := make([]*ent.Requirement, len(in.IDs))
	for i, id := range in.IDs {
		all[i] = now[id]
	}
	return all, nil
}

// sayOfAll keeps a reason as a comment on each of many requirements.
func sayOfAll(ctx context.Context, tx *ent.Client, project ident.ID, ids []ident.ID, reason *string) error {
	if strings.TrimSpace(text(reason)) == "" {
		return nil
	}
	for chunk := range slices.Chunk(ids, bulk.Size) {
		made := make([]*ent.CommentCreate, len(chunk))
		for i, id := range chunk {
			made[i] = tx.Comment.Create().SetProjectID(project).SetRequirementID(id).SetText(*reason).SetCreatedAt(clock.Now(ctx))
		}
		if err := tx.Comment.CreateBulk(made...).Exec(ctx); err != nil {
			return bulk.Explain(err, "comment")
		}
	}
	return nil
}
