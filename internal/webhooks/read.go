package webhooks

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/consumer"
	"github.com/asterism-qa/asterism/ent/gen/ent/membership"
	"github.com/asterism-qa/asterism/ent/gen/ent/predicate"
	"github.com/asterism-qa/asterism/ent/gen/ent/webhook"
	"github.com/asterism-qa/asterism/ent/gen/ent/webhookdelivery"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/projects/bulk"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// ListOf are the webhooks of projects by name, in two statements. Projects in which the viewer is no administrator have
// none.
func ListOf(ctx context.Context, client *ent.Client, projects []ident.ID) (map[ident.ID][]*ent.Webhook, error) {
	who, err := viewer.From(ctx)
	if err != nil {
		return nil, err
	}
	if !who.System {
		projects, err = administered(ctx, client, who.User, projects)
		if err != nil || len(projects) == 0 {
			return map[ident.ID][]*ent.Webhook{}, err
		}
	}
	found, err := client.Webhook.Query().Where(bulk.IDs[predicate.Webhook](webhook.FieldProjectID, projects)).
		Order(webhook.ByConsumerField(consumer.FieldName)).All(ctx)
	if err != nil {
		return nil, err
	}
	ent.JoinWebhooks(found)
	lists := make(map[ident.ID][]*ent.Webhook, len(projects))
	for _, one := range found {
		lists[one.ProjectID] = append(lists[one.ProjectID], one)
	}
	return lists, nil
}

// administered are those projects of which a user is an administrator.
func administered(ctx context.Context, client *ent.Client, user ident.ID, projects []ident.ID) ([]ident.ID, error) {
	found, err := client.Membership.Query().Where(membership.UserID(user), membership.RoleEQ(membership.RoleADMIN),
		bulk.IDs[predicate.Membership](membership.FieldProjectID, projects)).All(ctx)
	if err != nil {
		return nil, err
	}
	theirs := make([]ident.ID, len(found))
	for i, one := range found {
		theirs[i] = one.ProjectID
	}
	return theirs, nil
}

// Deliveries are the last attempts of webhooks, newest first and at most so many of each, in one statement.
func Deliveries(ctx context.Context, client *ent.Client, hooks []ident.ID, most int) (map[ident.ID][]*ent.WebhookDelivery, error) {
	return newest(ctx, client, hooks, most, nil)
}

// Latencies are the middle ones of the times that the last 100 answers of webhooks took, in milliseconds, in one
// statement. A webhook that was never answered is absent.
func Latencies(ctx context.Context, client *ent.Client, hooks []ident.ID) (map[ident.ID]int, error) {
	found, err := newest(ctx, client, hooks, 100, func(s *sql.Selector) *sql.Predicate { return sql.NEQ(s.C(webhookdelivery.FieldStatus), 0) })
	if err != nil {
		return nil, err
	}
	middle := make(map[ident.ID]int, len(found))
	for hook, answers := range found {
		times := make([]int, len(answers))
		for i, one := range answers {
			times[i] = one.LatencyMs
		}
		slices.Sort(times)
		middle[hook] = times[(len(times)-1)/2]
	}
	return middle, nil
}

// LastErrors are what went wrong when webhooks last tried to send something, in one statement. Those whose last attempt
// was taken, and those without any, are absent.
func LastErrors(ctx context.Context, client *ent.Client, hooks []ident.ID) (map[ident.ID]string, error) {
	found, err := newest(ctx, client, hooks, 1, nil)
	if err != nil {
		return nil, err
	}
	last := make(map[ident.ID]string, len(found))
	for hook, attempts := range found {
		if attempts[0].Error != "" {
			last[hook] = attempts[0].Error
		}
	}
	return last, nil
}

// newest are the last deliveries of webhooks that fulfil a condition.
func newest(ctx context.Context, client *ent.Client, hooks []ident.ID, most int, which func(*sql.Selector) *sql.Predicate) (map[ident.ID][]*ent.WebhookDelivery, error) {
	found, err := client.WebhookDelivery.Query().Where(func(s *sql.Selector) {
		d := sql.Dialect(s.Dialect())
		t := d.Table(webhookdelivery.Table)
		all := d.Select(t.C(webhookdelivery.FieldID)).From(t).Where(bulk.InIDs(s.Dialect(), t.C(webhookdelivery.FieldWebhookID), hooks))
		if which != nil {
			all.Where(which(all))
		}
		place := sql.RowNumber().PartitionBy(t.C(webhookdelivery.FieldWebhookID)).
			OrderBy(sql.Desc(t.C(webhookdelivery.FieldCreatedAt)), sql.Desc(t.C(webhookdelivery.FieldID)))
		placed := all.AppendSelectExprAs(place, "place").As("placed")
		s.Where(sql.In(s.C(webhookdelivery.FieldID), d.Select(placed.C(webhookdelivery.FieldID)).From(placed).Where(sql.LTE(placed.C("place"), most))))
	}).Order(newestFirst).Unique(false).All(ctx)
	if err != nil {
		return nil, err
	}
	lists := make(map[ident.ID][]*ent.WebhookDelivery, len(hooks))
	for _, one := range found {
		lists[one.WebhookID] = append(lists[one.WebhookID], one)
	}
	return lists, nil
}
