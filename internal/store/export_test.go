package store

import (
	"context"
	"database/sql"
	"io/fs"
)

// MigrateFrom replays other steps than those of the program.
func (s *Store) MigrateFrom(ctx context.Context, files fs.FS) ([]Migration, error) {
	return s.migrate(ctx, files)
}

// Writer is the handle that writes, for statements that ent does not make.
func (s *Store) Writer() *sql.DB { return s.writer }

// Reader is the handle that reads.
func (s *Store) Reader() *sql.DB { return s.reader }

// Understand is what the store makes of a driver's error.
func Understand(ctx context.Context, err error) error { return understand(ctx, err) }
