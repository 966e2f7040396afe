package store

import (
	"context"
	"database/sql"
	"io/fs"
	"time"
)

// MigrateFrom replays other steps than those of the program.
func (s *Store) MigrateFrom(ctx context.Context, files fs.FS) ([]Migration, error) {
	return s.migrate(ctx, files)
}

// Writer is the handle that writes, for statements that ent does not make.
func (s *Store) Writer() *sql.DB { return s.writer }

// Reader is the handle that reads.
func (s *Store) Reader() *sql.DB { return s.reader }

// Patience is how long an ordinary session waits for an answer.
func (s *Store) Patience() time.Duration { return s.server.waits() }

// SetPatience makes ordinary sessions wait otherwise.
func (s *Store) SetPatience(patience time.Duration) { s.server.patience.Store(int64(patience)) }

// Waker is the handle that sends notifications.
func (s *Store) Waker() *sql.DB { return s.server.waker }

// Fill takes all turns of readers until leave is called.
func (s *Store) Fill() (leave func()) {
	for range cap(s.reading.taken) {
		s.reading.taken <- struct{}{}
	}
	return func() {
		for range cap(s.reading.taken) {
			<-s.reading.taken
		}
	}
}
