package webhooks

import (
	"math/rand/v2"
	"time"

	"github.com/asterism-qa/asterism/internal/consumers"
	"github.com/asterism-qa/asterism/internal/webhooks/wire"
)

// Options say how a worker sends; what is left out is usual.
type Options struct {
	// Guard says which addresses may be called; the strictest one unless said.
	Guard wire.Guard
	// Version of the program, which addresses are told.
	Version string
	// Timeout is how long an answer may take; ten seconds unless said.
	Timeout time.Duration
	// Now tells the time; that of the system unless said.
	Now func() time.Time
	// After tells when a time has passed, as time.After does; it is asked for waits between attempts.
	After func(time.Duration) <-chan time.Time
	// Random gives numbers from 0 up to 1, by which waits differ.
	Random func() float64
	// Beat is how often leases are renewed and webhooks looked for that nobody sends for; ten seconds unless said.
	Beat time.Duration
}

func (o Options) completed() Options {
	if o.Timeout == 0 {
		o.Timeout = wire.Timeout
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.After == nil {
		o.After = time.After
	}
	if o.Random == nil {
		o.Random = rand.Float64
	}
	if o.Beat == 0 {
		o.Beat = consumers.RenewEvery
	}
	return o
}

// quiet is how long after a commit the webhooks are looked at, so that many commits are one look.
func (o Options) quiet() time.Duration { return o.Beat / 50 }

// saved is how long a place may be behind what the filter kept back, so that a webhook that wants little writes little.
func (o Options) saved() time.Duration { return o.Beat / 10 }
