package graph

import (
	"context"
	"slices"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/ent/gen/ent/requirement"
	"github.com/asterism-qa/asterism/graph/gen/model"
	"github.com/asterism-qa/asterism/graph/news"
	"github.com/asterism-qa/asterism/internal/coverage"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
)

// Changes are gathered before coverage is counted again: an import of thousands of executions is counted a few times, not
// thousands of times.
const (
	// calm is how long nothing may come before it is counted.
	calm = 500 * time.Millisecond
	// patience is when it is counted at the latest: a night's tests report without a pause, and somebody watches them.
	patience = 4 * calm
)

// shownMoves is how many requirements one message names.
const shownMoves = 100

// weighing are the kinds of change that coverage depends on.
var weighing = []string{
	ident.Requirement.Word(), ident.RequirementLink.Word(), ident.TestCase.Word(), ident.TraceLink.Word(), ident.Execution.Word(),
	ident.Release.Word(), ident.Build.Word(), ident.TestCycle.Word(), ident.Environment.Word(),
}

// weighed is whose coverage is watched and how it was last time.
type weighed struct {
	*Resolver
	project *ent.Project
	which   func(ctx context.Context) ([]ident.ID, error)
	scope   coverage.Scope
	last    map[ident.ID]coverage.Status
}

func (r *Resolver) coverageChanged(ctx context.Context, key string, releaseKey, requirementKey *string, scope coverage.Scope) (<-chan *model.CoverageChanged, error) {
	owner, err := r.followed(ctx, key)
	if err != nil {
		return nil, err
	}
	which, err := r.watched(ctx, owner, releaseKey, requirementKey)
	if err != nil {
		return nil, err
	}
	stream, err := r.Feed.Stream(ctx, feed.Want{Projects: []*ent.Project{owner}, Filter: feed.Filter{EntityTypes: weighing}})
	if err != nil {
		return nil, err
	}
	w := &weighed{Resolver: r, project: owner, which: which, scope: scope}
	out := make(chan *model.CoverageChanged)
	go func() {
		defer close(out)
		defer stream.Close()
		if err := w.watch(ctx, stream, out); err != nil {
			end(ctx, err)
		}
	}()
	return out, nil
}

