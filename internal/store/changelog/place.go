package changelog

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/lib/pq"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Place names where a PostgreSQL database lives: its cluster, the timeline of the cluster and the database in it, as
// sixteen hexadecimal digits. It is another one after a dump was restored into another database, after a backup was
// recovered, and after a standby took over, at once: the timeline that a checkpoint tells comes later. It is the same after
// a dump was restored into the database that it came from, and after a copy of the files was put back.
func Place(ctx context.Context, db DB) (string, error) {
	var cluster, timeline, database string
	err := scan(ctx, db, func(rows *sql.Rows) error { return rows.Scan(&cluster, &timeline, &database) },
		"SELECT s.system_identifier::text, substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8), d.oid::text"+
			" FROM pg_control_system() AS s, pg_database AS d WHERE d.datname = current_database()")
	if err != nil {
		return "", fmt.Errorf("ask where the database is: %w", err)
	}
	sum := sha256.Sum256([]byte(cluster + "/" + timeline + "/" + database))
	return hex.EncodeToString(sum[:8]), nil
}

// Moved notes where the database lives and tells whether it was noted elsewhere before; it is not the first time. The note
// is the row of the project with the zero id, and of two who ask at once only one is told.
func Moved(ctx context.Context, tx Tx, d, place string) (bool, error) {
	for _, statement := range []string{
		"INSERT INTO project_feeds (epoch, project_id, head, floor) VALUES (?, ?, 0, 0) ON CONFLICT DO NOTHING",
		"UPDATE project_feeds SET epoch = ? WHERE project_id = ? AND epoch <> ?",
	} {
		args := []any{place, ident.ID{}, place}
		isNote := statement[0] == 'I'
		if isNote {
			args = args[:2]
		}
		done, err := tx.ExecContext(ctx, numbered(d, statement), args...)
		if err != nil {
			return false, fmt.Errorf("note where the database is: %w", err)
		}
		if rows, err := done.RowsAffected(); err != nil || rows > 0 {
			return !isNote, err
		}
	}
	return false, nil
}

// IsRefused tells whether the database itself refused a question, for want of a right for example.
func IsRefused(err error) bool {
	var refused *pq.Error
	return errors.As(err, &refused)
}
