package feed

import (
	"context"
	"log/slog"

	"entgo.io/ent/dialect"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store/changelog"
	"github.com/asterism-qa/asterism/internal/viewer"
)

// Renew gives projects a new epoch, all of them when none is named: their history is no longer the one that cursors were
// given out for. It is for after a restore. Every reader is refused with CURSOR_OTHER_HISTORY and takes a snapshot.
func (f *Feed) Renew(ctx context.Context, projects ...ident.ID) error {
	err := f.hub.Write(viewer.AsSystem(ctx), func(ctx context.Context, tx *ent.Client) (err error) {
		projects, err = f.renew(ctx, tx, projects)
		return err
	})
	if err != nil {
		return err
	}
	f.committed(projects) // readers at the head find out at once
	return nil
}

func (f *Feed) renew(ctx context.Context, tx *ent.Client, projects []ident.ID) ([]ident.ID, error) {
	if len(projects) == 0 {
		heads, err := changelog.All(ctx, tx)
		if err != nil {
			return nil, err
		}
		for _, head := range heads {
			projects = append(projects, head.Project)
		}
	}
	for _, project := range projects {
		if err := changelog.Renew(ctx, tx, f.store.Dialect(), project); err != nil {
			return nil, err
		}
	}
	return projects, nil
}

// Recognise renews every epoch when the database is not where it was at the last start: it was restored elsewhere, or a
// standby took over, and either may lack changes that were delivered. It is for the start of a server on PostgreSQL, and
// does nothing on SQLite. Where the database does not tell where it is, a line in the log says so, and whoever restores it
// renews by hand.
func (f *Feed) Recognise(ctx context.Context) error {
	if f.store.Dialect() != dialect.Postgres {
		return nil
	}
	place, err := changelog.Place(ctx, f.store.Client)
	if changelog.IsRefused(err) {
		slog.WarnContext(ctx, "the database does not tell where it is: after a restore or a failover, renew the feeds by hand", "error", err)
		return nil
	}
	if err != nil {
		return err
	}
	var projects []ident.ID
	err = f.hub.Write(viewer.AsSystem(ctx), func(ctx context.Context, tx *ent.Client) error {
		projects = nil
		moved, err := changelog.Moved(ctx, tx, f.store.Dialect(), place)
		if err != nil || !moved {
			return err
		}
		projects, err = f.renew(ctx, tx, nil)
		return err
	})
	if err != nil || len(projects) == 0 {
		return err
	}
	slog.WarnContext(ctx, "the database was restored elsewhere or a standby took over: the feeds of all projects begin a new history", "projects", len(projects))
	f.committed(projects)
	return nil
}
