package graph

import (
	"context"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/level"
	"github.com/asterism-qa/asterism/graph/guard"
	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/webhooks"
)

// webhooksOf are the webhooks of a project; those of all its siblings are loaded at once.
func (r *Resolver) webhooksOf(ctx context.Context, p *ent.Project) ([]*ent.Webhook, error) {
	siblings := orAlone(p.Siblings, p.ID)
	lists, err := once(siblings, "webhooks", func() (any, error) { return webhooks.ListOf(ctx, r.reader(ctx), siblings.IDs) })
	if err != nil {
		return nil, err
	}
	return listed(lists.(map[ident.ID][]*ent.Webhook)[p.ID]), nil
}

// family are the webhooks that one statement loaded.
func family(hook *ent.Webhook) *level.Set[ent.Webhook] {
	if hook.Siblings != nil {
		return hook.Siblings
	}
	return &level.Set[ent.Webhook]{All: []*ent.Webhook{hook}, IDs: []ident.ID{hook.ID}}
}

// served is the consumer of a webhook; name and consumer share one loading of those of all siblings.
func (r *Resolver) served(ctx context.Context, hook *ent.Webhook) (*ent.Consumer, error) {
	siblings := family(hook)
	found, err := once(siblings, "served", func() (any, error) {
		return r.reader(ctx).Consumer.LoadByIDs(ctx, consumersAmong(siblings))
	})
	if err != nil {
		return nil, err
	}
	return required(found.(map[ident.ID]*ent.Consumer)[hook.ConsumerID], nil)
}

// sending is how far a webhook has come.
func (r *Resolver) sending(ctx context.Context, hook *ent.Webhook) (consumers.Position, error) {
	return positionAmong(ctx, r, family(hook), hook.ConsumerID, consumersAmong)
}

func consumersAmong(hooks *level.Set[ent.Webhook]) []ident.ID {
	all := make([]ident.ID, len(hooks.All))
	for i, one := range hooks.All {
		all[i] = one.ConsumerID
	}
	return all
}

// ofLog answers something that is read from the logs of a webhook and all its siblings at once; nothing where there is
// none.
func ofLog[T any](ctx context.Context, r *Resolver, hook *ent.Webhook, key string, read func(context.Context, *ent.Client, []ident.ID) (map[ident.ID]T, error)) (*T, error) {
	siblings := family(hook)
	found, err := once(siblings, key, func() (any, error) { return read(ctx, r.reader(ctx), siblings.IDs) })
	if err != nil {
		return nil, err
	}
	if one, isThere := found.(map[ident.ID]T)[hook.ID]; isThere {
		return &one, nil
	}
	return nil, nil
}

// mostAttempts is how many attempts of all webhooks of a list together are answered at most.
const mostAttempts = 20_000

// attempts are the last attempts of a webhook.
func (r *Resolver) attempts(ctx context.Context, hook *ent.Webhook, first *int) ([]*ent.WebhookDelivery, error) {
	most := guard.DefaultPage
	if first != nil {
		most = *first
	}
	if most < 0 || most > guard.DefaultLimits.MaxPage {
		return nil, fault.New(fault.Invalid, "first is %d; it is 0 to %d", most, guard.DefaultLimits.MaxPage).At("first")
	}
	if asked := most * len(family(hook).IDs); asked > mostAttempts {
		return nil, fault.New("COMPLEXITY_LIMIT_EXCEEDED", "%d attempts of all webhooks are asked for at once and %d are answered; ask for fewer of each", asked, mostAttempts).At("first")
	}
	key, err := fieldKey(ctx)
	if err != nil {
		return nil, err
	}
	found, err := ofLog(ctx, r, hook, key, func(ctx context.Context, client *ent.Client, hooks []ident.ID) (map[ident.ID][]*ent.WebhookDelivery, error) {
		return webhooks.Deliveries(ctx, client, hooks, most)
	})
	if err != nil || found == nil {
		return []*ent.WebhookDelivery{}, err
	}
	return *found, nil
}
