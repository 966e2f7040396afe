package store

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
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
// first, and the copy is put back when a step fails or leaves a reference that leads nowhere.
func (s *Store) Migrate(ctx context.Context) ([]Migration, error) {
	return s.migrate(ctx, migrations.Files)
}

func (s *Store) migrate(ctx context.Context, files fs.FS) ([]Migration, error) {
	if s.isSQLite() {
		return s.migrateSQLite(ctx, files)
	}
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return nil, err
	}
	return s.replay(ctx, s.writer, goose.DialectPostgres, files, "postgres", goose.WithSessionLocker(locker))
}

func (s *Store) replay(ctx context.Context, db *sql.DB, d goose.Dialect, files fs.FS, folder string, options ...goose.ProviderOption) ([]Migration, error) {
	steps, err := fs.Sub(files, folder)
	if err != nil {
		return nil, err
	}
	provider, err := goose.NewProvider(d, db, steps, options...)
	if err != nil {
		return nil, err
	}
	known := provider.ListSources()
	ours, err := provider.GetDBVersion(ctx)
	if err == nil && ours > known[len(known)-1].Version {
		return nil, fault.New(fault.Precondition, "the database was made by a newer Asterism (step %d); install that one", ours)
	}
	results, err := provider.Up(ctx)
	if err != nil {
		return nil, fault.New(fault.Unavailable, "the database could not be brought up to date; it is as before").Because(err)
	}
	done := make([]Migration, 0, len(results))
	for _, result := range results {
		done = append(done, Migration{Version: result.Source.Version, Name: result.Source.Path, Took: result.Duration})
	}
	return done, nil
}

// migrateSQLite works on a handle of its own without foreign keys: a step may rebuild a table, and with them SQLite
// would empty the columns that point to it without saying so. Afterwards every reference is checked.
func (s *Store) migrateSQLite(ctx context.Context, files fs.FS) (done []Migration, err error) {
	pending, filled, err := s.pending(ctx, files)
	if err != nil || !pending {
		return nil, err
	}
	backup := ""
	if filled {
		backup = fmt.Sprintf("%s.before-%s", s.path, time.Now().UTC().Format("20060102T150405.000000"))
		if _, err := s.writer.ExecContext(ctx, "VACUUM INTO ?", backup); err != nil {
			return nil, fault.New(fault.Unavailable, "the database could not be copied before it is brought up to date; is the disk full?").Because(err)
		}
	}
	db, err := sql.Open("asterism-sqlite", dsn(s.path, false))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	done, err = s.replay(ctx, db, goose.DialectSQLite3, files, "sqlite")
	if err == nil {
		err = references(ctx, db)
	}
	if closing := db.Close(); err == nil {
		err = closing
	}
	if err != nil && backup != "" {
		if restoring := s.restore(backup); restoring != nil {
			return nil, fault.New(fault.Unavailable, "the database could not be brought up to date; the copy from before is %s", backup).Because(err)
		}
	}
	return done, err
}

// pending tells whether there are steps to replay, and whether there is data to lose.
func (s *Store) pending(ctx context.Context, files fs.FS) (pending, filled bool, err error) {
	steps, err := fs.Sub(files, "sqlite")
	if err != nil {
		return false, false, err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, s.writer, steps)
	if err != nil {
		return false, false, err
	}
	current, err := provider.GetDBVersion(ctx)
	if err != nil {
		return false, false, fault.New(fault.Unavailable, "the database file %s cannot be read; is it a database?", s.path).Because(err)
	}
	sources := provider.ListSources()
	newest := sources[len(sources)-1].Version
	if current > newest {
		return false, false, fault.New(fault.Precondition, "the database was made by a newer Asterism (step %d); install that one", current)
	}
	return current < newest, current > 0, nil
}

// references finds rows that point to nothing.
func references(ctx context.Context, db *sql.DB) error {
	rows, err := db.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	defer rows.Close()
	if rows.Next() {
		return fmt.Errorf("a step left references that lead nowhere")
	}
	return rows.Err()
}

// restore puts the copy back in place of the database. The other handles are emptied first, so that none keeps the
// broken file open.
func (s *Store) restore(backup string) error {
	s.writer.SetMaxIdleConns(0)
	s.reader.SetMaxIdleConns(0)
	for _, ending := range []string{"-wal", "-shm"} {
		if err := os.Remove(s.path + ending); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	if err := os.Rename(backup, s.path); err != nil {
		return err
	}
	s.writer.SetMaxIdleConns(1)
	s.reader.SetMaxIdleConns(4)
	return nil
}
