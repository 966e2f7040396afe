package store

import (
	"context"
	"time"
)

// channel is where programs on one PostgreSQL database tell each other that something changed.
const channel = "asterism_changes"

// silence is how long a session that only carries news may hear nothing: news that take longer are late, and whoever
// waits for them looks by itself meanwhile.
const silence = 3 * time.Second

func briefly() time.Duration { return silence }

// Notify tells everybody who listens on this database, in this program and in others, that something changed. A payload
// is at most 7999 bytes; an empty one means that anything may have changed.
//
// It is sent on a session of its own and must not be sent for each write: a notification in a writing transaction makes
// all commits of the server wait for each other. It may get lost, so it only saves waiting and nothing may depend on it.
// On SQLite, where there is no other program to tell, nothing happens.
func (s *Store) Notify(ctx context.Context, payload string) error {
	if s.server == nil {
		return nil
	}
	_, err := s.server.waker.ExecContext(ctx, "SELECT pg_notify($1, $2)", channel, payload)
	return understand(ctx, err)
}
