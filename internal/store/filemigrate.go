package store

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"

	"github.com/asterism-qa/asterism/internal/fault"
)

// migrateSQLite works on a handle of its own without foreign keys: a step may rebuild a table, and with them SQLite
// would empty the columns that point to it without saying so. Afterwards every reference is checked.
func (s *Store) migrateSQLite(ctx context.Context, files fs.FS) ([]Migration, error) {
	pending, _, err := s.pending(ctx, files)
	if err != nil || !pending {
		return nil, err
	}
	release, err := s.alone(ctx)
	if err != nil {
		return nil, err
	}
	done, err := s.migrateAlone(ctx, files)
	release(err == nil)
	return done, err
}

func (s *Store) migrateAlone(ctx context.Context, files fs.FS) ([]Migration, error) {
	pending, filled, err := s.pending(ctx, files)
	if err != nil || !pending {
		return nil, err // another program was faster
	}
	backup := ""
	if filled {
		backup = fmt.Sprintf("%s.before-%s", s.path, time.Now().UTC().Format("20060102T150405.000000"))
		if _, err := s.writer.ExecContext(ctx, "VACUUM INTO ?", backup); err != nil {
			return nil, fault.New(fault.Unavailable, "the database could not be copied before it is brought up to date; is the disk full?").Because(err)
		}
	}
	done, err := s.replaySQLite(ctx, files)
	if err == nil {
		return done, nil
	}
	if backup != "" {
		if restoring := s.restore(backup); restoring != nil {
			return nil, fault.New(fault.Unavailable, "the database could not be brought up to date; put the copy from before in its place: %s", backup).
				Because(fmt.Errorf("%w; restore: %w", err, restoring))
		}
	}
	return nil, asBefore(err)
}

func (s *Store) replaySQLite(ctx context.Context, files fs.FS) (done []Migration, err error) {
	db, err := sql.Open("asterism-sqlite", dsn(s.path, migrating))
	if err != nil {
		return nil, err
	}
	defer func() {
		if closing := db.Close(); err == nil {
			err = closing
		}
	}()
	db.SetMaxOpenConns(1)
	if done, err = replay(ctx, db, goose.DialectSQLite3, files, "sqlite"); err != nil {
		return nil, err
	}
	return done, references(ctx, db)
}

// pending tells whether there are steps to replay, and whether there is data to lose.
func (s *Store) pending(ctx context.Context, files fs.FS) (pending, filled bool, err error) {
	var foreign bool
	err = s.writer.QueryRowContext(ctx, "SELECT count(*) > 0 AND count(*) FILTER (WHERE name = 'goose_db_version') = 0 "+
		"FROM sqlite_schema WHERE type = 'table'").Scan(&foreign)
	if err != nil {
		return false, false, fault.New(fault.Unavailable, "the database file %s cannot be read; is it a database?", s.path).Because(err)
	}
	if foreign {
		return false, false, fault.New(fault.Precondition, "the database file %s belongs to another program; choose another file", s.path)
	}
	provider, err := steps(s.writer, goose.DialectSQLite3, files, "sqlite")
	if err != nil {
		return false, false, err
	}
	has, err := current(ctx, provider)
	if err != nil {
		if fault.Of(err) == nil {
			err = fault.New(fault.Unavailable, "the database file %s cannot be read or written", s.path).Because(err)
		}
		return false, false, err
	}
	return has < newest(provider), has > 0, nil
}

// references finds rows that point to nothing.
func references(ctx context.Context, db *sql.DB) error {
	var broken int
	var from, to sql.NullString
	err := db.QueryRowContext(ctx, `SELECT count(*), min("table"), min("parent") FROM pragma_foreign_key_check`).Scan(&broken, &from, &to)
	if err != nil || broken == 0 {
		return err
	}
	return fault.New(fault.Unavailable, "the database could not be brought up to date: %d references would lead nowhere, the first from %s to %s; "+
		"it is as before, and the Asterism that was in use still opens it", broken, from.String, to.String)
}

// restore writes the copy back over the database in one transaction, so that other handles see it like any change.
func (s *Store) restore(backup string) error {
	ctx := context.Background() // whoever asked for the migration may have gone away
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	err = conn.Raw(func(raw any) error {
		restorer, ok := raw.(interface {
			NewRestore(string) (*sqlite.Backup, error)
		})
		if !ok {
			return fmt.Errorf("the driver cannot restore")
		}
		restore, err := restorer.NewRestore("file:" + escape(backup))
		if err != nil {
			return err
		}
		if _, err := restore.Step(-1); err != nil {
			_ = restore.Finish()
			return err
		}
		return restore.Finish()
	})
	if err == nil {
		err = os.Remove(backup)
	}
	return err
}
