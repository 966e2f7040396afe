package graph

import (
	"context"

	"entgo.io/contrib/entgql"
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/remarks"
	"github.com/asterism-qa/asterism/internal/requirements"
)

func (r *attachmentResolver) Project(ctx context.Context, obj *ent.Attachment) (*ent.Project, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.Attachment) ident.ID { return x.ProjectID }), r.reader(ctx).Project.LoadByIDs))
}

func (r *attachmentResolver) About(ctx context.Context, obj *ent.Attachment) (ent.Noder, error) {
	return about(ctx, r.Resolver, obj.Siblings, obj, func(x *ent.Attachment) subject {
		return subject{x.RequirementID, x.TestCaseID, x.ExecutionID, x.DefectID}
	})
}

func (r *attachmentResolver) Author(ctx context.Context, obj *ent.Attachment) (*ent.User, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Attachment) *ident.ID { return x.CreatedByID }, r.reader(ctx).User.LoadByIDs)
}

func (r *attachmentResolver) URL(ctx context.Context, obj *ent.Attachment) (string, error) {
	return "/attachments/" + obj.ID.String(), nil
}

func (r *commentResolver) Project(ctx context.Context, obj *ent.Comment) (*ent.Project, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.Comment) ident.ID { return x.ProjectID }), r.reader(ctx).Project.LoadByIDs))
}

func (r *commentResolver) About(ctx context.Context, obj *ent.Comment) (ent.Noder, error) {
	return about(ctx, r.Resolver, obj.Siblings, obj, func(x *ent.Comment) subject {
		return subject{x.RequirementID, x.TestCaseID, x.ExecutionID, x.DefectID}
	})
}

func (r *commentResolver) Author(ctx context.Context, obj *ent.Comment) (*ent.User, error) {
	return reference(ctx, obj.Siblings, obj, func(x *ent.Comment) *ident.ID { return x.CreatedByID }, r.reader(ctx).User.LoadByIDs)
}

func (r *defectResolver) Comments(ctx context.Context, obj *ent.Defect, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.CommentOrder, where *ent.CommentWhereInput) (*ent.CommentConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.CommentList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("defect_id"), r.reader(ctx).Comment.LoadPages)
}

func (r *defectResolver) Attachments(ctx context.Context, obj *ent.Defect, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.AttachmentOrder, where *ent.AttachmentWhereInput) (*ent.AttachmentConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.AttachmentList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("defect_id"), r.reader(ctx).Attachment.LoadPages)
}

func (r *defectResolver) Tags(ctx context.Context, obj *ent.Defect) ([]*ent.Tag, error) {
	return tagsOf(ctx, r.reader(ctx), obj.Siblings, obj.ID, func(t *ent.Tag) *ident.ID { return t.DefectID }, "defect_id")
}

func (r *executionResolver) Comments(ctx context.Context, obj *ent.Execution, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.CommentOrder, where *ent.CommentWhereInput) (*ent.CommentConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.CommentList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("execution_id"), r.reader(ctx).Comment.LoadPages)
}

func (r *executionResolver) Attachments(ctx context.Context, obj *ent.Execution, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.AttachmentOrder, where *ent.AttachmentWhereInput) (*ent.AttachmentConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.AttachmentList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("execution_id"), r.reader(ctx).Attachment.LoadPages)
}

func (r *executionResolver) Tags(ctx context.Context, obj *ent.Execution) ([]*ent.Tag, error) {
	return tagsOf(ctx, r.reader(ctx), obj.Siblings, obj.ID, func(t *ent.Tag) *ident.ID { return t.ExecutionID }, "execution_id")
}

func (r *mutationResolver) CommentAdd(ctx context.Context, input remarks.CommentInput, idempotencyKey *string) (*model.CommentPayload, error) {
	return onComment(ctx, r.Resolver, idempotencyKey, ident.ID{}, input, remarks.AddComment)
}

func (r *mutationResolver) CommentRevise(ctx context.Context, input remarks.CommentReviseInput, idempotencyKey *string) (*model.CommentPayload, error) {
	return onComment(ctx, r.Resolver, idempotencyKey, input.ID, input, remarks.ReviseComment)
}

func (r *mutationResolver) CommentTrash(ctx context.Context, input requirements.TrashInput, idempotencyKey *string) (*model.CommentsPayload, error) {
	found, wrong, err := onMany(ctx, r.Resolver, idempotencyKey, input, trashing(remarks.TrashComments), func(x *ent.Comment) ident.ID { return x.ID }, r.reader(ctx).Comment.LoadByIDs)
	return &model.CommentsPayload{Comments: found, UserErrors: wrong}, err
}

