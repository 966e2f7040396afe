package main

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"

	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// watchCommand follows the changes of a project.
type watchCommand struct {
	Project       string   `help:"Key of the project to follow." required:"" placeholder:"KEY"`
	After         *string  `help:"Where to begin: start for all changes that are kept, now for those to come, or a cursor; now unless said." placeholder:"CURSOR"`
	Snapshot      bool     `help:"Begin with everything that is there, a line a thing, and go on from that moment."`
	Entity        []string `help:"Only changes of these kinds of thing, for example TEST_CASE,DEFECT." placeholder:"KIND"`
	Op            []string `help:"Only these operations: CREATE, UPDATE, DELETE." placeholder:"OP"`
	Field         []string `help:"Only changes of these fields, for example status." placeholder:"NAME"`
	Count         int      `help:"End after this many changes; 0 means never." default:"0" placeholder:"N"`
	UntilCaughtUp bool     `help:"End when the changes that were there at the beginning are written, instead of waiting for more."`
	CursorFile    string   `help:"Keep the place in this file after every line, and go on from there at the next start; the other ways to begin count only while there is no such file." placeholder:"FILE"`
	URL           string   `name:"url" help:"Follow a server that is running on this machine, for example http://127.0.0.1:8080, instead of opening the workspace; when it is away, go on by itself once it is back." placeholder:"ADDRESS"`
}

// Run writes a line for each change until it is interrupted, which is no failure. The lines are the same with --json.
func (w *watchCommand) Run(ctx context.Context, words *cli, out *output) error {
	f, err := w.follower(out)
	if err != nil {
		return err
	}
	source, stop, err := w.source(ctx, words)
	if err != nil {
		return err
	}
	defer stop()
	f.source = source
	if err := f.follow(ctx, w.Snapshot); err != nil && ctx.Err() == nil {
		return err
	}
	return nil
}

// follower is what the flags ask for, without where it comes from.
func (w *watchCommand) follower(out *output) (*follower, error) {
	f := &follower{
		project: w.Project, after: "now", count: w.Count, ends: w.UntilCaughtUp, kept: w.CursorFile,
		filter: url.Values{}, out: out.stdout, pause: pause,
		note: func(format string, values ...any) { out.notef("asterism: "+format+"\n", values...) },
	}
	switch {
	case w.After == nil:
	case *w.After == "":
		return nil, fault.New(fault.Invalid, "--after is empty: say start, now or a cursor; a variable may not be set").At("after")
	default:
		f.after = *w.After
	}
	if w.After != nil && w.Snapshot {
		return nil, fault.New(fault.Invalid, "a snapshot says itself where to go on: leave out --after or --snapshot").At("after")
	}
	if w.Count < 0 {
		return nil, fault.New(fault.Invalid, "count is a number of changes, or 0 for no end").At("count")
	}
	for name, values := range map[string][]string{"entity": w.Entity, "op": w.Op, "field": w.Field} {
		for _, value := range values {
			if name != "field" {
				value = strings.ToUpper(value)
			}
			f.filter.Add(name, value)
		}
	}
	return f, f.recall()
}

// source is where changes are asked for: a running server, or the workspace itself behind the same handler.
func (w *watchCommand) source(ctx context.Context, words *cli) (source, func(), error) {
	if w.URL != "" {
		address, err := url.Parse(w.URL)
		if err != nil || address.Host == "" || address.Scheme != "http" && address.Scheme != "https" {
			return source{}, nil, fault.New(fault.Invalid, "write the address of the server like http://127.0.0.1:8080").At("url")
		}
		return source{client: &http.Client{}, address: strings.TrimRight(w.URL, "/")}, func() {}, nil
	}
	a, err := words.existing(ctx)
	if err != nil {
		return source{}, nil, err
	}
	var running sync.WaitGroup
	living, cancel := context.WithCancel(viewer.AsSystem(ctx))
	running.Go(func() { _ = a.Feed.Run(living) }) // it only fails when it runs twice
	inside := within{a.Handler(http.NotFoundHandler())}
	return source{client: &http.Client{Transport: inside}, address: "http://localhost"}, func() {
		cancel()
		running.Wait()
		_ = a.Close()
	}, nil
}

// recall reads the place that an earlier start left behind.
func (f *follower) recall() error {
	if f.kept == "" {
		return nil
	}
	text, err := os.ReadFile(f.kept)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fault.New(fault.Invalid, "the cursor file %s cannot be read", f.kept).Because(err).At("cursor-file")
	}
	if f.after = strings.TrimSpace(string(text)); f.after == "" {
		return fault.New(fault.Invalid, "the cursor file %s is empty: put the cursor of the last line that you have into it, or remove it to begin anew", f.kept).At("cursor-file")
	}
	f.isResumed = true
	return nil
}

// keep replaces the place as a whole, so that being cut off leaves the old one or the new one.
func (f *follower) keep(cursor string) error {
	f.after = cursor
	if f.kept == "" {
		return nil
	}
	next := f.kept + ".next"
	err := os.WriteFile(next, []byte(cursor+"\n"), 0o600)
	if err == nil {
		err = os.Rename(next, f.kept)
	}
	if err != nil {
		return fault.New(fault.Unavailable, "the cursor file %s cannot be written", f.kept).Because(err).At("cursor-file")
	}
	return nil
}
