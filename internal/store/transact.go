package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"
	"modernc.org/sqlite"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/fault"
)

// attempts is how often a transaction is tried when another one is in the way.
const attempts = 5

// Transact runs act in one transaction: committed when it returns nil, undone otherwise, also on a panic. Only
// changes.Write calls it, so that every write is noted.
func (s *Store) Transact(ctx context.Context, act func(*ent.Tx) error) error {
	for attempt := 1; ; attempt++ {
		err := s.once(ctx, act)
		if gone := ctx.Err(); err != nil && gone != nil && !errors.Is(err, gone) {
			return fmt.Errorf("%w: %w", gone, err) // the drivers have other words for a caller that went away
		}
		if err == nil || attempt == attempts || !retryable(err) {
			return translate(err)
		}
		pause := time.Duration(1<<attempt) * time.Millisecond
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause + rand.N(pause)):
		}
	}
}

func (s *Store) once(ctx context.Context, act func(*ent.Tx) error) (err error) {
	tx, err := s.Client.Tx(ctx)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	done := false
	defer func() {
		if !done {
			_ = tx.Rollback() // a panic goes on to the caller with nothing written
		}
	}()
	if err := act(tx); err != nil {
		return err
	}
	done = true
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// Codes of SQLite, where the base code is in the low byte, and of PostgreSQL.
const (
	sqliteBusy    = 5
	sqliteTrouble = 10 // reading or writing the file itself failed
	sqliteFull    = 13

	postgresSerialization = "40001"
	postgresDeadlock      = "40P01"
	postgresLocked        = "55P03" // somebody else held a row for longer than lock_timeout
	postgresFull          = "53100"
)

// retryable tells whether the same transaction may succeed when it is simply tried again.
func retryable(err error) bool {
	var postgres *pq.Error
	if errors.As(err, &postgres) {
		return slices.Contains([]pqerror.Code{postgresSerialization, postgresDeadlock, postgresLocked}, postgres.Code)
	}
	var lite *sqlite.Error
	return errors.As(err, &lite) && lite.Code()&0xff == sqliteBusy
}

// translate gives the failures that an operator must act on their words; others pass unchanged.
func translate(err error) error {
	var postgres *pq.Error
	var lite *sqlite.Error
	switch {
	case errors.As(err, &postgres) && postgres.Code == postgresFull, errors.As(err, &lite) && lite.Code()&0xff == sqliteFull:
		return fault.New(fault.StorageFull, "the disk or the database file is full: nothing was written; free some room and try again").Because(err)
	case errors.Is(err, errGone):
		return fault.New(fault.Unavailable, "the database went away; nothing was written; try again").Because(err)
	case retryable(err) && lite != nil:
		return fault.New(fault.Unavailable, "another program is writing to the database file; try again").Because(err)
	case retryable(err):
		return fault.New(fault.Unavailable, "others are writing the same things; try again").Because(err)
	}
	return err
}
