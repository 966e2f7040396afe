package clock_test

import (
	"context"
	"testing"
	"time"

	"github.com/asterism-qa/asterism/internal/clock"
)

func TestAFixedTimeIsGivenInUTCAndAsFineAsDatabasesKeepIt(t *testing.T) {
	east := time.FixedZone("east", 8*60*60)
	ctx := clock.With(context.Background(), func() time.Time { return time.Date(2025, 3, 4, 20, 0, 0, 123456789, east) })
	if got, want := clock.Now(ctx), time.Date(2025, 3, 4, 12, 0, 0, 123456000, time.UTC); got != want {
		t.Errorf("it is %v, want %v", got, want)
	}
}

func TestWithoutAFixedTimeItIsNow(t *testing.T) {
	before := time.Now().Truncate(time.Microsecond)
	now := clock.Now(context.Background())
	if now.Before(before) || now.After(time.Now()) || now.Location() != time.UTC || now.Nanosecond()%1000 != 0 {
		t.Errorf("it is %v, not before %v", now, before)
	}
}
