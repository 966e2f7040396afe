package consumers

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// headOf is how far the feed of a project has come, as the transaction sees it.
func headOf(ctx context.Context, tx *ent.Client, owner *ent.Project) (changelog.Head, error) {
	var dialect string
	_, err := tx.Project.Query().Where(project.ID(owner.ID), noting[predicate.Project](&dialect)).IDs(ctx)
	if err != nil {
		return changelog.Head{}, err
	}
	heads, err := changelog.Heads(ctx, tx, dialect, []ident.ID{owner.ID})
	if err != nil {
		return changelog.Head{}, err
	}
	head, found := heads[owner.ID]
	if !found {
		head = changelog.Head{Project: owner.ID, Epoch: nowhere}
	}
	return head, nil
}

// nowhere is the epoch of a project whose feed has not begun, as cursors write it.
const nowhere = "0000000000000000"

// noting is a condition that is always true and says which database answers, for statements that ent does not write.
func noting[P ~func(*sql.Selector)](dialect *string) P {
	return func(s *sql.Selector) { *dialect = s.Dialect() }
}

// Place reads the cursor in a field of an input: a place in the feed of this project from which it can be read. The codes
// of its faults are those of the feed.
func Place(head changelog.Head, owner *ent.Project, text, field string) (feed.Position, error) {
	cursor, err := feed.ParseCursor(text)
	if err != nil {
		if found := fault.Of(err); found != nil {
			return feed.Position{}, found.At(field)
		}
		return feed.Position{}, err
	}
	if len(cursor) != 1 || cursor[0].Project != owner.ID {
		return feed.Position{}, fault.New(feed.CursorInvalid, "this cursor is not one of project %s alone: send one that its changes carry", owner.Key).At(field)
	}
	at := cursor[0]
	switch {
	case at.Epoch != head.Epoch && at != (feed.Position{Project: owner.ID, Epoch: nowhere}):
		return feed.Position{}, fault.New(feed.CursorOtherHistory, "project %s was restored since this cursor was given out: "+
			"take a snapshot and send its cursor", owner.Key).At(field)
	case at.Seq > head.Head:
		return feed.Position{}, fault.New(feed.CursorAhead, "this cursor stands after change %d of project %s, whose last one is %d: "+
			"send one that this workspace gave out", at.Seq, owner.Key, head.Head).With("head", head.Head).At(field)
	case at.Seq < head.Floor:
		return feed.Position{}, fault.New(feed.CursorExpired, "the changes of project %s after number %d are no longer kept: "+
			"take a snapshot and send its cursor", owner.Key, at.Seq).With("floor", head.Floor).At(field)
	}
	return at, nil
}
