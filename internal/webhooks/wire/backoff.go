package wire

import (
	"fmt"
	"time"
)

// How a change is tried again: after FirstWait, then after twice as long each time and at most LongestWait, for as long
// as Patience since its first failure.
const (
	FirstWait   = 5 * time.Second
	LongestWait = 6 * time.Hour
	Patience    = 72 * time.Hour
)

// jitter is the part of a wait by which it may be shorter or longer, so that the webhooks which failed together do not
// all come back together.
const jitter = 0.2

// Decision is what a delivery leads to. Without wait and pause the webhook goes on at once: with the next change after a
// delivery, with the same one after an interruption.
type Decision struct {
	Wait   time.Duration // until the same change is tried again, at most LongestWait
	Pause  bool          // the webhook stops until a person resumes it; nothing is dropped
	Reason string        // why it waits or pauses, in words for the people of the project; empty when it goes on
}

// Next decides after an attempt. Attempt counts those at this change, from 1; failingSince is when the first of them
// failed, zero when this is the first. Random gives numbers from 0 up to 1, as rand.Float64 does.
func Next(attempt int, failingSince, now time.Time, outcome Outcome, random func() float64) Decision {
	switch {
	case outcome.Delivered || outcome.Interrupted:
		return Decision{}
	case outcome.Gone:
		return Decision{Pause: true, Reason: "the endpoint answered 410 Gone: it wants no more deliveries"}
	}
	left := Patience
	if !failingSince.IsZero() {
		left -= max(now.Sub(failingSince), 0) // a clock that was set back does not make patience longer
	}
	if left <= 0 {
		return Decision{Pause: true, Reason: fmt.Sprintf("the same change has failed for %.0f hours; at last: %s", Patience.Hours(), outcome.Error)}
	}
	wait := min(waitAfter(attempt, random()), left) // the last attempt is made when patience ends
	if asked := min(outcome.RetryAfter, LongestWait); asked > wait {
		return Decision{Wait: asked, Reason: "the endpoint asks to be left alone for a while"}
	}
	return Decision{Wait: wait, Reason: outcome.Error}
}

// waitAfter is the wait after so many attempts, with its share of chance.
func waitAfter(attempt int, chance float64) time.Duration {
	wait := FirstWait
	for ; attempt > 1 && wait < LongestWait; attempt-- {
		wait *= 2
	}
	wait = min(wait, LongestWait)
	return min(time.Duration(float64(wait)*(1-jitter+2*jitter*chance)), LongestWait)
}
