package changelog

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store"
)

// Heads are the heads of these projects; one without a feed is absent. It is one statement.
func Heads(ctx context.Context, db DB, d string, projects []ident.ID) (map[ident.ID]Head, error) {
	heads := make(map[ident.ID]Head, len(projects))
	if len(projects) == 0 {
		return heads, nil
	}
	args := make([]any, len(projects))
	for i, id := range projects {
		args[i] = id
	}
	err := scan(ctx, db, func(rows *sql.Rows) error {
		var h Head
		err := rows.Scan(&h.Project, &h.Epoch, &h.Head, &h.Floor)
		heads[h.Project] = h
		return err
	}, numbered(d, "SELECT project_id, epoch, head, floor FROM project_feeds WHERE project_id IN (?"+strings.Repeat(",?", len(args)-1)+")"), args...)
	if err != nil {
		return nil, fmt.Errorf("read the heads: %w", err)
	}
	return heads, nil
}

// Read reads at most limit changes of a project after a number, in order. Numbers are dense, so their own bounds say where
// the page ends, whatever the database believes of the table. The caller checks that the first one follows the
// number: where it does not, the floor has risen, or the log is damaged.
func Read(ctx context.Context, db DB, d string, project ident.ID, after int64, limit int) ([]Record, error) {
	return read(ctx, db, d, "seq > ? AND seq <= ? ORDER BY seq", project, after, after+int64(limit))
}

// Before reads at most limit changes of a project below a number, the newest first.
func Before(ctx context.Context, db DB, d string, project ident.ID, before int64, limit int) ([]Record, error) {
	return read(ctx, db, d, "seq < ? ORDER BY seq DESC LIMIT ?", project, before, limit)
}

// History reads at most limit changes of one thing below a number, the newest first.
func History(ctx context.Context, db DB, d string, project, entity ident.ID, before int64, limit int) ([]Record, error) {
	return read(ctx, db, d, "entity_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?", project, entity, before, limit)
}

func read(ctx context.Context, db DB, d, which string, project ident.ID, args ...any) ([]Record, error) {
	var records []Record
	err := scan(ctx, db, func(rows *sql.Rows) error {
		r := Record{Project: project}
		if err := rows.Scan(&r.Seq, &r.Event, &r.Entity, &r.Op, &r.Actor, &r.Tx, &r.At, &r.Data); err != nil {
			return err
		}
		r.At = r.At.UTC()
		records = append(records, r)
		return nil
	}, numbered(d, "SELECT seq, event_id, entity_id, op, actor_id, tx_id, at, data FROM change_log WHERE project_id = ? AND "+which), append([]any{project}, args...)...)
	if err != nil {
		return nil, fmt.Errorf("read the log: %w", err)
	}
	return records, nil
}

func scan(ctx context.Context, db DB, take func(*sql.Rows) error, statement string, args ...any) error {
	rows, err := db.QueryContext(ctx, statement, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := take(rows); err != nil {
			return err
		}
	}
	return store.Understand(ctx, rows.Err())
}
