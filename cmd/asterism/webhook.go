package main

import (
	"context"
	"net/netip"

	"github.com/asterism-qa/asterism/internal/app"
	"github.com/asterism-qa/asterism/internal/fault"
)

// webhookCommand groups what is done with webhooks. Changes are sent while a server runs; these commands say what and where.
type webhookCommand struct {
	WebhookAllow []netip.Prefix `help:"Networks of your own in which webhooks may be sent, as for serve." placeholder:"NETWORK"`

	Create     webhookCreate     `cmd:"" help:"Send changes to an address; prints the secret that signs them, this once."`
	List       webhookList       `cmd:"" help:"List the webhooks of a project and how their sending goes."`
	Deliveries webhookDeliveries `cmd:"" help:"List the last attempts of a webhook, newest first."`
	Ping       webhookPing       `cmd:"" help:"Send a test message now and say what came of it."`
	Pause      webhookPause      `cmd:"" help:"Stop sending; nothing is lost meanwhile, for up to 90 days."`
	Resume     webhookResume     `cmd:"" help:"Go on sending."`
	Replay     webhookReplay     `cmd:"" help:"Send changes again from a place on."`
	Rotate     webhookRotate     `cmd:"" help:"Make a new secret and print it, this once; the present one signs too for 24 hours."`
	Delete     webhookDelete     `cmd:"" help:"Stop sending for good and forget the webhook."`
}

// webhook is how a webhook is shown.
type webhook struct {
	ID                  string   `json:"id"`
	Name                string   `json:"name"`
	URL                 string   `json:"url"`
	Consumer            consumer `json:"consumer"`
	SkipAfter           int      `json:"skipAfter"`
	PreviousSecretUntil *string  `json:"previousSecretUntil"`
	Attempts            int      `json:"attempts"`
	FailingSince        *string  `json:"failingSince"`
	NextAttemptAt       *string  `json:"nextAttemptAt"`
	LastError           *string  `json:"lastError"`
	LatencyMs           *int     `json:"latencyMs"`
}

const webhookFields = ` id name url consumer {` + consumerFields + `} skipAfter previousSecretUntil attempts failingSince nextAttemptAt lastError latencyMs `

// aWebhook are the words that name one.
type aWebhook struct {
	Name    string `arg:"" help:"Name of the webhook."`
	Project string `help:"Key of the project." required:"" placeholder:"KEY"`
}

// webhooksOf are the webhooks of a project.
func webhooksOf(ctx context.Context, a *app.App, project string) ([]webhook, error) {
	var data struct {
		Project *struct{ Webhooks []webhook }
	}
	document := `query ($project: String!) { project(key: $project) { webhooks {` + webhookFields + `} } }`
	if err := find(ctx, a, document, map[string]any{"project": project}, &data); err != nil {
		return nil, err
	}
	if data.Project == nil {
		return nil, noProject(project)
	}
	return data.Project.Webhooks, nil
}

// id finds the webhook by its name.
func (n aWebhook) id(ctx context.Context, a *app.App) (string, error) {
	all, err := webhooksOf(ctx, a, n.Project)
	if err != nil {
		return "", err
	}
	for _, one := range all {
		if one.Name == n.Name {
			return one.ID, nil
		}
	}
	return "", fault.New(fault.NotFound, "project %s has no webhook %s; 'asterism webhook list --project %s' names those there are", n.Project, n.Name, n.Project).At("name")
}

// webhookDone is what a mutation about a webhook brings.
type webhookDone struct {
	Webhook *webhook `json:"webhook"`
	Secret  *string  `json:"secret,omitempty"`
}

// tell shows what was done, and the secret when there is one.
func (d webhookDone) tell(out *output, said, name string) error {
	if out.json {
		return out.document(d)
	}
	out.printf(said+"\n", name)
	if d.Secret != nil {
		out.printf("Its secret, shown this once: %s\n", *d.Secret)
	}
	return nil
}

// perform sends a mutation about a webhook that is there.
func (n aWebhook) perform(ctx context.Context, words *cli, out *output, verb, cursor, said string) error {
	return words.onWorkspace(ctx, func(a *app.App) error {
		id, err := n.id(ctx, a)
		if err != nil {
			return err
		}
		input, kind := map[string]any{"id": id}, "WebhookRefInput"
		if cursor != "" {
			if input["cursor"], err = cursorAt(ctx, a, n.Project, cursor); err != nil {
				return err
			}
			kind = "WebhookReplayInput"
		}
		var payload webhookDone
		document := `mutation ($input: ` + kind + `!) { done: ` + verb + `(input: $input) { webhook {` + webhookFields + `} secret userErrors { message code field } } }`
		if err := mutate(ctx, a, out, document, input, &payload); err != nil {
			return err
		}
		return payload.tell(out, said, n.Name)
	})
}

type webhookList struct {
	Project string `help:"Key of the project." required:"" placeholder:"KEY"`
}

// Run prints {"webhooks": […]}, or a line for each webhook.
func (w *webhookList) Run(ctx context.Context, words *cli, out *output) error {
	return words.onWorkspace(ctx, func(a *app.App) error {
		all, err := webhooksOf(ctx, a, w.Project)
		if err != nil {
			return err
		}
		if out.json {
			return out.document(map[string]any{"webhooks": all})
		}
		for _, one := range all {
			out.printf("%-24s %-8s after %d, %d behind  %s\n", one.Name, one.Consumer.State, one.Consumer.Acked, one.Consumer.Lag, one.URL)
			if one.LastError != nil {
				out.printf("%24s %s\n", "", *one.LastError)
			}
		}
		return nil
	})
}
