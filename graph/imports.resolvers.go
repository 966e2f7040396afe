package graph

import (
	"context"
	"maps"
	"slices"

	"entgo.io/contrib/entgql"
	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/internal/ident"
)

func (r *importRunResolver) Project(ctx context.Context, obj *ent.ImportRun) (*ent.Project, error) {
	return required(reference(ctx, obj.Siblings, obj, always(func(x *ent.ImportRun) ident.ID { return x.ProjectID }), r.reader(ctx).Project.LoadByIDs))
}

func (r *importRunResolver) Counts(ctx context.Context, obj *ent.ImportRun) ([]*model.ImportCount, error) {
	counts := make([]*model.ImportCount, 0, len(obj.Counts))
	for _, kind := range slices.Sorted(maps.Keys(obj.Counts)) {
		counts = append(counts, &model.ImportCount{Kind: kind, Count: obj.Counts[kind]})
	}
	return counts, nil
}

func (r *importRunResolver) Executions(ctx context.Context, obj *ent.ImportRun, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.ExecutionOrder, where *ent.ExecutionWhereInput) (*ent.ExecutionConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.ExecutionList{Page: page, OrderBy: newestFirst(orderBy), Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, executionsOwned("import_run_id"), r.reader(ctx).Execution.LoadPages)
}

func (r *projectResolver) ImportRuns(ctx context.Context, obj *ent.Project, after *entgql.Cursor[ident.ID], first *int, before *entgql.Cursor[ident.ID], last *int, orderBy []*ent.ImportRunOrder, where *ent.ImportRunWhereInput) (*ent.ImportRunConnection, error) {
	page, err := pageOf(after, first, before, last)
	if err != nil {
		return nil, err
	}
	list := ent.ImportRunList{Page: page, OrderBy: orderBy, Where: where, Count: counted(ctx)}
	return connection(ctx, obj.Siblings, obj.ID, list, owned("project_id"), r.reader(ctx).ImportRun.LoadPages)
}