func (r *mutationResolver) CommentRestore(ctx context.Context, input requirements.TrashInput, idempotencyKey *string) (*model.CommentsPayload, error) {
	found, wrong, err := onMany(ctx, r.Resolver, idempotencyKey, input, trashing(remarks.RestoreComments), func(x *ent.Comment) ident.ID { return x.ID }, r.reader(ctx).Comment.LoadByIDs)
	return &model.CommentsPayload{Comments: found, UserErrors: wrong}, err
}

func (r *mutationResolver) TagAdd(ctx context.Context, input remarks.TagInput, idempotencyKey *string) (*model.TagsPayload, error) {
	return onTagged(ctx, r.Resolver, idempotencyKey, input, remarks.AddTags)
}

func (r *mutationResolver) TagRemove(ctx context.Context, input remarks.TagInput, idempotencyKey *string) (*model.TagsPayload, error) {
	return onTagged(ctx, r.Resolver, idempotencyKey, input, remarks.RemoveTags)
}

func (r *mutationResolver) AttachmentTrash(ctx context.Context, input requirements.TrashInput, idempotencyKey *string) (*model.AttachmentsPayload, error) {
	found, wrong, err := onMany(ctx, r.Resolver, idempotencyKey, input, trashing(remarks.TrashAttachments), func(x *ent.Attachment) ident.ID { return x.ID }, r.reader(ctx).Attachment.LoadByIDs)
	return &model.AttachmentsPayload{Attachments: found, UserErrors: wrong}, err
}

func (r *mutationResolver) AttachmentRestore(ctx context.Context, input requirements.TrashInput, idempotencyKey *string) (*model.AttachmentsPayload, error) {
	found, wrong, err := onMany(ctx, r.Resolver, idempotencyKey, input, trashing(remarks.RestoreAttachments), func(x *ent.Attachment) ident.ID { return x.ID }, r.reader(ctx).Attachment.LoadByIDs)
	return &model.AttachmentsPayload{Attachments: found, UserErrors: wrong}, err
}

func (r *projectResolver) Tags(ctx context.Context, obj *ent.Project) ([]*model.TagCount, error) {
	return tagCounts(ctx, r.reader(ctx), obj)
}

func (r *requirementResolver) Comments(ctx context.Context, obj *ent.Requirement, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.CommentOrder, where *ent.CommentWhereInput) (*ent.CommentConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.CommentList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("requirement_id"), r.reader(ctx).Comment.LoadPages)
}

func (r *requirementResolver) Attachments(ctx context.Context, obj *ent.Requirement, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.AttachmentOrder, where *ent.AttachmentWhereInput) (*ent.AttachmentConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.AttachmentList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("requirement_id"), r.reader(ctx).Attachment.LoadPages)
}

func (r *requirementResolver) Tags(ctx context.Context, obj *ent.Requirement) ([]*ent.Tag, error) {
	return tagsOf(ctx, r.reader(ctx), obj.Siblings, obj.ID, func(t *ent.Tag) *ident.ID { return t.RequirementID }, "requirement_id")
}

func (r *tagResolver) Project(ctx context.Context, obj *ent.Tag) (*ent.Project, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.Tag) ident.ID { return x.ProjectID }), r.reader(ctx).Project.LoadByIDs))
}

func (r *tagResolver) About(ctx context.Context, obj *ent.Tag) (ent.Noder, error) {
	return about(ctx, r.Resolver, obj.Siblings, obj, func(x *ent.Tag) subject {
		return subject{x.RequirementID, x.TestCaseID, x.ExecutionID, x.DefectID}
	})
}

func (r *testCaseResolver) Comments(ctx context.Context, obj *ent.TestCase, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.CommentOrder, where *ent.CommentWhereInput) (*ent.CommentConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.CommentList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("test_case_id"), r.reader(ctx).Comment.LoadPages)
}

func (r *testCaseResolver) Attachments(ctx context.Context, obj *ent.TestCase, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.AttachmentOrder, where *ent.AttachmentWhereInput) (*ent.AttachmentConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.AttachmentList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("test_case_id"), r.reader(ctx).Attachment.LoadPages)
}

func (r *testCaseResolver) Tags(ctx context.Context, obj *ent.TestCase) ([]*ent.Tag, error) {
	return tagsOf(ctx, r.reader(ctx), obj.Siblings, obj.ID, func(t *ent.Tag) *ident.ID { return t.TestCaseID }, "test_case_id")
}
