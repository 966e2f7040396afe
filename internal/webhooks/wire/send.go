package wire

import (
	"bytes"
	"context"
	"net/http"
	"time"
)

// Timeout is how long a delivery may take in all: to find the endpoint, connect, post and read the answer.
const Timeout = 10 * time.Second

// Delivery is one attempt to post one change to one endpoint.
type Delivery struct {
	URL     string    // of the endpoint, as CheckURL let it pass
	ID      string    // of the change, the same on every attempt
	At      time.Time // when this attempt is signed
	Body    []byte    // of the same bytes on every attempt; see Body
	Secrets []Secret  // the newest first; two while they are rotated
}

// Outcome is what came of a delivery.
type Outcome struct {
	Delivered   bool          // the endpoint answered 2xx; nothing else counts
	Gone        bool          // the endpoint answered 410: it wants no more deliveries
	Interrupted bool          // the sender's own context ended first, which says nothing about the endpoint
	Status      int           // of the answer; zero when none came
	Latency     time.Duration // until the head of the answer came or the attempt failed
	RetryAfter  time.Duration // how long the endpoint asks to be left alone; zero when it does not say
	Answer      string        // what can be printed of the first KiB of the answer, on one line
	Error       string        // for the delivery log, in plain words; empty when delivered
}

// Sender posts deliveries under a guard. It may be used by several goroutines at a time.
type Sender struct {
	client  *http.Client
	timeout time.Duration
	agent   string
}

// NewSender makes a sender that tells endpoints this version of Asterism. The timeout is Timeout, or less in tests.
func NewSender(guard Guard, version string, timeout time.Duration) *Sender {
	return &Sender{client: guard.Client(), timeout: timeout, agent: "Asterism-Webhooks/" + version}
}

// Send makes one attempt. Whatever goes wrong is in the outcome, since the delivery log is told all of it.
func (s *Sender) Send(ctx context.Context, delivery Delivery) Outcome {
	limited, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(limited, http.MethodPost, delivery.URL, bytes.NewReader(delivery.Body))
	if err != nil {
		return Outcome{Error: "the address of the webhook cannot be read; set it anew"}
	}
	request.Header.Set("Content-Type", ContentType)
	request.Header.Set("User-Agent", s.agent)
	if err := Sign(request.Header, delivery.ID, delivery.At, delivery.Body, delivery.Secrets...); err != nil {
		return Outcome{Error: "the delivery could not be signed; rotate the secret of the webhook"}
	}
	began := time.Now()
	response, err := s.client.Do(request)
	outcome := Outcome{Latency: time.Since(began)}
	if err != nil {
		if outcome.Interrupted = ctx.Err() != nil; outcome.Interrupted {
			outcome.Error = "the delivery was broken off because the server stops or the webhook was changed"
		} else {
			outcome.Error = wordsFor(err, request.URL.Hostname(), s.timeout)
		}
		return outcome
	}
	defer func() { _ = response.Body.Close() }() // nobody is left to hear of it: the answer was read as far as it is kept
	outcome.read(response, delivery.At)
	return outcome
}

// read takes from an answer what is kept.
func (o *Outcome) read(response *http.Response, at time.Time) {
	o.Status = response.StatusCode
	o.Delivered = o.Status >= 200 && o.Status <= 299
	o.Gone = o.Status == http.StatusGone
	o.RetryAfter = retryAfter(response.Header.Get("Retry-After"), at)
	if !o.Delivered {
		o.Error = wordsOf(o.Status)
	}
	if o.Status >= 200 { // the body of a switch to another protocol would have no end
		o.Answer = printable(response.Body)
	}
}
