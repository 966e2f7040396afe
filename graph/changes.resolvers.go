package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/defect"
	"github.com/asterism-qa/asterism/ent/gen/ent/execution"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/graph/gen/exec"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/graph/news"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
)

func (r *changeResolver) Project(ctx context.Context, obj *news.Change) (*ent.Project, error) {
	if obj.IsSign() {
		return nil, nil
	}
	return one(ctx, obj.Of.Project, r.reader(ctx).Project.LoadByIDs)
}

func (r *changeResolver) Node(ctx context.Context, obj *news.Change) (ent.Noder, error) {
	if obj.IsSign() {
		return nil, nil
	}
	found, err := r.nodes(ctx, []ident.ID{obj.Of.Entity})
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

func (r *changeResolver) Actor(ctx context.Context, obj *news.Change) (*ent.User, error) {
	if obj.IsSign() || obj.Of.Actor.IsZero() {
		return nil, nil
	}
	return one(ctx, obj.Of.Actor, r.reader(ctx).User.LoadByIDs)
}

func (r *changeCauseResolver) ImportRun(ctx context.Context, obj *news.Cause) (*ent.ImportRun, error) {
	if obj.Run == nil {
		return nil, nil
	}
	return one(ctx, *obj.Run, r.reader(ctx).ImportRun.LoadByIDs)
}

func (r *projectResolver) Feed(ctx context.Context, obj *ent.Project) (*news.Feed, error) {
	head, err := r.headOf(ctx, obj)
	return &news.Feed{Of: head}, err
}

func (r *projectResolver) Changes(ctx context.Context, obj *ent.Project, after *string, first *int, before *string, last *int, filter *schema.ChangeFilter) (*model.ChangeConnection, error) {
	return r.changePage(ctx, obj, after, first, before, last, filter)
}

func (r *queryResolver) Snapshot(ctx context.Context, project string) (*model.Snapshot, error) {
	found, err := r.followed(ctx, project)
	if err != nil {
		return nil, err
	}
	head, err := r.headOf(ctx, found)
	if err != nil {
		return nil, err
	}
	at := &news.Feed{Of: head}
	return &model.Snapshot{Cursor: at.Now(), Seq: at.Head()}, nil
}

func (r *subscriptionResolver) Changes(ctx context.Context, project string, after *string, filter *schema.ChangeFilter) (<-chan *news.Change, error) {
	return r.plainly(ctx, func() (*feed.Stream, error) { return r.stream(ctx, []string{project}, after, filter) })
}

func (r *subscriptionResolver) ChangesOf(ctx context.Context, projects []string, after *string, filter *schema.ChangeFilter) (<-chan *news.Change, error) {
	return r.plainly(ctx, func() (*feed.Stream, error) { return r.stream(ctx, projects, after, filter) })
}

func (r *subscriptionResolver) Consume(ctx context.Context, project string, consumer string) (<-chan *model.Consumed, error) {
	return r.consume(ctx, consumers.RefInput{Project: project, Consumer: consumer})
}

func (r *subscriptionResolver) ExecutionFinished(ctx context.Context, project string, after *string, statuses []execution.Status, requirements []ident.ID, releases []ident.ID) (<-chan *model.ExecutionFinished, error) {
	stream, err := r.stream(ctx, []string{project}, after, finishing(requirements, releases))
	return pumped(ctx, stream, err, func(c *news.Change) (*model.ExecutionFinished, error) { return r.finished(ctx, c, statuses) })
}

func (r *subscriptionResolver) DefectMoved(ctx context.Context, project string, after *string, to []defect.Status, requirements []ident.ID, releases []ident.ID) (<-chan *model.DefectMoved, error) {
	stream, err := r.stream(ctx, []string{project}, after, moving(requirements, releases))
	return pumped(ctx, stream, err, func(c *news.Change) (*model.DefectMoved, error) { return r.moved(ctx, c, to) })
}

func (r *subscriptionResolver) CoverageChanged(ctx context.Context, project string, release *string, requirement *string, scope *model.CoverageScope) (<-chan *model.CoverageChanged, error) {
	return r.coverageChanged(ctx, project, release, requirement, coverageScope(scope))
}

func (r *Resolver) Change() exec.ChangeResolver { return &changeResolver{r} }

func (r *Resolver) ChangeCause() exec.ChangeCauseResolver { return &changeCauseResolver{r} }

func (r *Resolver) Subscription() exec.SubscriptionResolver { return &subscriptionResolver{r} }

type (
	changeResolver       struct{ *Resolver }
	changeCauseResolver  struct{ *Resolver }
	subscriptionResolver struct{ *Resolver }
)
