package wire_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

var (
	noon   = time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)
	failed = wire.Outcome{Status: 500, Error: "the endpoint answered 500 Internal Server Error"}
)

func even() float64 { return 0.5 }

func TestWaitsDoubleFromFiveSecondsToSixHours(t *testing.T) {
	want := []time.Duration{5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10240, 20480, 21600, 21600}
	for i, seconds := range want {
		got := wire.Next(i+1, noon, noon.Add(time.Hour), failed, even)
		if got.Wait != seconds*time.Second || got.Pause || got.Reason != failed.Error {
			t.Errorf("after attempt %d: %+v, want %s", i+1, got, seconds*time.Second)
		}
	}
	for _, attempt := range []int{-1, 0, 1} {
		if got := wire.Next(attempt, time.Time{}, noon, failed, even); got.Wait != wire.FirstWait {
			t.Errorf("after attempt %d: %+v", attempt, got)
		}
	}
}

func TestWaitsDifferByAFifthAndNeverExceedSixHours(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		attempt, chance := rapid.IntRange(1, 1<<40).Draw(t, "attempt"), rapid.Float64Range(0, 0.999999).Draw(t, "chance")
		middle := wire.Next(attempt, noon, noon, failed, even).Wait.Seconds()
		got := wire.Next(attempt, noon, noon, failed, func() float64 { return chance })
		if seconds := got.Wait.Seconds(); got.Pause || seconds < middle*0.8-1e-6 || seconds > middle*1.2+1e-6 || got.Wait > wire.LongestWait {
			t.Errorf("after attempt %d by chance %v: %+v", attempt, chance, got)
		}
	})
	if least, most := wire.Next(1, noon, noon, failed, func() float64 { return 0 }), wire.Next(1, noon, noon, failed, func() float64 { return 1 }); least.Wait != 4*time.Second || most.Wait != 6*time.Second {
		t.Errorf("the first wait is from %s to %s", least.Wait, most.Wait)
	}
}

func TestAChangeThatAlwaysFailsIsTriedForThreeDaysAndThenPauses(t *testing.T) {
	for seed := range uint64(50) {
		random := rand.New(rand.NewPCG(seed, 1))
		now, attempts := noon, 0
		for {
			attempts++
			since := noon
			if attempts == 1 {
				since = time.Time{}
			}
			decision := wire.Next(attempts, since, now, failed, random.Float64)
			if decision.Pause {
				if decision.Wait != 0 || !strings.Contains(decision.Reason, "72 hours") || !strings.Contains(decision.Reason, failed.Error) {
					t.Errorf("seed %d: %+v", seed, decision)
				}
				break
			}
			if decision.Wait <= 0 || attempts > 100 {
				t.Fatalf("seed %d: attempt %d: %+v", seed, attempts, decision)
			}
			now = now.Add(decision.Wait)
		}
		if now != noon.Add(wire.Patience) {
			t.Errorf("seed %d: the last attempt was %s after the first", seed, now.Sub(noon))
		}
	}
}

func TestAnEndpointThatAsksForRestIsLeftAloneForUpToSixHours(t *testing.T) {
	for asked, want := range map[time.Duration]time.Duration{
		time.Second: 5 * time.Second, time.Minute: time.Minute, 6 * time.Hour: 6 * time.Hour, 1000 * time.Hour: 6 * time.Hour,
	} {
		for name, elapsed := range map[string]time.Duration{"early": 0, "late": wire.Patience - 10*time.Second} {
			decision := wire.Next(1, noon, noon.Add(elapsed), wire.Outcome{Status: 429, RetryAfter: asked}, even)
			if decision.Wait != want || decision.Pause {
				t.Errorf("asked for %s, %s: %+v", asked, name, decision)
			}
		}
	}
}

func TestAnEndpointThatIsGonePausesAtOnce(t *testing.T) {
	decision := wire.Next(1, time.Time{}, noon, wire.Outcome{Status: 410, Gone: true, RetryAfter: time.Hour}, even)
	if !decision.Pause || decision.Wait != 0 || !strings.Contains(decision.Reason, "410") {
		t.Errorf("%+v", decision)
	}
}

func TestAfterADeliveryOrAnInterruptionItGoesOnAtOnce(t *testing.T) {
	for name, outcome := range map[string]wire.Outcome{
		"delivered": {Delivered: true, Status: 204, RetryAfter: time.Hour}, "interrupted": {Interrupted: true, Error: "stopped"},
	} {
		if decision := wire.Next(9, noon, noon.Add(2*wire.Patience), outcome, even); decision != (wire.Decision{}) {
			t.Errorf("%s: %+v", name, decision)
		}
	}
}

func TestAClockThatWasSetBackKeepsPatienceAsItIs(t *testing.T) {
	if decision := wire.Next(3, noon, noon.Add(-100*time.Hour), failed, even); decision.Pause || decision.Wait != 20*time.Second {
		t.Errorf("%+v", decision)
	}
}
