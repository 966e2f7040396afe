package main

import (
	"context"

	"github.com/asterism-qa/asterism/internal/app"
)

// consumerCommand groups what is done with named consumers.
type consumerCommand struct {
	Create consumerCreate `cmd:"" help:"Make a consumer whose place the server keeps."`
	List   consumerList   `cmd:"" help:"List the consumers of a project with their places."`
	Move   consumerMove   `cmd:"" help:"Set a consumer to another place."`
	Pause  consumerPause  `cmd:"" help:"Stop handing changes to a consumer; its place is kept."`
	Resume consumerResume `cmd:"" help:"Go on handing changes to a consumer."`
	Delete consumerDelete `cmd:"" help:"Forget a consumer and its place."`
}

// consumer is how a consumer is shown.
type consumer struct {
	Name      string  `json:"name"`
	Kind      string  `json:"kind"`
	State     string  `json:"state"`
	StateNote string  `json:"stateNote"`
	Acked     int     `json:"acked"`
	Lag       int     `json:"lag"`
	Position  string  `json:"position"`
	AckedAt   *string `json:"ackedAt"`
}

const consumerFields = ` name kind state stateNote acked lag position ackedAt `

// aConsumer are the words that name one.
type aConsumer struct {
	Name    string `arg:"" help:"Name of the consumer."`
	Project string `help:"Key of the project." required:"" placeholder:"KEY"`
}

// perform sends a mutation about a consumer and shows what it is afterwards. Texts among the further inputs are places.
func (n aConsumer) perform(ctx context.Context, words *cli, out *output, verb, kind string, more map[string]any, said string) error {
	return words.onWorkspace(ctx, func(a *app.App) error {
		input := map[string]any{"project": n.Project, "consumer": n.Name}
		if verb == "consumerCreate" {
			input = map[string]any{"project": n.Project, "name": n.Name}
		}
		for name, value := range more {
			if place, is := value.(string); is {
				cursor, err := cursorAt(ctx, a, n.Project, place)
				if err != nil {
					return err
				}
				value = cursor
			}
			input[name] = value
		}
		var payload struct{ Consumer *consumer }
		document := `mutation ($input: ` + kind + `!) { done: ` + verb + `(input: $input) { consumer {` + consumerFields + `} userErrors { message code field } } }`
		if err := mutate(ctx, a, out, document, input, &payload); err != nil {
			return err
		}
		if out.json {
			return out.document(map[string]any{"consumer": payload.Consumer})
		}
		out.printf(said+"\n", n.Name)
		return nil
	})
}

type consumerCreate struct {
	aConsumer
	wanted
	After string `help:"Where it begins: start, now or a cursor." default:"now" placeholder:"CURSOR"`
}

// Run makes the consumer.
func (c *consumerCreate) Run(ctx context.Context, words *cli, out *output) error {
	return c.perform(ctx, words, out, "consumerCreate", "ConsumerCreateInput", map[string]any{"filter": c.filter(), "after": c.After},
		"Consumer %s is there. It is served by the subscription consume and confirmed with consumerAck.")
}

type consumerMove struct {
	aConsumer
	To string `help:"Where it goes on: start, now or a cursor. An older place hands changes over again, a newer one leaves some out." required:"" placeholder:"CURSOR"`
}

// Run moves the consumer.
func (c *consumerMove) Run(ctx context.Context, words *cli, out *output) error {
	return c.perform(ctx, words, out, "consumerMove", "ConsumerMoveInput", map[string]any{"cursor": c.To}, "Consumer %s goes on from there.")
}

type consumerPause struct{ aConsumer }

// Run pauses the consumer.
func (c *consumerPause) Run(ctx context.Context, words *cli, out *output) error {
	return c.perform(ctx, words, out, "consumerPause", "ConsumerRefInput", nil, "Consumer %s is paused; nothing is lost meanwhile, for up to 90 days.")
}

type consumerResume struct{ aConsumer }

// Run resumes the consumer.
func (c *consumerResume) Run(ctx context.Context, words *cli, out *output) error {
	return c.perform(ctx, words, out, "consumerResume", "ConsumerRefInput", nil, "Consumer %s goes on.")
}

type consumerDelete struct{ aConsumer }

// Run deletes the consumer.
func (c *consumerDelete) Run(ctx context.Context, words *cli, out *output) error {
	return c.perform(ctx, words, out, "consumerDelete", "ConsumerRefInput", nil, "Consumer %s is forgotten.")
}

type consumerList struct {
	Project string `help:"Key of the project." required:"" placeholder:"KEY"`
}

// Run prints {"consumers": […]}, or a line for each consumer.
func (c *consumerList) Run(ctx context.Context, words *cli, out *output) error {
	return words.onWorkspace(ctx, func(a *app.App) error {
		var data struct {
			Project *struct{ Consumers []consumer }
		}
		document := `query ($project: String!) { project(key: $project) { consumers {` + consumerFields + `} } }`
		if err := find(ctx, a, document, map[string]any{"project": c.Project}, &data); err != nil {
			return err
		}
		if data.Project == nil {
			return noProject(c.Project)
		}
		if out.json {
			return out.document(map[string]any{"consumers": data.Project.Consumers})
		}
		for _, one := range data.Project.Consumers {
			out.printf("%-24s %-8s %-8s after %d, %d behind %s\n", one.Name, one.Kind, one.State, one.Acked, one.Lag, one.StateNote)
		}
		return nil
	})
}
