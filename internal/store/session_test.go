package store_test

import (
	"context"
	"database/sql"
	"testing"

	"github.com/asterism-qa/asterism/ent/gen/ent"
	"github.com/asterism-qa/asterism/internal/changes"
	"github.com/asterism-qa/asterism/internal/store/storetest"
)

// shown is what a session says about a parameter.
func shown(t *testing.T, db *sql.DB, parameter string) (value string) {
	t.Helper()
	if err := db.QueryRowContext(t.Context(), "SHOW "+parameter).Scan(&value); err != nil {
		t.Fatalf("show %s: %v", parameter, err)
	}
	return value
}

func TestEverySessionBeginsWithTheSettingsThatKeepItHonest(t *testing.T) {
	address := storetest.PostgresAddress(t)
	for setting, wanted := range map[string]map[string]string{
		"": {
			"statement_timeout": "1min", "lock_timeout": "30s", "idle_in_transaction_session_timeout": "1min",
			"synchronous_commit": "on", "timezone": "UTC",
			"tcp_keepalives_idle": "30", "tcp_keepalives_interval": "10", "tcp_keepalives_count": "3",
		},
		// An operator knows the own server better, but may not give away what was promised to subscribers.
		"&statement_timeout=5s&lock_timeout=0&Idle_In_Transaction_Session_Timeout=5min&tcp_keepalives_count=5": {
			"statement_timeout": "5s", "lock_timeout": "0", "idle_in_transaction_session_timeout": "5min",
			"tcp_keepalives_count": "5", "synchronous_commit": "on",
		},
		"&synchronous_commit=off":                                    {"synchronous_commit": "on"},
		"&Synchronous_Commit=local&timezone=CET":                     {"synchronous_commit": "on", "timezone": "UTC"},
		"&synchronous_commit=remote_apply":                           {"synchronous_commit": "remote_apply"},
		"&options=-c%20synchronous_commit%3Doff":                     {"synchronous_commit": "on"},
		"&options=-c%20lock_timeout%3D7s%20-c%20statement_timeout=0": {"lock_timeout": "7s", "statement_timeout": "0"},
	} {
		db := at(t, address+setting).Writer()
		for parameter, want := range wanted {
			if got := shown(t, db, parameter); got != want {
				t.Errorf("with %q %s is %s, want %s", setting, parameter, got, want)
			}
		}
	}
}

func TestOnlyWhoWakesOthersDoesNotWaitForTheDisk(t *testing.T) {
	s := at(t, storetest.PostgresAddress(t))
	if got := shown(t, s.Waker(), "synchronous_commit"); got != "off" {
		t.Errorf("a notification waits for the disk: %s", got)
	}
	if err := s.Notify(t.Context(), "PAY"); err != nil {
		t.Error(err)
	}
	if got := shown(t, s.Writer(), "synchronous_commit"); got != "on" {
		t.Errorf("a write does not wait for the disk: %s", got)
	}
}

func TestAWriteThatWaitsTooLongForARowIsTriedAgain(t *testing.T) {
	address := storetest.PostgresAddress(t)
	s := at(t, address+"&lock_timeout=50")
	p, other, tries := fill(t, s, "PAY"), at(t, address), 0
	holding, err := other.Writer().BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := holding.ExecContext(t.Context(), "UPDATE projects SET name = 'theirs'"); err != nil {
		t.Fatal(err)
	}
	rename := func(ctx context.Context, tx *ent.Client) error {
		tries++
		return tx.Project.UpdateOneID(p.ID).SetName("ours").Exec(ctx)
	}
	hub := changes.NewHub(s)
	unavailable(t, "a write", hub.Write(system(t), rename), "others are writing the same things; try again")
	if tries < 2 {
		t.Errorf("it was tried %d times", tries)
	}
	if err := holding.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := hub.Write(system(t), rename); err != nil {
		t.Errorf("when the row is free: %v", err)
	}
}
