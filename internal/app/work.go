package app

import (
	"context"
	"log/slog"
	"time"

	"github.com/asterism-qa/asterism/internal/clock"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// tidying is how often old changes are looked for.
const tidying = time.Hour

// Work does what goes on beside the answering, until the context ends or stop is called: it wakes streams, sends webhooks
// and removes changes that are kept no longer. Stop waits until nothing of it is left; running streams end with it.
func (a *App) Work(ctx context.Context) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	system := viewer.AsSystem(ctx)
	if err := a.Feed.Recognise(system); err != nil {
		slog.WarnContext(ctx, "whether this database was restored elsewhere could not be told", "error", err)
	}
	for what, run := range map[string]func(context.Context) error{
		"the feed": a.Feed.Run, "the sending of webhooks": a.Webhooks.Run, "the removal of old changes": a.tidy,
		"the removal of uploads that waited too long": a.tidyUploads,
	} {
		a.working.Go(func() {
			if err := run(system); err != nil && ctx.Err() == nil {
				slog.ErrorContext(ctx, what+" ended", "error", err)
			}
		})
	}
	return func() {
		a.stop()
		cancel()
		a.working.Wait()
	}
}

// tidy removes what is kept no longer, now and every hour.
func (a *App) tidy(ctx context.Context) error {
	ticker := time.NewTicker(tidying)
	defer ticker.Stop()
	for {
		if removed, err := a.Feed.Prune(ctx, clock.Now(ctx)); err != nil && ctx.Err() == nil {
			slog.WarnContext(ctx, "old changes were not removed", "error", err)
		} else if removed > 0 {
			slog.InfoContext(ctx, "old changes were removed", "changes", removed)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
	}
}
