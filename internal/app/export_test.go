package app

import (
	"testing"
	"time"
)

// MostUploads is how many files may arrive at the same moment.
const MostUploads = mostUploads

// SetPatience makes the server wait no longer than this for progress.
func (a *App) SetPatience(d time.Duration) { a.patience = d }

// PutUploadsAway removes what waits for its import, as Close does.
func (a *App) PutUploadsAway() { a.staging.close() }

// Idle waits until nothing arrives and nothing is imported.
func (a *App) Idle() {
	for range mostUploads {
		a.uploads <- struct{}{}
	}
	for range mostUploads {
		<-a.uploads
	}
}

// After is a clock that is ahead of the machine's by some time.
func After(t *testing.T, ahead string) func() time.Time {
	t.Helper()
	by, err := time.ParseDuration(ahead)
	if err != nil {
		t.Fatal(err)
	}
	return func() time.Time { return time.Now().Add(by) }
}
