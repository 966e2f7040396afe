package changelog

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/asterism-qa/asterism/internal/ident"
)

// Removable is the greatest number of a project that is older than a time and has at least kept numbers above it; 0 when
// there is none. Numbers do not follow the clock, so an older change that stands above a younger one stays with it.
func Removable(ctx context.Context, db DB, d string, head Head, before time.Time, kept int64) (int64, error) {
	most := head.Head - kept
	if most <= head.Floor {
		return 0, nil
	}
	var young sql.NullInt64
	err := scan(ctx, db, func(rows *sql.Rows) error { return rows.Scan(&young) },
		numbered(d, "SELECT min(seq) FROM change_log WHERE project_id = ? AND seq <= ? AND at >= ?"), head.Project, most, before)
	if err != nil {
		return 0, fmt.Errorf("look for old changes: %w", err)
	}
	if young.Valid {
		most = young.Int64 - 1
	}
	return max(most, head.Floor), nil
}

// Remove removes the changes of a project up to a number, raises its floor to it and tells how many there were; the caller
// takes a few thousand at a time. A floor that is higher already stays.
func Remove(ctx context.Context, tx Tx, d string, project ident.ID, upTo int64) (removed int64, err error) {
	if _, err := tx.ExecContext(ctx, numbered(d, "UPDATE project_feeds SET floor = ? WHERE project_id = ? AND floor < ? AND head >= ?"), upTo, project, upTo, upTo); err != nil {
		return 0, fmt.Errorf("raise the floor: %w", err)
	}
	gone, err := tx.ExecContext(ctx, numbered(d, "DELETE FROM change_log WHERE project_id = ? AND seq <= (SELECT floor FROM project_feeds WHERE project_id = ?)"), project, project)
	if err != nil {
		return 0, fmt.Errorf("remove old changes: %w", err)
	}
	return gone.RowsAffected()
}

// All are the heads of every project, by project. What Moved notes is none of them.
func All(ctx context.Context, db DB) ([]Head, error) {
	var heads []Head
	err := scan(ctx, db, func(rows *sql.Rows) error {
		var h Head
		err := rows.Scan(&h.Project, &h.Epoch, &h.Head, &h.Floor)
		if !h.Project.IsZero() {
			heads = append(heads, h)
		}
		return err
	}, "SELECT project_id, epoch, head, floor FROM project_feeds ORDER BY project_id")
	if err != nil {
		return nil, fmt.Errorf("read the heads: %w", err)
	}
	return heads, nil
}

// Renew gives the feed of a project a new epoch, so that nobody goes on with numbers of a history that is gone.
func Renew(ctx context.Context, tx Tx, d string, project ident.ID) error {
	if _, err := tx.ExecContext(ctx, numbered(d, "UPDATE project_feeds SET epoch = ? WHERE project_id = ?"), epoch(), project); err != nil {
		return fmt.Errorf("renew the epoch: %w", err)
	}
	return nil
}
