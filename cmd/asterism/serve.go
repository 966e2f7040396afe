package main

import (
	"context"
	"net/netip"

	"github.com/asterism-qa/asterism/frontend"
	"github.com/asterism-qa/asterism/internal/app"
)

// defaultAddress is where the server listens unless told otherwise.
const defaultAddress = "127.0.0.1:8080"

// serveCommand serves a workspace until it is interrupted.
type serveCommand struct {
	Addr         string         `help:"Where to listen, host:port; only this machine's own names until there is sign-in." default:"${address}"`
	WebhookAllow []netip.Prefix `help:"Networks of your own in which webhooks may be sent, also without https, for example 10.0.0.0/8; may be repeated." placeholder:"NETWORK"`
	Budget       int            `help:"Greatest number of things one question may bring; for measurements." default:"0" hidden:""`
	MaxPage      int            `help:"Greatest page of a list; for measurements." default:"0" hidden:""`
}

// Run opens the workspace, brings it up to date and serves it.
func (s *serveCommand) Run(ctx context.Context, words *cli, out *output) error {
	c := words.config()
	c.Budget, c.MaxPage, c.Callable = s.Budget, s.MaxPage, s.WebhookAllow
	listener, err := app.Listen(ctx, s.Addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	a, err := app.Open(ctx, c)
	if err != nil {
		return err
	}
	defer a.Close()
	announce(out, listener.Addr().String())
	defer out.notef("Stopped.\n")
	return a.Serve(ctx, listener, frontend.Handler(frontend.Dist()))
}

// announce says where the server is, as one JSON line or in words.
func announce(out *output, address string) {
	if out.json {
		_ = out.document(map[string]string{"listening": "http://" + address})
		return
	}
	out.printf("Page      http://%s/\nGraphiQL  http://%s/graphiql\nAPI       http://%s/graphql\nEnd with Ctrl+C.\n", address, address, address)
}
