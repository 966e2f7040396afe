package consumers

import (
	"context"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumerposition"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/store/changelog"
)

// Position is how far a consumer has come, as people see it.
type Position struct {
	// Cursor is the place after the last change that it confirmed.
	Cursor string
	// Acked is the number of that change; 0 before the first.
	Acked int64
	// AckedAt is when it last confirmed something; nil before the first time.
	AckedAt *time.Time
	// Lag is how many changes of the project came after that one, of this history.
	Lag int64
	// ServedUntil is until when nobody else may serve it; nil when nobody does.
	ServedUntil *time.Time
	// Attempts is how often the next change was sent in vain, FailingSince when that first happened and NextAttemptAt when
	// it is sent again; nothing while all is well and for a consumer that fetches.
	Attempts                    int
	FailingSince, NextAttemptAt *time.Time
}

// PositionsOf are the positions of consumers by their ids, those of all of them in two statements. Consumers that the
// viewer may not see are absent.
func PositionsOf(ctx context.Context, client *ent.Client, ids []ident.ID) (map[ident.ID]Position, error) {
	var dialect string
	found, err := client.ConsumerPosition.Query().
		Where(bulk.IDs[predicate.ConsumerPosition](consumerposition.FieldConsumerID, ids), noting[predicate.ConsumerPosition](&dialect)).All(ctx)
	if err != nil {
		return nil, err
	}
	owners := make([]ident.ID, 0, 1)
	known := map[ident.ID]bool{}
	for _, one := range found {
		if !known[one.ProjectID] {
			known[one.ProjectID] = true
			owners = append(owners, one.ProjectID)
		}
	}
	heads, err := changelog.Heads(ctx, client, dialect, owners)
	if err != nil {
		return nil, err
	}
	now, positions := clock.Now(ctx), make(map[ident.ID]Position, len(found))
	for _, one := range found {
		positions[one.ConsumerID] = positionOf(one, heads[one.ProjectID], now)
	}
	return positions, nil
}

func positionOf(one *ent.ConsumerPosition, head changelog.Head, now time.Time) Position {
	is := Position{
		Cursor: placeOf(one).String(), Acked: one.Acked, AckedAt: one.AckedAt, Lag: max(head.Head-one.Acked, 0),
		Attempts: one.Attempts, FailingSince: one.FailingSince, NextAttemptAt: one.NextAttemptAt,
	}
	if one.Epoch != head.Epoch { // the number says nothing in this history
		is.Lag = head.Head
	}
	if one.LeaseUntil != nil && one.LeaseUntil.After(now) {
		is.ServedUntil = one.LeaseUntil
	}
	return is
}

// placeOf is the cursor of a position.
func placeOf(at *ent.ConsumerPosition) feed.Cursor {
	return feed.Cursor{{Project: at.ProjectID, Epoch: at.Epoch, Seq: at.Acked}}
}

// ListOf are the consumers of projects by name, all in one statement.
func ListOf(ctx context.Context, client *ent.Client, projects []ident.ID) (map[ident.ID][]*ent.Consumer, error) {
	found, err := client.Consumer.Query().Where(bulk.IDs[predicate.Consumer](consumer.FieldProjectID, projects)).
		Order(ent.Asc(consumer.FieldName)).All(ctx)
	if err != nil {
		return nil, err
	}
	ent.JoinConsumers(found)
	lists := make(map[ident.ID][]*ent.Consumer, len(projects))
	for _, one := range found {
		lists[one.ProjectID] = append(lists[one.ProjectID], one)
	}
	return lists, nil
}

// Named is the consumer of a project with a name; nil when there is none or the viewer may not see it.
func Named(ctx context.Context, client *ent.Client, project ident.ID, name string) (*ent.Consumer, error) {
	found, err := client.Consumer.Query().Where(consumer.ProjectID(project), consumer.Name(name)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return found, err
}
