package app

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/asterism-qa/asterism/internal/feed"
)

// longest is how long one moment of the database is held; a larger project is read while it goes on.
const longest = 60 * time.Second

// snapshot answers all things of a project as JSON lines: first the place from which changes go on, then a line a thing, in
// the form of changes, last a line that says that it is complete. All lines are of one moment, which the place names.
func (a *App) snapshot(ctx context.Context, w http.ResponseWriter, r *http.Request) error {
	p, err := a.projectOf(ctx, r.PathValue("project"))
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	client, release, err := a.Store.Freeze(ctx)
	if err != nil {
		return err
	}
	defer release()
	head, err := a.Feed.HeadIn(ctx, client, p)
	if err != nil {
		return err
	}
	at := feed.Cursor{{Project: p.ID, Epoch: head.Epoch, Seq: head.Head}}.String()
	w.Header().Set("Content-Type", "application/x-ndjson; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set(cursorHeader, at)
	pace := a.pace(w)
	pace.writeOn()
	lines := json.NewEncoder(leaving{w, pace})
	lines.SetEscapeHTML(false)
	if err := lines.Encode(map[string]any{"op": "READY", "cursor": at, "seq": head.Head, "project": p.Key}); err != nil {
		return nil // nobody reads it any more
	}
	things := 0
	err = feed.Things(ctx, client, p, func(line json.RawMessage) error {
		things++
		return lines.Encode(line)
	})
	if err != nil {
		// The answer has begun: that its last line is missing tells the reader, and so does this one.
		_ = lines.Encode(map[string]any{"op": "BROKEN", "message": "the snapshot is not complete; ask again"})
		return nil
	}
	_ = lines.Encode(map[string]any{"op": "COMPLETE", "cursor": at, "things": things})
	return nil
}
