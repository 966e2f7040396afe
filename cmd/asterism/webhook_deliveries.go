package main

import (
	"context"

	"github.com/asterism-qa/asterism/internal/app"
)

// delivery is how an attempt is shown.
type delivery struct {
	Seq       int    `json:"seq"`
	EventID   string `json:"eventId"`
	Attempt   int    `json:"attempt"`
	Outcome   string `json:"outcome"`
	Status    int    `json:"status"`
	LatencyMs int    `json:"latencyMs"`
	Error     string `json:"error"`
	Answer    string `json:"answer"`
	At        string `json:"at"`
}

const deliveryFields = ` seq eventId attempt outcome status latencyMs error answer at `

func (d delivery) tell(out *output) {
	out.printf("%s change %d, attempt %d: %s, status %d after %d ms %s\n", d.At, d.Seq, d.Attempt, d.Outcome, d.Status, d.LatencyMs, d.Error)
}

type webhookDeliveries struct {
	aWebhook
	First int `help:"How many attempts at most, up to 200." default:"50" placeholder:"N"`
}

// Run prints {"deliveries": […]}, or a line for each attempt.
func (w *webhookDeliveries) Run(ctx context.Context, words *cli, out *output) error {
	return words.onWorkspace(ctx, func(a *app.App) error {
		id, err := w.id(ctx, a)
		if err != nil {
			return err
		}
		var data struct {
			Project struct {
				Webhooks []struct {
					ID         string
					Deliveries []delivery
				}
			}
		}
		document := `query ($project: String!, $first: Int!) { project(key: $project) { webhooks { id deliveries(first: $first) {` + deliveryFields + `} } } }`
		if err := find(ctx, a, document, map[string]any{"project": w.Project, "first": w.First}, &data); err != nil {
			return err
		}
		for _, one := range data.Project.Webhooks {
			switch {
			case one.ID != id:
			case out.json:
				return out.document(map[string]any{"deliveries": one.Deliveries})
			default:
				for _, attempt := range one.Deliveries {
					attempt.tell(out)
				}
			}
		}
		return nil
	})
}

type webhookPing struct{ aWebhook }

// Run sends a test message; one that was not taken is a refusal.
func (w *webhookPing) Run(ctx context.Context, words *cli, out *output) error {
	return words.onWorkspace(ctx, func(a *app.App) error {
		id, err := w.id(ctx, a)
		if err != nil {
			return err
		}
		var payload struct {
			Delivery *delivery `json:"delivery"`
		}
		document := `mutation ($input: WebhookRefInput!) { done: webhookPing(input: $input) { delivery {` + deliveryFields + `} userErrors { message code field } } }`
		if err := mutate(ctx, a, out, document, map[string]any{"id": id}, &payload); err != nil {
			return err
		}
		if out.json {
			err = out.document(payload)
		} else {
			payload.Delivery.tell(out)
		}
		if err == nil && payload.Delivery.Outcome != "DELIVERED" {
			return errShown
		}
		return err
	})
}