// watch counts at the beginning, and again whenever something that weighs has happened and the next moment was calm, or
// the patience is at its end.
func (w *weighed) watch(ctx context.Context, stream *feed.Stream, out chan<- *model.CoverageChanged) error {
	pending, latest := false, time.Time{}
	for {
		reading, cancel := ctx, context.CancelFunc(func() {})
		if pending {
			reading, cancel = context.WithTimeout(ctx, min(calm, time.Until(latest)))
		}
		item, err := following(reading, stream)
		isCalm := pending && reading.Err() != nil && ctx.Err() == nil
		cancel()
		switch {
		case isCalm && err != nil:
			if item, err = stream.Place(ctx), nil; err != nil {
				return err
			}
		case err != nil:
			return err
		case item.Kind == feed.News:
			if !pending {
				pending, latest = true, time.Now().Add(patience)
			}
			continue
		}
		message, err := w.count(ctx, news.From(item))
		if err != nil {
			return err
		}
		if message == nil {
			pending = false
			continue
		}
		pending = false
		select {
		case out <- message:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// count is how the coverage is now; nothing when a change moved nothing, or when the viewer is no member any more. Another
// sign always gives a message.
func (w *weighed) count(ctx context.Context, at *news.Change) (*model.CoverageChanged, error) {
	ids, err := w.which(ctx)
	if err != nil {
		return nil, err
	}
	answers, err := coverage.Of(ctx, w.Client, ids, w.scope)
	if err != nil {
		return nil, err
	}
	if seen, err := w.Client.Project.Query().Where(project.ID(w.project.ID)).Exist(ctx); err != nil || !seen {
		return nil, err // the viewer sees nothing of it any more, of which the stream is about to tell
	}
	now, counts := make(map[ident.ID]coverage.Status, len(answers)), map[coverage.Status]int{}
	for id, answer := range answers {
		now[id] = answer.Status
		counts[answer.Status]++
	}
	message := &model.CoverageChanged{Cursor: at.Cursor, Seq: at.Seq, Op: at.Op, Counts: []*model.CoverageCount{}, Moved: []*model.CoverageMove{}}
	for _, status := range model.AllCoverageStatus {
		if many := counts[coverage.Status(status)]; many > 0 {
			message.Counts = append(message.Counts, &model.CoverageCount{Status: status, Requirements: many})
		}
	}
	if at.Op == news.Ready {
		w.last = now
		return message, nil
	}
	moved := differing(w.last, now)
	if len(moved) > 0 {
		message.Op = "UPDATE"
	}
	if message.Moved, err = w.named(ctx, moved, now); err != nil {
		return nil, err
	}
	w.last = now
	if message.Op == "" {
		return nil, nil
	}
	return message, nil
}

// named shows requirements that moved, the first hundred of them.
func (w *weighed) named(ctx context.Context, moved []ident.ID, now map[ident.ID]coverage.Status) ([]*model.CoverageMove, error) {
	moved = moved[:min(len(moved), shownMoves)]
	found, err := w.Client.Requirement.LoadByIDs(ctx, moved)
	if err != nil {
		return nil, err
	}
	shown := make([]*model.CoverageMove, len(moved))
	for i, id := range moved {
		shown[i] = &model.CoverageMove{Requirement: found[id], From: word(w.last, id), To: word(now, id)}
	}
	return shown, nil
}

func word(of map[ident.ID]coverage.Status, id ident.ID) *model.CoverageStatus {
	found, ok := of[id]
	if !ok {
		return nil
	}
	status := model.CoverageStatus(found)
	return &status
}

// differing are the requirements whose status is another one, in the order of their ids.
func differing(before, now map[ident.ID]coverage.Status) []ident.ID {
	var moved []ident.ID
	for id, status := range now {
		if was, known := before[id]; !known || was != status {
			moved = append(moved, id)
		}
	}
	for id := range before {
		if _, still := now[id]; !still {
			moved = append(moved, id)
		}
	}
	slices.SortFunc(moved, func(a, b ident.ID) int { return slices.Compare(a[:], b[:]) })
	return moved
}

// watched says which requirements are counted; a key that does not exist is refused now rather than never heard of.
func (r *Resolver) watched(ctx context.Context, owner *ent.Project, releaseKey, requirementKey *string) (func(ctx context.Context) ([]ident.ID, error), error) {
	query := func() *ent.RequirementQuery {
		q := r.Client.Requirement.Query().Where(requirement.HasProjectWith(project.ID(owner.ID)))
		if releaseKey != nil {
			q.Where(requirement.HasReleaseWith(release.Key(*releaseKey)))
		}
		return q
	}
	if releaseKey != nil {
		if exists, err := r.Client.Release.Query().Where(release.ProjectID(owner.ID), release.Key(*releaseKey)).Exist(ctx); err != nil || !exists {
			return nil, orMissing(err, "release", *releaseKey)
		}
	}
	if requirementKey == nil {
		return func(ctx context.Context) ([]ident.ID, error) { return query().IDs(ctx) }, nil
	}
	root, err := r.Client.Requirement.Query().Where(requirement.ProjectID(owner.ID), requirement.Key(*requirementKey)).OnlyID(ctx)
	if err != nil {
		if ent.IsNotFound(err) {
			err = nil
		}
		return nil, orMissing(err, "requirement", *requirementKey)
	}
	return func(ctx context.Context) ([]ident.ID, error) {
		under, err := coverage.Under(ctx, r.Client, root)
		if err != nil {
			return nil, err
		}
		kept, err := query().IDs(ctx)
		return slices.DeleteFunc(kept, func(id ident.ID) bool { return !under[id] }), err
	}, nil
}

func orMissing(err error, what, key string) error {
	if err != nil {
		return err
	}
	return fault.New(fault.NotFound, "there is no %s %s in this project", what, key).At(what)
}
