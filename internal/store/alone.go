package store

import (
	"context"
	"database/sql"
	"errors"
	"os"

	"modernc.org/sqlite"

	"github.com/asterism-qa/asterism/internal/fault"
)

// looks is how often a lock file is opened again that its holder took away in that moment.
const looks = 100

// alone waits until no other program brings the same file up to date. The lock is one that SQLite holds on a file beside
// the database, since such a lock goes away with the program on every system. The file is removed when all went well;
// otherwise it stays for those who wait.
func (s *Store) alone(ctx context.Context) (release func(done bool), err error) {
	name := s.path + ".migrating"
	for range looks {
		if release, err = hold(ctx, name); !vanished(err) {
			break
		}
	}
	if err != nil && ctx.Err() == nil {
		err = fault.New(fault.Unavailable, "another program is bringing the database %s up to date, or %s cannot be written; "+
			"try again when it has ended", s.path, name).Because(err)
	}
	return release, err
}

func hold(ctx context.Context, name string) (release func(done bool), err error) {
	db, err := sql.Open("asterism-sqlite", "file:"+escape(name)+"?_pragma=busy_timeout(600000)&_txlock=exclusive")
	if err != nil {
		return nil, err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		_ = db.Close()
		return nil, err
	}
	return func(done bool) {
		_ = tx.Rollback()
		_ = db.Close()
		if done {
			_ = os.Remove(name) // Windows refuses while others wait; the last of them removes it
		}
	}, nil
}

// vanished tells whether SQLite lost the file between opening and locking it.
func vanished(err error) bool {
	var lite *sqlite.Error
	return errors.As(err, &lite) && lite.Code()&0xff == sqliteTrouble
}
