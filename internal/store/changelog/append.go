package changelog

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"strings"

	"entgo.io/ent/dialect"
	"github.com/lib/pq"

	"github.com/asterism-qa/asterism/internal/ident"
	"github.com/asterism-qa/asterism/internal/store"
)

// together is how many rows one statement writes; SQLite takes 32,766 values in one.
const together = 2000

// Raise gains numbers for n changes of a project, whose feed begins when it has none, and returns the first one. From now
// on until the transaction ends, nobody else can change the project: call it last.
func Raise(ctx context.Context, tx Tx, d string, project ident.ID, n int) (first int64, err error) {
	for range 2 {
		head, found, err := one(ctx, tx, numbered(d, "UPDATE project_feeds SET head = head + ? WHERE project_id = ? RETURNING head"), n, project)
		if err != nil {
			return 0, fmt.Errorf("raise the head: %w", err)
		}
		if found {
			return head - int64(n) + 1, nil
		}
		if err := begin(ctx, tx, d, project); err != nil {
			return 0, err
		}
	}
	return 0, fmt.Errorf("the feed of a project could not begin")
}

func begin(ctx context.Context, tx Tx, d string, project ident.ID) error {
	_, err := tx.ExecContext(ctx, numbered(d, "INSERT INTO project_feeds (project_id, epoch, head, floor) VALUES (?, ?, 0, 0) ON CONFLICT DO NOTHING"),
		project, epoch())
	if err != nil {
		return fmt.Errorf("begin the feed: %w", err)
	}
	return nil
}

// epoch makes the name of a new history.
func epoch() string {
	var random [8]byte
	_, _ = rand.Read(random[:]) // never fails
	return hex.EncodeToString(random[:])
}

// Write writes records that have their numbers.
func Write(ctx context.Context, tx Tx, d string, records []Record) error {
	for len(records) > 0 {
		some := records[:min(together, len(records))]
		records = records[len(some):]
		statement, args := inserted(d, some)
		if _, err := tx.ExecContext(ctx, statement, args...); err != nil {
			return fmt.Errorf("write the log: %w", err)
		}
	}
	return nil
}

const columns = "project_id, seq, event_id, entity_id, op, actor_id, tx_id, at, data"

// RaiseAndWrite gains numbers for a few changes of one project and writes them; on PostgreSQL in one statement, since
// every way to the database is one more that others wait. The records get their numbers.
func RaiseAndWrite(ctx context.Context, tx Tx, d string, records []Record) error {
	project := records[0].Project
	if d != dialect.Postgres {
		first, err := Raise(ctx, tx, d, project, len(records))
		if err != nil {
			return err
		}
		for i := range records {
			records[i].Seq = first + int64(i)
		}
		return Write(ctx, tx, d, records)
	}
	for range 2 {
		statement, args := raisedAndWritten(records)
		head, found, err := one(store.Often(ctx), tx, statement, args...)
		if err != nil {
			return fmt.Errorf("write the log: %w", err)
		}
		if found {
			for i := range records {
				records[i].Seq = head - int64(len(records)) + int64(i) + 1
			}
			return nil
		}
		if err := begin(ctx, tx, d, project); err != nil {
			return err
		}
	}
	return fmt.Errorf("the feed of a project could not begin")
}

// raiseAndWrite answers the new head, or nothing when the project has no feed yet.
const raiseAndWrite = `WITH raised AS (UPDATE project_feeds SET head = head + $2 WHERE project_id = $1 RETURNING head),
written AS (INSERT INTO change_log (` + columns + `)
SELECT $1::uuid, raised.head - $2 + r.n, r.event, r.entity, r.op, $3::uuid, $4::uuid, $5::timestamptz, r.data
FROM raised, unnest($6::uuid[], $7::uuid[], $8::text[], $9::text[]) WITH ORDINALITY AS r(event, entity, op, data, n))
SELECT head FROM raised`

// raiseAndWriteOne does the same for one change, as most transactions make it: without lists the server has less to do.
const raiseAndWriteOne = `WITH raised AS (UPDATE project_feeds SET head = head + 1 WHERE project_id = $1 RETURNING head),
written AS (INSERT INTO change_log (` + columns + `) SELECT $1, raised.head, $2, $3, $4, $5, $6, $7, $8 FROM raised)
SELECT head FROM raised`

// raisedAndWritten is the statement for some changes of one project, with its values.
func raisedAndWritten(records []Record) (string, []any) {
	r := records[0]
	if len(records) == 1 {
		return raiseAndWriteOne, []any{r.Project, r.Event, r.Entity.UUID(), r.Op, actor(r.Actor), r.Tx, r.At, r.Data}
	}
	return raiseAndWrite, append([]any{r.Project, len(records)}, arrays(records)...)
}

// arrays are the values of records of one transaction.
func arrays(records []Record) []any {
	events, entities, ops, data := make([]string, len(records)), make([]string, len(records)), make([]string, len(records)), make([]string, len(records))
	for i, r := range records {
		events[i], entities[i], ops[i], data[i] = r.Event, r.Entity.UUID(), r.Op, r.Data
	}
	return []any{actor(records[0].Actor), records[0].Tx, records[0].At, pq.Array(events), pq.Array(entities), pq.Array(ops), pq.Array(data)}
}

// inserted is the statement that writes some numbered records of one project and transaction.
func inserted(d string, records []Record) (string, []any) {
	first := records[0]
	if d == dialect.Postgres {
		return `INSERT INTO change_log (` + columns + `) SELECT $1::uuid, $2::bigint + r.n - 1, r.event, r.entity, r.op, $3::uuid, $4::uuid, $5::timestamptz, r.data
FROM unnest($6::uuid[], $7::uuid[], $8::text[], $9::text[]) WITH ORDINALITY AS r(event, entity, op, data, n)`,
			append([]any{first.Project, first.Seq}, arrays(records)...)
	}
	args := make([]any, 0, 9*len(records))
	for _, r := range records {
		args = append(args, r.Project, r.Seq, r.Event, r.Entity, r.Op, actor(r.Actor), r.Tx, r.At, r.Data)
	}
	return "INSERT INTO change_log (" + columns + ") VALUES (?,?,?,?,?,?,?,?,?)" + strings.Repeat(",(?,?,?,?,?,?,?,?,?)", len(records)-1), args
}

// actor is nothing for the system.
func actor(id ident.ID) any {
	if id.IsZero() {
		return nil
	}
	return id
}

// one reads one number; not found when there is no row.
func one(ctx context.Context, db DB, statement string, args ...any) (number int64, found bool, err error) {
	rows, err := db.QueryContext(ctx, statement, args...)
	if err != nil {
		return 0, false, err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&number); err != nil {
			return 0, false, err
		}
		found = true
	}
	return number, found, store.Understand(ctx, rows.Err())
}
