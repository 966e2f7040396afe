//go:build unix

package cluster

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"syscall"
	"time"

	_ "github.com/asterism-qa/asterism/internal/store" // knows the driver
)

// Backend is the process behind one connection.
type Backend struct {
	PID int
	// Database and Application are what its client named; State is active, idle, idle in transaction and the like.
	Database, Application, State string
}

// own is how this package calls its connections, which are not among the backends.
const own = "asterism-chaos"

// ErrGone says that a backend ended before it could be killed.
var ErrGone = errors.New("the backend is gone already")

// ask does something over a connection that is made for it, so that it survives every kill before.
func (c *Cluster) ask(ctx context.Context, do func(db *sql.DB) error) error {
	db, err := sql.Open("postgres", c.Address()+"&connect_timeout=5&application_name="+own)
	if err != nil {
		return err
	}
	return errors.Join(do(db), db.Close())
}

// Answers waits until the server answers, and gives its last error when the context ends first.
func (c *Cluster) Answers(ctx context.Context) error {
	for {
		err := c.ask(ctx, func(db *sql.DB) error { return db.PingContext(ctx) })
		if err == nil {
			return nil
		}
		select {
		case <-time.After(again):
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		}
	}
}

// Backends are the processes behind clients' connections at this moment, by their numbers. While the server recovers it
// gives the error that every client gets.
func (c *Cluster) Backends(ctx context.Context) ([]Backend, error) {
	var found []Backend
	err := c.ask(ctx, func(db *sql.DB) error {
		rows, err := db.QueryContext(ctx, `SELECT pid, coalesce(datname, ''), application_name, coalesce(state, '') FROM pg_stat_activity
			WHERE backend_type = 'client backend' AND application_name <> $1 ORDER BY pid`, own)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var b Backend
			if err := rows.Scan(&b.PID, &b.Database, &b.Application, &b.State); err != nil {
				return err
			}
			found = append(found, b)
		}
		return rows.Err()
	})
	return found, err
}

// KillBackend ends one backend with SIGKILL and waits until the postmaster has noticed. The server then ends all others and
// recovers, as after every crash; Answers waits for that. One that is no longer there gives ErrGone.
func (c *Cluster) KillBackend(ctx context.Context, victim Backend) error {
	now, err := c.Backends(ctx) // the system may have given the number to somebody else since
	if err != nil {
		return err
	}
	for _, b := range now {
		if b.PID != victim.PID {
			continue
		}
		switch err := syscall.Kill(b.PID, syscall.SIGKILL); {
		case errors.Is(err, syscall.ESRCH):
			return ErrGone
		case err != nil:
			return fmt.Errorf("kill backend %d: %w", b.PID, err)
		}
		return noticed(ctx, b.PID)
	}
	return ErrGone
}

// noticed waits until the postmaster has taken note of an end; until then the dead process keeps its number.
func noticed(ctx context.Context, pid int) error {
	for !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
		select {
		case <-time.After(time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}
