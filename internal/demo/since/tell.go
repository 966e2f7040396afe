package since

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/ent/gen/ent/project"
	"github.com/asterism-qa/asterism/ent/gen/ent/release"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/demo"
	"github.com/asterism-qa/asterism/internal/remarks"
)

// Imported is when the year was imported; everything here happens after it.
var Imported = time.Date(2026, time.October, 23, 16, 0, 0, 0, time.UTC)

// The releases that keep the bookmark. Both are IN_PROGRESS when the year has been imported.
const (
	first  = "2026.1" // the part of revisions finishes it, the part of answers locks it
	second = "2026.2" // the part of answers finishes it
)

// Tell does what is left of the story: all of it after the import, nothing when it was told or when people have taken the
// releases elsewhere. The revisions are a transaction of their own, because links become suspect at its end; the answers
// to them are the next one. The context says on whose behalf.
func Tell(ctx context.Context, hub *changes.Hub, client *ent.Client) error {
	for _, next := range []struct{ part, first, second string }{
		{"1", "IN_PROGRESS", "IN_PROGRESS"},
		{"2", "FINISHED", "IN_PROGRESS"},
	} {
		is, err := bookmark(ctx, client)
		if err != nil {
			return err
		}
		if is[first] != next.first || is[second] != next.second {
			continue
		}
		if err := tellPart(ctx, hub, next.part); err != nil {
			return fmt.Errorf("demo content: %w", err)
		}
	}
	return nil
}

// bookmark is the status of each release by its key.
func bookmark(ctx context.Context, client *ent.Client) (map[string]string, error) {
	all, err := client.Release.Query().Where(release.HasProjectWith(project.Key(demo.ProjectKey))).All(ctx)
	is := make(map[string]string, len(all))
	for _, one := range all {
		is[one.Key] = string(one.Status)
	}
	return is, err
}

// tellPart does the acts of a part in one transaction.
func tellPart(ctx context.Context, hub *changes.Hub, name string) error {
	acts, err := part(name)
	if err != nil {
		return err
	}
	files := map[*act]*remarks.Content{}
	defer func() {
		for _, file := range files {
			_ = file.Close() // a temporary file; what counts is in the database
		}
	}()
	for _, a := range acts {
		if a.Do == "attach" {
			if files[a], err = remarks.Receive(strings.NewReader(a.Say)); err != nil {
				return fmt.Errorf("%s: %w", a.where, err)
			}
		}
	}
	return hub.Write(ctx, func(ctx context.Context, tx *ent.Client) error {
		t := &teller{tx: tx, files: files}
		for _, a := range acts {
			act := verbs[a.Do]
			if act == nil {
				return fmt.Errorf("%s: no such verb", a.where)
			}
			if err := act(t, clock.With(ctx, func() time.Time { return a.at }), a); err != nil {
				return fmt.Errorf("%s: %w", a.where, err)
			}
		}
		return nil
	})
}
