package app

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/internal/fault"
	"github.com/asterism-qa/asterism/internal/feed"
)

// Bounds of a request for changes.
const (
	usualLines = 1_000
	mostLines  = 10_000
	mostWait   = 60 * time.Second
)

// cursorHeader says where to go on, beside the last line.
const cursorHeader = "Asterism-Cursor"

// changes serves the feed for what speaks plain HTTP: JSON lines, fetched again and again.
func (a *App) changes(mux *http.ServeMux) {
	mux.HandleFunc("GET /changes/{project}", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithCancel(a.As(r.Context()))
		defer cancel()
		defer context.AfterFunc(a.drain, cancel)()
		if err := a.lines(ctx, w, r); err != nil {
			refuse(ctx, w, err)
		}
	})
	mux.HandleFunc("GET /snapshot/{project}", func(w http.ResponseWriter, r *http.Request) {
		ctx := a.As(r.Context())
		if err := a.snapshot(ctx, w, r); err != nil {
			refuse(ctx, w, err)
		}
	})
}

// lines answers changes as JSON lines, and a last line that says where to go on. Without any it waits as long as asked.
func (a *App) lines(ctx context.Context, w http.ResponseWriter, r *http.Request) error {
	p, err := a.projectOf(ctx, r.PathValue("project"))
	if err != nil {
		return err
	}
	asked, err := readLines(r.URL.Query())
	if err != nil {
		return err
	}
	switch asked.after {
	case "":
		return fault.New(fault.Invalid, "say after which place: after=start for all that is kept, after=now for what comes, or a cursor").At("after")
	case "start":
		asked.at, err = a.Feed.Start(ctx, p)
	case "now":
		asked.at, err = a.Feed.Now(ctx, p)
	default:
		asked.at, err = feed.ParseCursor(asked.after)
	}
	if err != nil {
		return err
	}
	page, err := a.filled(ctx, w, p, asked)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/x-ndjson; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set(cursorHeader, page.Next.String())
	out := leaving{w, a.pace(w)}
	for _, one := range page.Changes {
		line := one.Envelope()
		_, _ = out.Write(append(line[:len(line):len(line)], '\n')) // a reader that is gone takes nothing of the rest either
	}
	_ = json.NewEncoder(out).Encode(map[string]any{"op": "BOOKMARK", "cursor": page.Next.String(), "seq": page.Next[0].Seq, "head": page.Head})
	return nil
}

// filled is a page with changes, or what there is when the time is over.
func (a *App) filled(ctx context.Context, w http.ResponseWriter, p *ent.Project, asked linesAsked) (feed.Page, error) {
	waiting, cancel := context.WithTimeout(ctx, asked.wait)
	defer cancel()
	if asked.wait > 0 {
		_ = a.pace(w).control.SetWriteDeadline(time.Now().Add(asked.wait + writeTimeout))
	}
	at := asked.at
	for {
		page, err := a.Feed.Read(ctx, p, at, asked.filter, asked.limit)
		if err != nil || len(page.Changes) > 0 {
			return page, err
		}
		at = page.Next
		if page.More {
			continue
		}
		if asked.wait == 0 {
			return page, nil
		}
		if err := a.Feed.Wait(waiting, p, at); err != nil {
			if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
				return page, nil
			}
			return page, err
		}
	}
}

// projectOf is a project by its key; one that is hidden is not there.
func (a *App) projectOf(ctx context.Context, key string) (*ent.Project, error) {
	found, err := a.Store.Client.Project.Query().Where(project.Key(key)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, fault.New(fault.NotFound, "there is no project %s", key).At("project")
	}
	return found, err
}

// linesAsked is what somebody asks for.
type linesAsked struct {
	after  string
	at     feed.Cursor
	filter feed.Filter
	limit  int
	wait   time.Duration
}

func readLines(values url.Values) (linesAsked, error) {
	asked := linesAsked{after: values.Get("after"), limit: usualLines}
	known := map[string]bool{"after": true, "limit": true, "wait": true, "entity": true, "op": true, "field": true}
	for name := range values {
		if !known[name] {
			return asked, fault.New(fault.Invalid, "%q is not known here; known are after, wait, limit, entity, op and field", name).At(name)
		}
	}
	if text := values.Get("limit"); text != "" {
		number, err := strconv.Atoi(text)
		if err != nil || number < 1 || number > mostLines {
			return asked, fault.New(fault.Invalid, "limit is a number from 1 to %d", mostLines).At("limit")
		}
		asked.limit = number
	}
	if text := values.Get("wait"); text != "" {
		wait, err := time.ParseDuration(text)
		if err != nil || wait < 0 || wait > mostWait {
			return asked, fault.New(fault.Invalid, "wait is a time up to 60s, for example 30s").At("wait")
		}
		asked.wait = wait
	}
	asked.filter = feed.Filter{EntityTypes: split(values["entity"]), Ops: split(values["op"]), Fields: split(values["field"])}
	return asked, feed.CheckFilter(asked.filter)
}

// split takes words that are given one by one or with commas between them.
func split(given []string) []string {
	var words []string
	for _, text := range given {
		for word := range strings.SplitSeq(text, ",") {
			if word != "" {
				words = append(words, word)
			}
		}
	}
	return words
}
