package consumers

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/schema"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
	"github.com/asterism-qa/asterism/internal/projects"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
)

// Create makes a consumer that fetches its changes.
func Create(ctx context.Context, tx *ent.Client, in CreateInput) (*ent.Consumer, error) {
	var check fault.Check
	CheckName(&check, in.Name)
	if err := CheckFilter(&check, in.Filter); err != nil {
		return nil, err
	}
	if err := check.Err(); err != nil {
		return nil, err
	}
	owner, err := projects.Named(ctx, tx, in.Project, membership.RoleEDITOR)
	if err != nil {
		return nil, err
	}
	return Make(ctx, tx, owner, consumer.KindPULL, in.Name, in.Filter, in.After)
}

// Make stores a consumer, whose name and filter are checked, with a position after a cursor, or at the present end when
// there is none.
func Make(ctx context.Context, tx *ent.Client, owner *ent.Project, kind consumer.Kind, name string, filter *schema.ChangeFilter, after *string) (*ent.Consumer, error) {
	head, err := headOf(ctx, tx, owner)
	if err != nil {
		return nil, err
	}
	at := feed.Position{Project: owner.ID, Epoch: head.Epoch, Seq: head.Head}
	if after != nil {
		if at, err = Place(head, owner, *after, "after"); err != nil {
			return nil, err
		}
	}
	if err := requireRoom(ctx, tx, owner, name); err != nil {
		return nil, err
	}
	now := clock.Now(ctx)
	made, err := tx.Consumer.Create().SetProjectID(owner.ID).SetKind(kind).SetName(name).SetFilter(wanted(filter)).
		SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	if err != nil {
		return nil, bulk.Explain(err, "consumer")
	}
	err = tx.ConsumerPosition.Create().SetProjectID(owner.ID).SetConsumerID(made.ID).SetEpoch(at.Epoch).SetAcked(at.Seq).
		SetCreatedAt(now).SetUpdatedAt(now).Exec(ctx)
	return made, bulk.Explain(err, "consumer")
}

// requireRoom refuses a name that is taken, and one consumer too many. Two who make the last one at the same moment both
// may: nobody shall wait for others, such as an import, for the sake of a limit that only holds back mistakes.
func requireRoom(ctx context.Context, tx *ent.Client, owner *ent.Project, name string) error {
	names, err := tx.Consumer.Query().Where(consumer.ProjectID(owner.ID)).Select(consumer.FieldName).Strings(ctx)
	if err != nil {
		return err
	}
	for _, taken := range names {
		if taken == name {
			return fault.New(fault.Conflict, "project %s has a consumer %s already; choose another name, or delete that one", owner.Key, name).At("name")
		}
	}
	if len(names) >= most {
		return fault.New(fault.Precondition, "project %s has %d consumers and may have no more; delete one that nobody needs", owner.Key, len(names)).At("name")
	}
	return nil
}
