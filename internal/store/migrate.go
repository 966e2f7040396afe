package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"path"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"github.com/asterism-qa/asterism/ent/migrations"
	"github.com/asterism-qa/asterism/internal/fault"
)

// Migration is one step that brought the database closer to the present model.
type Migration struct {
	Version int64         `json:"version"`
	Name    string        `json:"name"`
	Took    time.Duration `json:"-"`
}

// Migrate replays the steps that the database does not have yet and returns them. An SQLite file with data is copied
// first, and the copy is put back when a step fails or leaves a reference that leads nowhere. Programs that start at the
// same time wait for each other.
func (s *Store) Migrate(ctx context.Context) ([]Migration, error) {
	return s.migrate(ctx, migrations.Files)
}

func (s *Store) migrate(ctx context.Context, files fs.FS) ([]Migration, error) {
	if s.isSQLite() {
		return s.migrateSQLite(ctx, files)
	}
	return s.migratePostgres(ctx, files)
}

// migratePostgres needs no copy: each step is a transaction of its own. It works on sessions of its own, which nothing
// hurries.
func (s *Store) migratePostgres(ctx context.Context, files fs.FS) (done []Migration, err error) {
	db, err := s.server.migrating()
	if err != nil {
		return nil, err
	}
	defer func() {
		if closing := db.Close(); err == nil {
			err = closing
		}
	}()
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 600)) // looks once a second for ten minutes
	if err != nil {
		return nil, err
	}
	done, err = replay(ctx, db, goose.DialectPostgres, files, "postgres", goose.WithSessionLocker(locker))
	var partial *goose.PartialError
	if errors.As(err, &partial) && len(partial.Applied) > 0 {
		return nil, fault.New(fault.Unavailable, "the database could not be brought up to date: step %s failed and is undone, the %d before it stay; "+
			"an older Asterism needs the backup from before", path.Base(partial.Failed.Source.Path), len(partial.Applied)).Because(err)
	}
	return done, asBefore(err)
}

// asBefore words the failure of a replay that left nothing behind; faults and success pass unchanged.
func asBefore(err error) error {
	var partial *goose.PartialError
	switch {
	case err == nil || fault.Of(err) != nil:
		return err
	case errors.As(err, &partial):
		return fault.New(fault.Unavailable, "the database could not be brought up to date: step %s failed; it is as before, and the Asterism "+
			"that was in use still opens it", path.Base(partial.Failed.Source.Path)).Because(err)
	}
	return fault.New(fault.Unavailable, "the database could not be brought up to date; it is as before").Because(err)
}

// replay makes the steps of a folder that a database lacks.
func replay(ctx context.Context, db *sql.DB, d goose.Dialect, files fs.FS, folder string, options ...goose.ProviderOption) ([]Migration, error) {
	provider, err := steps(db, d, files, folder, options...)
	if err != nil {
		return nil, err
	}
	if _, err := current(ctx, provider); err != nil {
		return nil, err
	}
	results, err := provider.Up(ctx)
	if err != nil {
		return nil, err
	}
	done := make([]Migration, 0, len(results))
	for _, result := range results {
		done = append(done, Migration{Version: result.Source.Version, Name: result.Source.Path, Took: result.Duration})
	}
	return done, nil
}

func steps(db *sql.DB, d goose.Dialect, files fs.FS, folder string, options ...goose.ProviderOption) (*goose.Provider, error) {
	inside, err := fs.Sub(files, folder)
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(d, db, inside, options...)
}

// current is the newest step that a database has; it is a fault when this program does not know it.
func current(ctx context.Context, provider *goose.Provider) (int64, error) {
	has, err := provider.GetDBVersion(ctx)
	if err != nil {
		return 0, err
	}
	if has > newest(provider) {
		return 0, fault.New(fault.Precondition, "the database was made by a newer Asterism (step %d); install that one", has)
	}
	return has, nil
}

func newest(provider *goose.Provider) int64 {
	sources := provider.ListSources()
	return sources[len(sources)-1].Version
}
