package main

import (
	"context"

	"github.com/asterism-qa/asterism/internal/app"
)

type webhookCreate struct {
	aWebhook
	wanted
	URL       string `name:"url" help:"Where changes are sent: https, port 443 or 8443, outside the server's own network unless allowed." required:"" placeholder:"ADDRESS"`
	After     string `help:"Where it begins: start, now or a cursor." default:"now" placeholder:"CURSOR"`
	SkipAfter *int   `help:"Leave a change out after this many vain attempts, 1 to 100; never unless said." placeholder:"N"`
}

// Run makes the webhook and prints its secret.
func (w *webhookCreate) Run(ctx context.Context, words *cli, out *output) error {
	return words.onWorkspace(ctx, func(a *app.App) error {
		after, err := cursorAt(ctx, a, w.Project, w.After)
		if err != nil {
			return err
		}
		input := map[string]any{"project": w.Project, "name": w.Name, "url": w.URL, "filter": w.filter(), "after": after, "skipAfter": w.SkipAfter}
		var payload webhookDone
		document := `mutation ($input: WebhookCreateInput!) { done: webhookCreate(input: $input) { webhook {` + webhookFields + `} secret userErrors { message code field } } }`
		if err := mutate(ctx, a, out, document, input, &payload); err != nil {
			return err
		}
		return payload.tell(out, "Webhook %s is there; changes are sent while a server runs. Try it: asterism webhook ping "+w.Name+" --project "+w.Project, w.Name)
	})
}

type webhookPause struct{ aWebhook }

// Run pauses the webhook.
func (w *webhookPause) Run(ctx context.Context, words *cli, out *output) error {
	return w.perform(ctx, words, out, "webhookPause", "", "Webhook %s is paused.")
}

type webhookResume struct{ aWebhook }

// Run resumes the webhook.
func (w *webhookResume) Run(ctx context.Context, words *cli, out *output) error {
	return w.perform(ctx, words, out, "webhookResume", "", "Webhook %s goes on.")
}

type webhookReplay struct {
	aWebhook
	From string `help:"Changes after this place are sent again: start, now or a cursor." required:"" placeholder:"CURSOR"`
}

// Run sends changes again.
func (w *webhookReplay) Run(ctx context.Context, words *cli, out *output) error {
	return w.perform(ctx, words, out, "webhookReplay", w.From, "Webhook %s goes on from there.")
}

type webhookRotate struct{ aWebhook }

// Run makes a new secret.
func (w *webhookRotate) Run(ctx context.Context, words *cli, out *output) error {
	return w.perform(ctx, words, out, "webhookRotateSecret", "", "Webhook %s has a new secret; the one before signs too for 24 hours.")
}

type webhookDelete struct{ aWebhook }

// Run deletes the webhook.
func (w *webhookDelete) Run(ctx context.Context, words *cli, out *output) error {
	return w.perform(ctx, words, out, "webhookDelete", "", "Webhook %s is forgotten.")
}
